"""Order cycle time and its stages: how long from one milestone of an order to another."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.clock import Clock, took
from otcore.kpi.orders.rows import ZERO, LineRow, Moved, OrderRow, Reached
from otcore.kpi.orders.sample import Said, over, sample
from otcore.kpi.orders.statistic import Statistic, spread
from otcore.kpi.window import Window
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.rounding import Rounding


class Milestone(StrEnum):
    """A point in an order's life. Of shipments, deliveries, invoices and payments: when the last one was there, that is
    when all that was ordered and not given up had left or arrived, and when every invoice was issued or settled.
    FIRST_SHIPPED: when the first goods left.
    """

    PLACED = "placed"
    ANSWERED = "answered"
    FIRST_SHIPPED = "first-shipped"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    INVOICED = "invoiced"
    PAID = "paid"


_EARLIEST = datetime.min.replace(tzinfo=UTC)


@frozen
class CycleTimeSpec:
    """Cycle time, in days: from `start` to `end` of each order that reached `end` in the window, by `statistic`.

    An order that did not reach both by the day is left out (OPEN), one that was rejected or cancelled before too
    (CANCELLED), and one that reached the end before the window (BEFORE). `clock`: what a day is; `calendar`: working
    days. Every order counts alike, whatever it is worth. Without an order: NO_ORDERS.
    """

    start: Milestone = Milestone.PLACED
    end: Milestone = Milestone.PAID
    window: Window | None = None
    clock: Clock = Clock.DAYS
    calendar: WorkCalendar = MONDAY_TO_FRIDAY
    statistic: Statistic = Statistic.MEAN
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


ORDER_TO_CASH = CycleTimeSpec()
"""From the order to the last payment: the whole way."""

ORDER_TO_ACKNOWLEDGEMENT = CycleTimeSpec(Milestone.PLACED, Milestone.ANSWERED)
ACKNOWLEDGEMENT_TO_SHIPMENT = CycleTimeSpec(Milestone.ANSWERED, Milestone.SHIPPED)
SHIPMENT_TO_INVOICE = CycleTimeSpec(Milestone.SHIPPED, Milestone.INVOICED)
INVOICE_TO_CASH = CycleTimeSpec(Milestone.INVOICED, Milestone.PAID)
ORDER_FULFILMENT = CycleTimeSpec(Milestone.PLACED, Milestone.DELIVERED)
"""From the order to the arrival of all of it."""

STAGES = (ORDER_TO_ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_TO_SHIPMENT, SHIPMENT_TO_INVOICE, INVOICE_TO_CASH)
"""One after the other they are the whole way. Law: of an order that went all of it they sum to `ORDER_TO_CASH`."""


def cycle_time(
    rows: Iterable[OrderRow], as_of: date, spec: CycleTimeSpec = ORDER_TO_CASH
) -> Measure[CycleTimeSpec, Fraction]:
    """The cycle time of orders as of a day; rows of what happened later may be given."""
    placed = [row for row in rows if row.placed.day <= as_of]
    return spread(
        spec, as_of, sample((row.order, _of(row, as_of, spec)) for row in placed), spec.statistic, "NO_ORDERS"
    )


def _of(row: OrderRow, as_of: date, spec: CycleTimeSpec) -> Said:
    start, end = reached(row, spec.start), reached(row, spec.end)
    if start is None or end is None or max(start.day, end.day) > as_of:
        return "CANCELLED" if over(row, as_of) else "OPEN"
    if spec.window and end.day < spec.window.period(as_of).start:
        return "BEFORE"
    return took(start, end, spec.clock, spec.calendar)


def reached(row: OrderRow, milestone: Milestone) -> Reached | None:
    """When the order reached it; None while it has not."""
    return _REACHED[milestone](row)


def _first_shipped(row: OrderRow) -> Reached | None:
    moves = [move.when for line in row.lines for move in line.shipped]
    return min(moves, key=_day, default=None)


def _all(moves: Callable[[LineRow], tuple[Moved, ...]]) -> Callable[[OrderRow], Reached | None]:
    def complete(row: OrderRow) -> Reached | None:
        if any(
            sum((each.quantity for each in moves(line)), ZERO) < line.ordered - line.cancelled for line in row.lines
        ):
            return None
        return max((each.when for line in row.lines for each in moves(line)), key=_day, default=None)

    return complete


_shipped = _all(lambda line: line.shipped)
_delivered = _all(lambda line: line.delivered)


def _invoiced(row: OrderRow) -> Reached | None:
    """With the last invoice, once all is shipped that will be, and nothing of it is still to be billed."""
    issued = max((each.issued for each in row.invoices), key=_day, default=None)
    return None if any(line.unbilled for line in row.lines) or not _shipped(row) else issued


def _paid(row: OrderRow) -> Reached | None:
    settled = [each.settled for each in row.invoices if each.settled]
    if not _invoiced(row) or len(settled) < len(row.invoices):
        return None
    return max(settled, key=_day)


def _day(when: Reached) -> tuple[date, datetime]:
    return when.day, when.at or _EARLIEST


_REACHED: Mapping[Milestone, Callable[[OrderRow], Reached | None]] = {
    Milestone.PLACED: lambda row: row.placed,
    Milestone.ANSWERED: lambda row: row.answered,
    Milestone.FIRST_SHIPPED: _first_shipped,
    Milestone.SHIPPED: _shipped,
    Milestone.DELIVERED: _delivered,
    Milestone.INVOICED: _invoiced,
    Milestone.PAID: _paid,
}
