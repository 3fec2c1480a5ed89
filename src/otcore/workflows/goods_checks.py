"""What to ask about commands on price lists and shipments."""

from collections.abc import Mapping
from typing import Any

from otcore.catalog.listed_price import SetPrices
from otcore.orders.shipment import PostDespatch
from otcore.values.command import Command
from otcore.workflows.checks import Check, named

CHECKS: Mapping[type[Command[Any]], Check] = {
    SetPrices: Check(named("price_list.set_prices")),
    PostDespatch: Check(named("shipment.post"), sensitive=False),
}
