"""The order after each fact: `evolve`, and what moves its status, its holds and what was agreed."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from otcore.orders import events as e
from otcore.orders import evolution_of_advances as of_advances
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.amendment import Side
from otcore.orders.amendment_lifecycle import AMENDMENT
from otcore.orders.evolution_of_lines import MOVES
from otcore.orders.hold import Release
from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.orders.line import ZERO, Ledger, OrderLine
from otcore.orders.order import Order
from otcore.values.fast_init import changed
from otcore.values.money import Money


def evolve(order: Order | None, event: Any) -> Order:
    """The order after one fact; never refuses, computes no rule."""
    status = LIFE_CYCLE.after(order.status if order else None, event)
    return _AFTER[type(event)](order, event, status)


def _drafted(order: Order | None, event: e.OrderDrafted, status: Status) -> Order:
    return changed(_begun(event, status), requested=event.requested)


def _placed(order: Order | None, event: e.OrderPlaced, status: Status) -> Order:
    begun = _begun(event, status)
    return begun if event.rate is None else changed(begun, rate=event.rate)


def _begun(event: e.OrderDrafted | e.OrderPlaced, status: Status) -> Order:
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
    nothing, response = Money.zero(order.currency), ResponseCode.REJECTED
    lines = MOVES[e.StockFreed](order, event)
    return changed(
        order, status=status, lines=lines, reasons=event.reasons, open_value=nothing, response=response, holds=()
    )


def _held(order: Order, event: e.HoldPlaced, status: Status) -> Order:
    return changed(order, status=status, holds=(*order.holds, event.hold))


def _released(order: Order, event: e.HoldReleased, status: Status) -> Order:
    codes = tuple(hold.code for hold in order.holds if hold.kind == event.kind)
    release = Release(event.kind, event.reason, event.value, event.day or order.day, event.by, codes, order.value)
    holds = tuple(hold for hold in order.holds if hold.kind != event.kind)
    return changed(order, status=status, holds=holds, releases=(*order.releases, release))


def _rated(order: Order, event: e.RateFixed, status: Status) -> Order:
    return changed(order, status=status, rate=event.rate)


def _cleared(order: Order, event: e.CreditCleared, status: Status) -> Order:
    return changed(order, status=status, cleared=event.value)


def _allocated(order: Order, event: e.StockAllocated, status: Status) -> Order:
    lines = MOVES[e.StockAllocated](order, event)
    return changed(order, status=status, lines=lines, promised=True, promised_until=event.until)


def _freed(order: Order, event: e.StockFreed, status: Status) -> Order:
    return changed(order, status=status, lines=MOVES[e.StockFreed](order, event), promised_until=None)


def _received(order: Order, event: e.ReceiptAcknowledged, status: Status) -> Order:
    return changed(order, status=status, response=ResponseCode.RECEIVED)


def _acknowledged(order: Order, event: e.OrderAcknowledged, status: Status) -> Order:
    return changed(order, status=status, response=event.code, answers=event.answers)


def _confirmed(order: Order, event: e.OrderConfirmed, status: Status) -> Order:
    return changed(order, status=status, promised_until=None)


def _proposed(order: Order, event: e.AmendmentProposed, status: Status) -> Order:
    AMENDMENT.after(order.proposal.status if order.proposal else None, event)  # one at a time
    return changed(order, status=status, amendments=(*order.amendments, event.amendment))


def _accepted(order: Order, event: e.AmendmentAccepted, status: Status) -> Order:
    amended = {line.line: line for line in event.lines}
    lines = [_amended(line, amended.pop(line.id)) if line.id in amended else line for line in order.lines]
    new = [_added(line) for line in amended.values()]
    return changed(
        _answered(order, event, status),
        lines=(*lines, *new),
        value=event.value,
        open_value=event.open_value,
        details=event.details or order.details,
        revision=order.revision + 1,
    )


def _amended(line: OrderLine, after: e.AmendedLine) -> OrderLine:
    cancelled = line.ledger.cancelled if after.cancelled is None else after.cancelled
    ledger = changed(line.ledger, ordered=after.ordered, cancelled=cancelled)
    return OrderLine(line.id, after.agreed, ledger, after.promised)


def _added(line: e.AmendedLine) -> OrderLine:
    return OrderLine(line.line, line.agreed, Ledger(line.ordered, line.cancelled or ZERO), line.promised)


def _answered(order: Order, event: Any, status: Status, answer: str = "") -> Order:
    """The order with its open proposal answered."""
    proposal = order.proposal
    after = AMENDMENT.after(proposal.status if proposal else None, event)
    answered = attrs.evolve(order.amendments[-1], status=after, answer=answer)
    return changed(order, status=status, amendments=(*order.amendments[:-1], answered))


def _turned_down(order: Order, event: e.AmendmentRejected | e.AmendmentWithdrawn, status: Status) -> Order:
    return _answered(order, event, status, event.reason)


def _shipped(order: Order, event: e.GoodsShipped, status: Status) -> Order:
    open_value = order.open_value - event.value - event.dropped
    after = changed(order, status=status, lines=MOVES[e.GoodsShipped](order, event), open_value=open_value)
    return after if event.ahead is None else changed(after, ahead=of_advances.ahead_after(order, -event.ahead))


def _reversed(order: Order, event: e.ShipmentReversed, status: Status) -> Order:
    lines = MOVES[e.ShipmentReversed](order, event)
    cleared = None if order.cleared is None else order.cleared + event.value  # what left had been cleared
    ahead = of_advances.ahead_after(order, event.ahead)
    open_value = order.open_value + event.value
    return changed(order, status=status, lines=lines, open_value=open_value, cleared=cleared, ahead=ahead)


def _lines_cancelled(order: Order, event: e.LinesCancelled, status: Status) -> Order:
    lines = MOVES[e.LinesCancelled](order, event)
    return changed(order, status=status, lines=lines, open_value=order.open_value - event.released)


def _moved(order: Order, event: Any, status: Status) -> Order:
    return changed(order, status=status, lines=MOVES[type(event)](order, event))


def _cancelled(order: Order, event: e.OrderCancelled, status: Status) -> Order:
    nothing, reasons = Money.zero(order.currency), (event.reason,) if event.reason else ()
    response = ResponseCode.REJECTED if event.by is Side.SELLER else order.response
    lines = MOVES[e.OrderCancelled](order, event)
    return changed(order, status=status, lines=lines, open_value=nothing, holds=(), reasons=reasons, response=response)


def _closed(order: Order, event: e.OrderClosed, status: Status) -> Order:
    lines, nothing = MOVES[e.StockFreed](order, event), Money.zero(order.currency)
    reasons = (event.reason,) if event.reason else ()
    return changed(order, status=status, lines=lines, open_value=nothing, reasons=reasons)


def _reopened(order: Order, event: e.OrderReopened, status: Status) -> Order:
    return changed(order, status=status, open_value=event.value, reasons=(), promised=False, cleared=None)


_AFTER: Mapping[type, Callable[[Any, Any, Status], Order]] = {
    e.OrderDrafted: _drafted,
    e.OrderPlaced: _placed,
    e.OrderRejected: _rejected,
    e.HoldPlaced: _held,
    e.HoldReleased: _released,
    e.RateFixed: _rated,
    e.CreditCleared: _cleared,
    e.StockAllocated: _allocated,
    e.StockFreed: _freed,
    e.ReceiptAcknowledged: _received,
    e.OrderAcknowledged: _acknowledged,
    e.OrderConfirmed: _confirmed,
    e.AmendmentProposed: _proposed,
    e.AmendmentAccepted: _accepted,
    e.AmendmentRejected: _turned_down,
    e.AmendmentWithdrawn: _turned_down,
    e.GoodsShipped: _shipped,
    e.ShipmentReversed: _reversed,
    e.GoodsDelivered: _moved,
    e.LinesCancelled: _lines_cancelled,
    e.ReturnRequested: _moved,
    e.ReturnDropped: _moved,
    e.GoodsReturned: _moved,
    e.LinesInvoiced: of_advances.lines_invoiced,
    e.LinesCredited: _moved,
    e.MilestonesPlanned: of_advances.planned,
    e.AdvanceBilled: of_advances.billed,
    e.AdvanceDeducted: of_advances.deducted,
    e.AdvanceReturned: of_advances.returned,
    e.AdvanceCredited: of_advances.credited,
    e.OrderCancelled: _cancelled,
    e.OrderClosed: _closed,
    e.OrderReopened: _reopened,
}
