"""Receiving a return: what came, good and spoilt, and what follows for the order, its shipments and the shelves."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from otcore.orders.events import GoodsDelivered, GoodsReturned
from otcore.orders.evolution import evolve
from otcore.orders.fulfilment import closing
from otcore.orders.line import ZERO, from_shelf
from otcore.orders.order import Order
from otcore.orders.returns import off_shipments as off
from otcore.orders.returns.commands import ReceivedLine, ReceiveReturn
from otcore.orders.returns.events import ReturnCompleted, ReturnReceived, ToCredit
from otcore.orders.returns.lifecycle import RETURN_LIFE_CYCLE
from otcore.orders.returns.off_shipments import Part
from otcore.orders.returns.returned_goods import Return
from otcore.orders.shipments.events import GoodsCameBack
from otcore.stock.events import StockReturned
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.quantity import Quantity

Came = tuple[tuple[str, Decimal, Decimal], ...]
"""What came of each line: good and spoilt."""

Named = Mapping[tuple[str, str], str]
"""By shipment and order line: the line of its invoice."""


@frozen
class Arrival:
    """The facts of goods that came back, by the stream they belong to; shipments by id."""

    returned: tuple[object, ...]
    order: tuple[object, ...]
    shipments: Mapping[str, tuple[GoodsCameBack, ...]]
    stock: tuple[StockReturned, ...]


def came(order: Order, asked: Return, command: ReceiveReturn) -> Came:
    """What came of each line, or `Rejected`."""
    if not RETURN_LIFE_CYCLE.allows(asked.status, ReturnReceived):
        raise Rejected("RETURN_NOT_AUTHORISED", return_id=asked.id, status=asked.status.value)
    if len({said.line for said in command.lines}) < len(command.lines):
        raise Rejected("LINE_TWICE", order=order.id, return_id=asked.id)
    found = tuple((said.line, *_checked(order, asked, said)) for said in command.lines)
    some = tuple(each for each in found if any(each[1:]))
    if not some:
        raise Rejected("NOTHING_RECEIVED", return_id=asked.id)
    return some


def shelved(order: Order, asked: Return, command: ReceiveReturn, lines: Came) -> tuple[StockReturned, ...]:
    """Good ones of what lies on shelves, for the shelves; what a supplier sent goes back there, not here.

    Refused: `LOCATION_NEEDED`.
    """
    products = {line.id: line.agreed.product for line in order.lines if from_shelf(line)}
    goods = [(products[line], good) for line, good, _ in lines if good and line in products]
    if goods and not command.location:
        raise Rejected("LOCATION_NEEDED", return_id=asked.id)
    return tuple(StockReturned(product, command.location, good, asked.id) for product, good in goods)


def receive(
    order: Order,
    asked: Return,
    command: ReceiveReturn,
    lines: Came,
    parts: tuple[Part, ...],
    value: Money,
    named: Named | None = None,
) -> Arrival:
    """The facts that follow; `value` is what is to be credited for the billed parts, tax included, and `named` how
    their invoices call the lines, where not as the order does.
    """
    goods = GoodsReturned(asked.id, lines, tuple(_unbilled(parts)))
    arrived = tuple(GoodsDelivered(part.shipment.id, part.arrived) for part in parts if part.arrived)
    after = evolve(order, goods)
    total = asked.value + value
    fee = asked.fee.until(total) - asked.charged
    received = ReturnReceived(command.day, lines, tuple(_credits(asked, parts, named or {})), value, fee)
    return Arrival(
        (received, *_completed(asked, command, lines)),
        (*arrived, goods, *closing(after)),
        {part.shipment.id: (off.fact(order, part, asked.id),) for part in parts},
        shelved(order, asked, command, lines),
    )


def _completed(asked: Return, command: ReceiveReturn, lines: Came) -> tuple[ReturnCompleted, ...]:
    left = sum([line.left for line in asked.lines], ZERO)
    arrived = sum([good + scrapped for _, good, scrapped in lines], ZERO)
    return (ReturnCompleted(command.day),) if arrived == left else ()


def _unbilled(parts: tuple[Part, ...]) -> Iterator[tuple[str, Decimal]]:
    totals: dict[str, Decimal] = {}
    for line, quantity in [line for part in parts if not part.billed for line in part.lines]:
        totals[line] = totals.get(line, ZERO) + quantity
    yield from totals.items()


def _credits(asked: Return, parts: tuple[Part, ...], named: Named) -> Iterator[ToCredit]:
    again = {line.line for line in asked.lines if line.reinvoice}
    for part in parts:
        for line, quantity in part.lines if part.billed else ():
            name = named.get((part.shipment.id, line), line)
            yield ToCredit(part.shipment.invoice, name, quantity, line in again)


def _checked(order: Order, asked: Return, said: ReceivedLine) -> tuple[Decimal, Decimal]:
    line, ordered = asked.line(said.line), order.line(said.line)
    if line is None or ordered is None:
        raise Rejected("LINE_UNKNOWN", return_id=asked.id, line=said.line)
    good, scrapped = (_value(order, said, each, ordered.agreed.unit) for each in (said.good, said.scrapped))
    if good + scrapped > line.left:
        facts = {"received": str(good + scrapped), "left": str(line.left)}
        raise Rejected("MORE_THAN_REQUESTED", return_id=asked.id, line=said.line, **facts)
    return good, scrapped


def _value(order: Order, said: ReceivedLine, quantity: Quantity | None, unit: str) -> Decimal:
    if quantity is None:
        return ZERO
    if quantity.unit != unit:
        raise Rejected("UNIT_DIFFERS", order=order.id, line=said.line, stated=quantity.unit, ordered=unit)
    if quantity.value < 0:
        raise Rejected("QUANTITY_NEGATIVE", order=order.id, line=said.line, stated=str(quantity))
    return quantity.value
