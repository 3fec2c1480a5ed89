"""Giving an order up in part or whole, closing it with something open, and going on with it after all."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve as changed

from otcore.orders import ledger
from otcore.orders.commands import CancelLines, CancelOrder, CloseOrder, LineCancellation, ReopenOrder
from otcore.orders.events import (
    AmendmentWithdrawn,
    Event,
    LinesCancelled,
    OrderCancelled,
    OrderClosed,
    OrderReopened,
)
from otcore.orders.fulfilment import finished
from otcore.orders.guards import must_allow
from otcore.orders.lifecycle import Status
from otcore.orders.line import ZERO, OrderLine
from otcore.orders.order import Order
from otcore.orders.valuing import still_open, taken
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason


def cancel(order: Order, command: CancelOrder) -> tuple[Event, ...]:
    """The facts that follow from giving the order up."""
    must_allow(order, OrderCancelled)
    if any(line.ledger.shipped for line in order.lines):
        raise Rejected("ALREADY_SHIPPED", order=order.id)
    _nothing_ahead(order)
    return (*unanswered(order), OrderCancelled(command.reason, order.open_value, command.by))


def cancel_lines(order: Order, command: CancelLines) -> tuple[Event, ...]:
    """The facts that follow from giving parts up: the parts, and the end where nothing is left.

    Promises beyond what stays open are still there; `giving_back` takes them.
    """
    must_allow(order, LinesCancelled)
    given_up = tuple((line, quantity) for line, quantity in _given_up(order, command.lines) if quantity)
    if not given_up:
        raise Rejected("EMPTY_SELECTION", order=order.id)
    quantities = {line.id: quantity for line, quantity in given_up}
    lines = tuple(_without(line, quantities.get(line.id, ZERO)) for line in order.lines)
    released = taken(order, lines)
    after = changed(order, lines=lines, open_value=order.open_value - released)
    cancelled = LinesCancelled(tuple(quantities.items()), command.reason, released)
    return (cancelled, *_end(after, command.reason))


def close(order: Order, command: CloseOrder) -> tuple[Event, ...]:
    """The facts that follow from doing nothing more; what stays open is no longer counted or promised."""
    require_reason(command.reason)
    must_allow(order, OrderClosed)
    _nothing_ahead(order)
    left = any(line.ledger.open for line in order.lines)
    return (*unanswered(order), OrderClosed(command.reason, order.open_value if left else None))


def reopen(order: Order, command: ReopenOrder) -> tuple[OrderReopened]:
    """The facts that follow from going on; what is open counts again, and nothing of it is promised yet."""
    require_reason(command.reason)
    if order.status is not Status.CLOSED:
        raise Rejected("ORDER_NOT_CLOSED", order=order.id, status=order.status.value)
    if not any(line.ledger.open for line in order.lines):
        raise Rejected("NOTHING_OPEN", order=order.id)
    return (OrderReopened(command.reason, still_open(order.value, order.lines)),)


def unanswered(order: Order) -> tuple[AmendmentWithdrawn, ...]:
    """The fact that a proposal which waits for an answer falls away with its order."""
    return (AmendmentWithdrawn(order.proposal.number, "ORDER_OVER"),) if order.proposal else ()


def _given_up(order: Order, parts: Iterable[LineCancellation]) -> Iterator[tuple[OrderLine, Decimal]]:
    seen: set[str] = set()
    for part in parts:
        line = order.line(part.line)
        if line is None:
            raise Rejected("LINE_UNKNOWN", order=order.id, line=part.line)
        if line.id in seen:
            raise Rejected("LINE_TWICE", order=order.id, line=line.id)
        seen.add(line.id)
        quantity = _quantity(order, line, part)
        if quantity > line.ledger.open + min(line.ledger.billable, ZERO):
            raise Rejected("BILLED_AHEAD", order=order.id, line=line.id, billed=str(line.ledger.invoiced))
        yield line, quantity


def _quantity(order: Order, line: OrderLine, part: LineCancellation) -> Decimal:
    open_, stated = line.ledger.open, part.quantity
    if stated is None:
        return open_
    if stated.unit != line.agreed.unit:
        raise Rejected("UNIT_DIFFERS", order=order.id, line=line.id, stated=stated.unit, ordered=line.agreed.unit)
    if stated.value < 0:
        raise Rejected("QUANTITY_NEGATIVE", order=order.id, line=line.id, stated=str(stated))
    if stated.value > open_:
        raise Rejected("MORE_THAN_OPEN", order=order.id, line=line.id, cancelled=str(stated), open=str(open_))
    return stated.value


def _nothing_ahead(order: Order) -> None:
    """Refused: `BILLED_AHEAD` while something of it is billed that did not leave."""
    for line in order.lines:
        if line.ledger.billable < 0:
            raise Rejected("BILLED_AHEAD", order=order.id, line=line.id, billed=str(line.ledger.invoiced))


def _without(line: OrderLine, quantity: Decimal) -> OrderLine:
    return changed(line, ledger=ledger.cancel(line.ledger, quantity)) if quantity else line


def _end(order: Order, reason: str) -> tuple[Event, ...]:
    if any(line.ledger.open for line in order.lines):
        return ()
    if not any(line.ledger.shipped for line in order.lines):
        return (*unanswered(order), OrderCancelled(reason, order.open_value))
    return (*unanswered(order), OrderClosed(reason)) if finished(order) else ()
