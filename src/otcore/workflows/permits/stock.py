"""What to ask about commands on stock: each shelf is a subject of its own."""

from collections.abc import Mapping
from typing import Any

from otcore.stock.commands import CountStock, ExpectStock, ReceiveStock, SetStockPolicy
from otcore.stock.item import item_id
from otcore.values.command import Command
from otcore.workflows.permits.questions import Check, named


def shelf(command: Any) -> str:
    """A product at a location."""
    return f"stock:{item_id(command.product, command.location)}"


CHECKS: Mapping[type[Command[Any]], Check] = {
    ReceiveStock: Check(subject=shelf, sensitive=False),
    ExpectStock: Check(subject=shelf, sensitive=False),
    CountStock: Check(subject=shelf),
    SetStockPolicy: Check(named("stock.set_policy"), subject=shelf),
}
