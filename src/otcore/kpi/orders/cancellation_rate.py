"""Cancellation rate: how much of what was ordered is given up."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.arrival import Unit
from otcore.kpi.orders.rows import ZERO, OrderRow
from otcore.kpi.orders.sample import line_id, placed_within, ratio, sample, share
from otcore.kpi.window import Window
from otcore.orders.amendment import Side
from otcore.values.rounding import Rounding


@frozen
class CancellationSpec:
    """Cancelled orders, in percent of the orders placed in the window.

    unit: ORDER, orders cancelled as a whole; LINE, lines of which nothing is wanted any more; UNIT, quantities given
    up / ordered, whatever their units. by: only orders that this side cancelled (by order; None: either). An order that
    the seller rejected is no cancellation, and counts as placed. Without orders: NO_ORDERS.
    """

    unit: Unit = Unit.ORDER
    by: Side | None = None
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


CANCELLATION_RATE = CancellationSpec()


def cancellation_rate(
    rows: Iterable[OrderRow], as_of: date, spec: CancellationSpec = CANCELLATION_RATE
) -> Measure[CancellationSpec, Fraction]:
    """The rate as of a day."""
    placed = placed_within(rows, as_of, spec.window)
    if spec.unit is Unit.ORDER:
        return share(spec, as_of, sample((row.order, _cancelled(row, as_of, spec.by)) for row in placed))
    lines = [(line_id(row, line), line) for row in placed for line in row.lines]
    if spec.unit is Unit.LINE:
        return share(spec, as_of, sample((id, Fraction(line.cancelled >= line.ordered)) for id, line in lines))
    ordered = sum((line.ordered for _, line in lines), ZERO)
    return ratio(spec, as_of, sample((id, Fraction(line.cancelled)) for id, line in lines), Fraction(ordered), 100)


def _cancelled(row: OrderRow, as_of: date, by: Side | None) -> Fraction:
    whole = row.cancelled is not None and row.cancelled.day <= as_of
    return Fraction(whole and by in (None, row.cancelled_by))
