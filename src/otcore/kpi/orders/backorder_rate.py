"""Backorder rate: lines whose goods were to be there and are not."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.arrival import Against, Where, came_by, due
from otcore.kpi.orders.rows import LineRow, OrderRow
from otcore.kpi.orders.sample import Said, line_id, over, placed_within, sample, share
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding


@frozen
class BackorderSpec:
    """Lines on backorder, in percent of the lines placed in the window whose day has come.

    On backorder: something of it that was not given up has not left (`where`) although its day (`against`) is over.
    `ever`: lines that were on backorder at the end of their day, whether they came since or not. Left out: lines of
    rejected and cancelled orders (CANCELLED), without a day (NO_DAY), whose day is not over (NOT_DUE). Without any:
    NO_LINES.
    """

    against: Against = Against.REQUESTED_OR_PROMISED
    where: Where = Where.SHIPPED
    ever: bool = False
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


BACKORDER_RATE = BackorderSpec()


def backorder_rate(
    rows: Iterable[OrderRow], as_of: date, spec: BackorderSpec = BACKORDER_RATE
) -> Measure[BackorderSpec, Fraction]:
    """The rate as of a day."""
    lines = ((row, line) for row in placed_within(rows, as_of, spec.window) for line in row.lines)
    said = sample((line_id(row, line), _waits(row, line, as_of, spec)) for row, line in lines)
    return share(spec, as_of, said, "NO_LINES")


def _waits(row: OrderRow, line: LineRow, as_of: date, spec: BackorderSpec) -> Said:
    if over(row, as_of):
        return "CANCELLED"
    day = due(line, spec.against)
    if day is None:
        return "NO_DAY"
    if day >= as_of:
        return "NOT_DUE"
    came = came_by(line, spec.where, day if spec.ever else as_of)
    return Fraction(came < line.ordered - line.cancelled)
