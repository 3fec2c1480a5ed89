"""Hold time: how long orders wait for somebody."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.clock import Clock, took
from otcore.kpi.orders.rows import HoldRow, OrderRow, Reached
from otcore.kpi.orders.sample import Said, placed_within, sample
from otcore.kpi.orders.statistic import Statistic, spread
from otcore.kpi.spans import merged
from otcore.kpi.window import Window
from otcore.orders.hold import HoldKind
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.rounding import Rounding


@frozen
class HoldTimeSpec:
    """Hold time, in days: how long the orders placed in the window that were held at all waited, by `statistic`.

    Of the holds of one `kind`, from the first day to the last without the days between two; a hold that stands counts
    up to the day asked for, and by the recorded clock not at all (OPEN). Orders that were never held so are left out
    (NOT_HELD). Without any: NO_HOLDS.
    """

    kind: HoldKind = HoldKind.CREDIT
    window: Window | None = None
    clock: Clock = Clock.DAYS
    calendar: WorkCalendar = MONDAY_TO_FRIDAY
    statistic: Statistic = Statistic.MEAN
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


CREDIT_HOLD_TIME = HoldTimeSpec()


def hold_time(
    rows: Iterable[OrderRow], as_of: date, spec: HoldTimeSpec = CREDIT_HOLD_TIME
) -> Measure[HoldTimeSpec, Fraction]:
    """The hold time as of a day."""
    placed = placed_within(rows, as_of, spec.window)
    waited = sample((row.order, _waited(row, as_of, spec)) for row in placed)
    return spread(spec, as_of, waited, spec.statistic, "NO_HOLDS")


def _waited(row: OrderRow, as_of: date, spec: HoldTimeSpec) -> Said:
    holds = [each for each in row.holds if each.kind is spec.kind and each.since.day <= as_of]
    if not holds:
        return "NOT_HELD"
    waited = Fraction(0)
    for since, until in merged(((each.since, _until(each, as_of)) for each in holds), _day):
        part = took(since, until, spec.clock, spec.calendar)
        if isinstance(part, str):
            return "OPEN" if until.at is None else part
        waited += part
    return waited


def _until(hold: HoldRow, as_of: date) -> Reached:
    ended = hold.until
    return ended if ended and ended.day <= as_of else Reached(as_of)


def _day(when: Reached) -> date:
    return when.day
