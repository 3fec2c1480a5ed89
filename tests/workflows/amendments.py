"""Short words for amendments at a desk."""

from typing import Any

from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.commands import AcknowledgeOrder, RejectOrder
from otcore.orders.order import Order
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from tests.orders.examples import DAY
from tests.workflows.desk import Desk

BUYER, SELLER = Side.BUYER, Side.SELLER


def change(line: str = "1", quantity: str | int | None = None, price: str | None = None, **more: Any) -> LineChange:
    """A change of a line: of its pieces, its price in euro, or what else is named."""
    pieces = None if quantity is None else Quantity(quantity, "C62")
    return LineChange(line=line, quantity=pieces, price=None if price is None else UnitPrice(price, "EUR"), **more)


def proposes(desk: Desk, *changes: LineChange, by: Side = BUYER, order: str = "O1", **more: Any) -> Order:
    return desk.otc.handle(ProposeAmendment(order=order, day=more.pop("day", DAY), by=by, changes=changes, **more))


def accepts(desk: Desk, by: Side = SELLER, order: str = "O1") -> Order:
    return desk.otc.handle(AcceptAmendment(order=order, day=DAY, by=by))


def rejects(desk: Desk, by: Side = SELLER, order: str = "O1") -> Order:
    return desk.otc.handle(RejectAmendment(order=order, day=DAY, by=by, reason="no"))


def withdraws(desk: Desk, by: Side = BUYER, order: str = "O1") -> Order:
    return desk.otc.handle(WithdrawAmendment(order=order, day=DAY, by=by, reason="never mind"))


def offers(desk: Desk, *changes: LineChange, order: str = "O1", **more: Any) -> Order:
    return desk.otc.handle(AcknowledgeOrder(order=order, day=DAY, changes=changes, **more))


def refuses(desk: Desk, order: str = "O1") -> Order:
    return desk.otc.handle(RejectOrder(order=order, day=DAY, reason="cannot"))
