"""The order: its state, and the state after each fact."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from attrs import evolve as changed
from attrs import frozen

from otcore.orders import events as e
from otcore.orders import line as ledger
from otcore.orders.acknowledgement import LineAnswer, ResponseCode
from otcore.orders.details import OrderDetails
from otcore.orders.hold import Hold
from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.orders.line import Ledger, OrderLine
from otcore.values.adjustment import Adjustment
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.money import Money

F = TypeVar("F")
"""What a fact says of one line."""


@fast_init
@frozen
class Order:
    """An order as the seller sees it.

    `value`: what was ordered, tax included. `open_value`: the part of it that is neither shipped nor given up.
    `promised`: goods are promised to it and its open value counts in the customer's exposure. `response`: the last
    answer, None before.
    """

    id: str
    customer: str
    day: date
    currency: str
    status: Status
    lines: tuple[OrderLine, ...]
    adjustments: tuple[Adjustment, ...]
    details: OrderDetails
    value: Money
    open_value: Money
    promised: bool = False
    holds: tuple[Hold, ...] = ()
    response: ResponseCode | None = None
    answers: tuple[LineAnswer, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether any hold stands; a held order is not promised, acknowledged or shipped."""
        return bool(self.holds)

    def line(self, id: str) -> OrderLine | None:
        """The line with this id, None when there is none."""
        return next((line for line in self.lines if line.id == id), None)


def evolve(order: Order | None, event: Any) -> Order:
    """The order after one fact; never refuses, computes no rule."""
    if order is None:
        return _placed(event)
    status = LIFE_CYCLE.after(order.status, event)
    return _AFTER[type(event)](order, event, status)


def _placed(event: e.OrderPlaced) -> Order:
    status = LIFE_CYCLE.after(None, event)
    return Order(
        id=event.order,
        customer=event.customer,
        day=event.day,
        currency=event.currency,
        status=status,
        lines=event.lines,
        adjustments=event.adjustments,
        details=event.details,
        value=event.value,
        open_value=event.value,
    )


def _rejected(order: Order, event: e.OrderRejected, status: Status) -> Order:
    nothing = Money.zero(order.currency)
    response = ResponseCode.REJECTED
    return changed(order, status=status, reasons=event.reasons, open_value=nothing, response=response)


def _held(order: Order, event: e.HoldPlaced, status: Status) -> Order:
    return changed(order, status=status, holds=(*order.holds, event.hold))


def _released(order: Order, event: e.HoldReleased, status: Status) -> Order:
    return changed(order, status=status, holds=tuple(hold for hold in order.holds if hold.kind != event.kind))


def _allocated(order: Order, event: e.StockAllocated, status: Status) -> Order:
    lines = _each(order, dict(event.lines), ledger.allocate)
    return changed(order, status=status, lines=lines, promised=True)


def _received(order: Order, event: e.ReceiptAcknowledged, status: Status) -> Order:
    return changed(order, status=status, response=ResponseCode.RECEIVED)


def _acknowledged(order: Order, event: e.OrderAcknowledged, status: Status) -> Order:
    return changed(order, status=status, response=event.code, answers=event.answers)


def _confirmed(order: Order, event: e.OrderConfirmed, status: Status) -> Order:
    return changed(order, status=status)


def _shipped(order: Order, event: e.GoodsShipped, status: Status) -> Order:
    open_value = order.open_value - event.value - event.dropped
    lines = _each(order, {line.line: line for line in event.lines}, _left)
    return changed(order, status=status, lines=lines, open_value=open_value)


def _left(before: Ledger, line: e.ShippedLine) -> Ledger:
    after = ledger.ship(before, line.quantity, line.promised, line.released)
    return ledger.cancel(after, line.cancelled) if line.cancelled else after


def _invoiced(order: Order, event: e.LinesInvoiced, status: Status) -> Order:
    lines = _each(order, dict(event.lines), ledger.invoice)
    return changed(order, status=status, lines=lines)


def _cancelled(order: Order, event: e.OrderCancelled, status: Status) -> Order:
    lines = _each(order, {line.id: line.ledger.open for line in order.lines}, ledger.cancel)
    nothing, reasons = Money.zero(order.currency), (event.reason,) if event.reason else ()
    return changed(order, status=status, lines=lines, open_value=nothing, holds=(), reasons=reasons)


def _closed(order: Order, event: e.OrderClosed, status: Status) -> Order:
    return changed(order, status=status)


def _each(order: Order, facts: Mapping[str, F], after: Callable[[Ledger, F], Ledger]) -> tuple[OrderLine, ...]:
    """The lines, each that a fact is about with its ledger after it."""
    return tuple(
        [
            OrderLine(line.id, line.agreed, after(line.ledger, facts[line.id])) if line.id in facts else line
            for line in order.lines
        ]
    )


_AFTER: dict[type, Callable[[Order, Any, Status], Order]] = {
    e.OrderRejected: _rejected,
    e.HoldPlaced: _held,
    e.HoldReleased: _released,
    e.StockAllocated: _allocated,
    e.ReceiptAcknowledged: _received,
    e.OrderAcknowledged: _acknowledged,
    e.OrderConfirmed: _confirmed,
    e.GoodsShipped: _shipped,
    e.LinesInvoiced: _invoiced,
    e.OrderCancelled: _cancelled,
    e.OrderClosed: _closed,
}


def facets(order: Order) -> Facets:
    """Found by customer, the buyer's own order number, status and day."""
    return Facets(order.customer, order.details.reference, order.status.value, order.day)
