"""What an order's own facts say of it: its state, and when it reached its milestones."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.kpi.orders.rows import ZERO, HoldRow, InvoiceRow, LineRow, Moved, OrderRow, Reached
from otcore.kpi.orders.sent import Sent
from otcore.orders import events as e
from otcore.orders.evolution import evolve
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.recorded import Recorded


@frozen
class Placed:
    """An order as its facts leave it, and its row so far: None while it is a draft."""

    order: Order
    so_far: OrderRow | None = None

    def row(self, sent: Sequence[Sent], invoices: Sequence[InvoiceRow]) -> OrderRow | None:
        """The order's row, with what was sent of it and billed for it; None for a draft."""
        if self.so_far is None:
            return None
        told = {answer.line: answer.promised for answer in self.order.answers}
        lines = tuple(_line(line, told.get(line.id), sent) for line in self.order.lines)
        return changed(self.so_far, lines=lines, invoices=tuple(sorted(invoices, key=lambda each: each.invoice)))


def placed_after(before: Placed | None, recorded: Recorded) -> Placed:
    """What is known of an order after one more fact of its own."""
    event, row = recorded.event, before.so_far if before else None
    order = evolve(before.order if before else None, event)
    if isinstance(event, e.OrderPlaced):
        placed = _when(recorded, event.day)
        return Placed(order, OrderRow(order=event.order, customer=event.customer, placed=placed, value=event.value))
    told = _TOLD.get(type(event))
    return Placed(order, told(row, event, recorded) if row and told else row)


def _when(recorded: Recorded, day: date | None = None) -> Reached:
    return Reached(day or recorded.at.date(), recorded.at)


def _answered(known: OrderRow, event: e.OrderAcknowledged, recorded: Recorded) -> OrderRow:
    return changed(known, answered=known.answered or _when(recorded, event.day))


def _held(known: OrderRow, event: e.HoldPlaced, recorded: Recorded) -> OrderRow:
    return changed(known, holds=(*known.holds, HoldRow(kind=event.hold.kind, since=_when(recorded, event.hold.since))))


def _released(known: OrderRow, event: e.HoldReleased, recorded: Recorded) -> OrderRow:
    until = _when(recorded, event.day)
    waiting = [each.kind is event.kind and each.until is None for each in known.holds]
    holds = zip(known.holds, waiting, strict=True)
    return changed(known, holds=tuple(changed(hold, until=until) if over else hold for hold, over in holds))


def _ended(name: str) -> Callable[[OrderRow, Any, Recorded], OrderRow]:
    """The order's own end: whatever it still waited for is over with it."""

    def after(known: OrderRow, event: object, recorded: Recorded) -> OrderRow:
        until = _when(recorded)
        what: dict[str, Any] = {name: until}
        holds = tuple(each if each.until else changed(each, until=until) for each in known.holds)
        return changed(known, holds=holds, **what)

    return after


def _cancelled(known: OrderRow, event: e.OrderCancelled, recorded: Recorded) -> OrderRow:
    return changed(_ended("cancelled")(known, event, recorded), cancelled_by=event.by)


def _amended(known: OrderRow, event: e.AmendmentAccepted, recorded: Recorded) -> OrderRow:
    return changed(known, amended=(*known.amended, _when(recorded)))


_TOLD: Mapping[type, Callable[[OrderRow, Any, Recorded], OrderRow]] = {
    e.OrderAcknowledged: _answered,
    e.OrderConfirmed: lambda known, event, recorded: changed(known, confirmed=_when(recorded)),
    e.OrderRejected: _ended("rejected"),
    e.OrderCancelled: _cancelled,
    e.OrderClosed: lambda known, event, recorded: changed(known, closed=_when(recorded)),
    e.OrderReopened: lambda known, event, recorded: changed(known, closed=None),
    e.HoldPlaced: _held,
    e.HoldReleased: _released,
    e.AmendmentAccepted: _amended,
}


def _line(line: OrderLine, told: date | None, sent: Sequence[Sent]) -> LineRow:
    asked = line.agreed.requested
    return LineRow(
        line=line.id,
        ordered=line.ledger.ordered,
        cancelled=line.ledger.cancelled,
        requested=asked.end if asked else None,
        promised=told or line.agreed.promised,
        shipped=_moves(each for one in sent for each in one.shipped.get(line.id, ())),
        delivered=_moves(each for one in sent for each in one.delivered.get(line.id, ())),
        returned=sum((one.returned.get(line.id, ZERO) for one in sent), ZERO),
        spoilt=sum((one.spoilt.get(line.id, ZERO) for one in sent), ZERO),
        unbilled=max(line.ledger.billable, ZERO),
    )


def _moves(found: Any) -> tuple[Moved, ...]:
    return tuple(sorted(found, key=lambda each: each.when.day))
