"""The lines of an order after each fact that moves their ledgers."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from otcore.orders import events as e
from otcore.orders import ledger
from otcore.orders.line import ZERO, Ledger, OrderLine
from otcore.orders.order import Order

F = TypeVar("F")
"""What a fact says of one line."""

Lines = tuple[OrderLine, ...]


def _allocated(order: Order, event: e.StockAllocated) -> Lines:
    promised, awaited, days = dict(event.lines), dict(event.awaited), dict(event.days)
    lines = []
    for line in order.lines:
        id, after = line.id, line.ledger
        if id in promised:
            after = ledger.allocate(after, promised[id])
        if id in awaited:
            after = ledger.await_(after, awaited[id])
        lines.append(OrderLine(id, line.agreed, after, days.get(id, line.promised)))
    return tuple(lines)


def _freed(order: Order, event: object) -> Lines:
    """Without any promise of goods, and so without a day but the seller's word; the other lines stay as they are."""
    return tuple(
        OrderLine(line.id, line.agreed, ledger.free(line.ledger), line.agreed.promised) if _is_promised(line) else line
        for line in order.lines
    )


def _is_promised(line: OrderLine) -> bool:
    return bool(line.ledger.allocations or line.ledger.awaited)


def _shipped(order: Order, event: e.GoodsShipped) -> Lines:
    return _each(order, {line.line: line for line in event.lines}, _left)


def _left(before: Ledger, line: e.ShippedLine) -> Ledger:
    after = ledger.ship(before, line.quantity, line.promised, line.released)
    after = ledger.arrive(after, line.awaited) if line.awaited else after
    return ledger.cancel(after, line.cancelled) if line.cancelled else after


def _reversed(order: Order, event: e.ShipmentReversed) -> Lines:
    back = {line: (quantity, cancelled) for line, quantity, cancelled in event.lines}
    return _each(order, back, lambda before, of: ledger.take_back(before, *of))


def _delivered(order: Order, event: e.GoodsDelivered) -> Lines:
    return _each(order, dict(event.lines), ledger.deliver)


def _cancelled(order: Order, event: e.LinesCancelled) -> Lines:
    return _each(order, dict(event.lines), ledger.cancel)


def _return_requested(order: Order, event: e.ReturnRequested) -> Lines:
    return _each(order, dict(event.lines), ledger.request_return)


def _return_dropped(order: Order, event: e.ReturnDropped) -> Lines:
    return _each(order, {line: -quantity for line, quantity in event.lines}, ledger.request_return)


def _returned(order: Order, event: e.GoodsReturned) -> Lines:
    unbilled = dict(event.unbilled)
    came = {line: (good, scrapped, unbilled.get(line, ZERO)) for line, good, scrapped in event.lines}
    return _each(order, came, lambda before, of: ledger.return_(before, *of))


def _invoiced(order: Order, event: e.LinesInvoiced) -> Lines:
    return _each(order, dict(event.lines), ledger.invoice)


def _credited(order: Order, event: e.LinesCredited) -> Lines:
    return _each(order, dict(event.lines), ledger.credit)


def _given_up(order: Order, event: e.OrderCancelled) -> Lines:
    return _each(order, {line.id: line.ledger.open for line in order.lines}, ledger.cancel)


def _each(order: Order, facts: Mapping[str, F], after: Callable[[Ledger, F], Ledger]) -> Lines:
    """The lines, each that a fact is about with its ledger after it."""
    return tuple(
        [
            OrderLine(line.id, line.agreed, after(line.ledger, facts[line.id]), line.promised)
            if line.id in facts
            else line
            for line in order.lines
        ]
    )


MOVES: Mapping[type, Callable[[Order, Any], Lines]] = {
    e.StockAllocated: _allocated,
    e.StockFreed: _freed,
    e.GoodsShipped: _shipped,
    e.ShipmentReversed: _reversed,
    e.GoodsDelivered: _delivered,
    e.LinesCancelled: _cancelled,
    e.ReturnRequested: _return_requested,
    e.ReturnDropped: _return_dropped,
    e.GoodsReturned: _returned,
    e.LinesInvoiced: _invoiced,
    e.LinesCredited: _credited,
    e.OrderCancelled: _given_up,
}
