"""What an order's own facts say of it: its state, and when it reached its milestones."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.kpi.orders.rows import ZERO, HoldRow, InvoiceRow, LineRow, Moved, OrderRow, Reached
from otcore.kpi.orders.sent import Sent
from otcore.orders import events as e
from otcore.orders.amendment import Side
from otcore.orders.evolution import evolve
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.recorded import Recorded


@frozen
class Placed:
    """An order as its facts leave it. `placed` is None while it is a draft."""

    order: Order
    placed: Reached | None = None
    answered: Reached | None = None
    confirmed: Reached | None = None
    rejected: Reached | None = None
    cancelled: Reached | None = None
    cancelled_by: Side | None = None
    closed: Reached | None = None
    amended: tuple[Reached, ...] = ()
    holds: tuple[HoldRow, ...] = ()

    def row(self, sent: Sequence[Sent], invoices: Sequence[InvoiceRow]) -> OrderRow:
        """The order's row, with what was sent of it and billed for it."""
        assert self.placed is not None
        told = {answer.line: answer.promised for answer in self.order.answers}
        return OrderRow(
            order=self.order.id,
            customer=self.order.customer,
            placed=self.placed,
            value=self.order.value,
            answered=self.answered,
            confirmed=self.confirmed,
            rejected=self.rejected,
            cancelled=self.cancelled,
            cancelled_by=self.cancelled_by,
            closed=self.closed,
            amended=self.amended,
            holds=self.holds,
            lines=tuple(_line(line, told.get(line.id), sent) for line in self.order.lines),
            invoices=tuple(sorted(invoices, key=lambda each: each.invoice)),
        )


def placed_after(before: Placed | None, recorded: Recorded) -> Placed:
    """What is known of an order after one more fact of its own."""
    event = recorded.event
    order = evolve(before.order if before else None, event)
    after = Placed(order) if before is None else changed(before, order=order)
    told = _TOLD.get(type(event))
    return told(after, event, recorded) if told else after


def _when(recorded: Recorded, day: date | None = None) -> Reached:
    return Reached(day or recorded.at.date(), recorded.at)


def _placed(known: Placed, event: e.OrderPlaced, recorded: Recorded) -> Placed:
    return changed(known, placed=_when(recorded, event.day))


def _answered(known: Placed, event: e.OrderAcknowledged, recorded: Recorded) -> Placed:
    return changed(known, answered=known.answered or _when(recorded, event.day))


def _held(known: Placed, event: e.HoldPlaced, recorded: Recorded) -> Placed:
    return changed(known, holds=(*known.holds, HoldRow(kind=event.hold.kind, since=_when(recorded, event.hold.since))))


def _released(known: Placed, event: e.HoldReleased, recorded: Recorded) -> Placed:
    until = _when(recorded, event.day)
    waiting = [each.kind is event.kind and each.until is None for each in known.holds]
    holds = zip(known.holds, waiting, strict=True)
    return changed(known, holds=tuple(changed(hold, until=until) if over else hold for hold, over in holds))


def _ended(name: str) -> Callable[[Placed, Any, Recorded], Placed]:
    """The order's own end: whatever it still waited for is over with it."""

    def after(known: Placed, event: object, recorded: Recorded) -> Placed:
        until = _when(recorded)
        what: dict[str, Any] = {name: until}
        holds = tuple(each if each.until else changed(each, until=until) for each in known.holds)
        return changed(known, holds=holds, **what)

    return after


def _cancelled(known: Placed, event: e.OrderCancelled, recorded: Recorded) -> Placed:
    return changed(_ended("cancelled")(known, event, recorded), cancelled_by=event.by)


def _amended(known: Placed, event: e.AmendmentAccepted, recorded: Recorded) -> Placed:
    return changed(known, amended=(*known.amended, _when(recorded)))


_TOLD: Mapping[type, Callable[[Placed, Any, Recorded], Placed]] = {
    e.OrderPlaced: _placed,
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
