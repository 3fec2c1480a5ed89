"""On time in full (OTIF), and its two halves."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.arrival import Against, Unit, Where, came_by, due, filled, shifted
from otcore.kpi.orders.rows import LineRow, OrderRow
from otcore.kpi.orders.sample import Said, line_id, over, placed_within, sample, share
from otcore.kpi.window import Window
from otcore.values.percentage import Percentage
from otcore.values.rounding import Rounding


class Counts(StrEnum):
    """Both, or one half alone."""

    ON_TIME_IN_FULL = "on-time-in-full"
    ON_TIME = "on-time"
    IN_FULL = "in-full"


@frozen
class OtifSpec:
    """On time in full, in percent of the lines (or orders) placed in the window whose day has come.

    On time: all that came, came by the day (`against`) and `late` days more, and not before `early` days (None: as
    early as it likes). In full: what came by then is what was ordered, but for `short` percent of it; what was given up
    counts as ordered. `where`: what left, or what arrived. An order counts when all of its lines do. Left out: lines of
    orders that were rejected or cancelled (CANCELLED), without a day (NO_DAY), and those whose day, with its tolerance,
    has not come and of which not all came (NOT_DUE). Without any: NO_ORDERS.
    """

    counts: Counts = Counts.ON_TIME_IN_FULL
    unit: Unit = Unit.LINE
    against: Against = Against.REQUESTED_OR_PROMISED
    where: Where = Where.DELIVERED
    early: int | None = None
    late: int = 0
    short: Percentage = Percentage(0)
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


ON_TIME_IN_FULL = OtifSpec()
"""By line, on arrival, by the day the buyer asked for."""


def on_time_in_full(
    rows: Iterable[OrderRow], as_of: date, spec: OtifSpec = ON_TIME_IN_FULL
) -> Measure[OtifSpec, Fraction]:
    """How many percent came on time and in full, as of a day."""
    placed = placed_within(rows, as_of, spec.window)
    said = _orders(placed, as_of, spec) if spec.unit is Unit.ORDER else _lines(placed, as_of, spec)
    return share(spec, as_of, sample(said))


def _lines(rows: Iterable[OrderRow], as_of: date, spec: OtifSpec) -> Iterator[tuple[str, Said]]:
    return ((line_id(row, line), line_says(row, line, as_of, spec)) for row in rows for line in row.lines)


def _orders(rows: Iterable[OrderRow], as_of: date, spec: OtifSpec) -> Iterator[tuple[str, Said]]:
    return ((row.order, order_says(row, as_of, spec)) for row in rows)


def order_says(row: OrderRow, as_of: date, spec: OtifSpec) -> Said:
    """1 when every line counts, 0 when one fails; the reason of the first line that says nothing, else."""
    said = [line_says(row, line, as_of, spec) for line in row.lines]
    if Fraction(0) in said:
        return Fraction(0)
    return next((each for each in said if isinstance(each, str)), Fraction(1))


def line_says(row: OrderRow, line: LineRow, as_of: date, spec: OtifSpec) -> Said:
    """1 when the line counts, 0 when it fails, or the reason why it is left out."""
    if over(row, as_of):
        return "CANCELLED"
    day = due(line, spec.against)
    if day is None:
        return "NO_DAY"
    limit = shifted(day, spec.late)
    in_full = _in_full(line, min(limit, as_of), spec)
    if not in_full and limit > as_of:
        return "NOT_DUE"
    on_time = _on_time(line, day, as_of, spec)
    asked = {Counts.ON_TIME: on_time, Counts.IN_FULL: in_full, Counts.ON_TIME_IN_FULL: on_time and in_full}
    return Fraction(asked[spec.counts])


def _in_full(line: LineRow, limit: date, spec: OtifSpec) -> bool:
    return filled(line, came_by(line, spec.where, limit)) >= 1 - Fraction(spec.short.value) / 100


def _on_time(line: LineRow, day: date, as_of: date, spec: OtifSpec) -> bool:
    """Something came, and nothing of it before or after its time."""
    first = date.min if spec.early is None else shifted(day, -spec.early)
    in_time = came_by(line, spec.where, min(shifted(day, spec.late), as_of), first)
    return 0 < in_time == came_by(line, spec.where, as_of)
