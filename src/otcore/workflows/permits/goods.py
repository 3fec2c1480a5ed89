"""What to ask about commands on products, price lists, shipments and returns."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from otcore.access.asked import Asked
from otcore.catalog.listed_price import SetPrices
from otcore.catalog.price_list import PublishPriceList
from otcore.catalog.product import ChangeProduct
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CancelReturn,
    CloseReturn,
    ExchangeReturn,
    ReceiveReturn,
    RejectReturn,
    RequestReturn,
)
from otcore.orders.shipments.commands import ConfirmDelivery, ReverseShipment
from otcore.orders.shipments.shipment import PostDespatch
from otcore.ports.aggregates import ORDER
from otcore.values.command import Command
from otcore.workflows.permits.questions import Check, named, worth
from otcore.workflows.requests import Flow, Load


def a_return(command: Any) -> str:
    """By its id."""
    return f"return:{command.return_id}"


def exchanged(command: ExchangeReturn, state: Any, asked: Asked) -> Flow[Asked]:
    """Worth the order that replaces the goods: a return is no way around what one may order."""
    order = (yield from Load(ORDER, command.order)).some
    return evolve(asked, amount=order.value)


CHECKS: Mapping[type[Command[Any]], Check] = {
    ChangeProduct: Check(),
    PublishPriceList: Check(),
    SetPrices: Check(named("price_list.set_prices")),
    PostDespatch: Check(named("shipment.post"), sensitive=False),
    ConfirmDelivery: Check(named("shipment.confirm_delivery"), sensitive=False),
    ReverseShipment: Check(),
    RequestReturn: Check(subject=a_return, sensitive=False),
    AuthoriseReturn: Check(subject=a_return),
    RejectReturn: Check(subject=a_return),
    ReceiveReturn: Check(outcome=worth(lambda state: state.credit_due), subject=a_return),
    ExchangeReturn: Check(outcome=exchanged, subject=a_return),
    CancelReturn: Check(subject=a_return, sensitive=False),
    CloseReturn: Check(subject=a_return, sensitive=False),
}
