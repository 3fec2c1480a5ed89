"""Changes of an order, and what an order is with them, without a store."""

from decimal import Decimal
from typing import Any

from attrs import evolve as changed

from otcore.catalog.product import Product
from otcore.orders import placing
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.amendment import Amendment, LineChange, Side
from otcore.orders.amendments import amending
from otcore.orders.amendments.amended import Amended, amended_lines, as_asked, with_lines
from otcore.orders.amendments.commands import ProposeAmendment
from otcore.orders.events import (
    AmendmentProposed,
    GoodsShipped,
    LinesCancelled,
    LinesInvoiced,
    OrderAcknowledged,
    OrderConfirmed,
    ShippedLine,
)
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.orders.valuing import still_open
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.workflows.quoting import order_value
from tests.orders.examples import DAY, after, dec, pieces, product

BUYER, SELLER = Side.BUYER, Side.SELLER
PRODUCTS = (product(), product("P2", "2.50"), product("P3", "4.00", stocked=False), product("P9", sold=False))


def change(line: str = "1", quantity: str | int | None = None, price: str | None = None, **more: Any) -> LineChange:
    """A change of a line: of its pieces, its price in euro, or what else is named."""
    amount = None if quantity is None else pieces(quantity)
    return LineChange(line=line, quantity=amount, price=None if price is None else UnitPrice(price, "EUR"), **more)


def asked(*changes: LineChange, by: Side = BUYER, **more: Any) -> ProposeAmendment:
    return ProposeAmendment(order="O1", day=DAY, by=by, changes=changes, **more)


def proposed(order: Order, *changes: LineChange, by: Side = BUYER, **more: Any) -> Order:
    return after(order, amending.propose(order, asked(*changes, by=by, **more)))


def proposal(order: Order) -> Amendment:
    assert order.proposal is not None
    return order.proposal


def with_it(order: Order, said: Amendment | None = None, products: tuple[Product, ...] = PRODUCTS) -> Amended:
    """The order with its proposal, or another amendment, in it."""
    said = said or proposal(order)
    command = as_asked(order, DAY, said)
    listed = {each.id: each for each in products}
    by_line = {line.id: listed[line.product] for line in command.lines if line.product in listed}
    lines = tuple(amended_lines(order, said, placing.agree(command, by_line)))
    return Amended(said, lines, with_lines(order, lines), order_value(command, with_lines(order, lines)))


def amended(order: Order, *changes: LineChange, **more: Any) -> Order:
    """Proposed by the buyer and accepted."""
    order = proposed(order, *changes, **more)
    return after(order, amending.accept(order, with_it(order), (), (), DAY, "test"))


def agreed(order: Order) -> Order:
    return after(order, (OrderAcknowledged(DAY, ResponseCode.ACCEPTED, ()), OrderConfirmed("test")))


def shipped(order: Order, **quantities: int) -> Order:
    """So much of each line left: `shipped(order, _1=3)`; its value moved."""
    parts = {id.removeprefix("_"): Decimal(quantity) for id, quantity in quantities.items()}
    gone = tuple(_gone(line, parts.get(line.id)) for line in order.lines)
    value = order.open_value - still_open(order.value, gone)
    lines = tuple(ShippedLine(id, quantity, (), (), dec(0)) for id, quantity in parts.items())
    return after(order, (GoodsShipped("S1", lines, value, Money.zero(order.currency)),))


def billed(order: Order, **quantities: int) -> Order:
    lines = tuple((id.removeprefix("_"), Decimal(quantity)) for id, quantity in quantities.items())
    return after(order, (LinesInvoiced("I1", lines),))


def given_up(order: Order, **quantities: int) -> Order:
    lines = tuple((id.removeprefix("_"), Decimal(quantity)) for id, quantity in quantities.items())
    return after(order, (LinesCancelled(lines, "short", Money.zero(order.currency)),))


def offered(order: Order, *changes: LineChange, **more: Any) -> Order:
    """The seller's proposal, as it stands on an order."""
    said = Amendment(number=len(order.amendments) + 1, by=SELLER, day=DAY, changes=changes, **more)
    return after(order, (AmendmentProposed(said),))


def _gone(line: OrderLine, quantity: Decimal | None) -> OrderLine:
    if quantity is None:
        return line
    return changed(line, ledger=changed(line.ledger, shipped=line.ledger.shipped + quantity))
