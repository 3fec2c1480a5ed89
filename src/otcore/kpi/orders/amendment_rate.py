"""Amendments: how often what was agreed is changed."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.rows import OrderRow
from otcore.kpi.orders.sample import placed_within, ratio, sample
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding


@frozen
class AmendmentSpec:
    """Amendments accepted by the day to orders placed in the window. Without orders: NO_ORDERS.

    each False: orders that were amended, in percent of the orders. each True: amendments for 100 orders, every one
    counted.
    """

    each: bool = False
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


AMENDMENT_RATE = AmendmentSpec()


def amendment_rate(
    rows: Iterable[OrderRow], as_of: date, spec: AmendmentSpec = AMENDMENT_RATE
) -> Measure[AmendmentSpec, Fraction]:
    """The rate as of a day."""
    placed = placed_within(rows, as_of, spec.window)
    amended = ((row.order, sum(when.day <= as_of for when in row.amended)) for row in placed)
    counts = sample((id, Fraction(count if spec.each else min(count, 1))) for id, count in amended)
    return ratio(spec, as_of, counts, Fraction(len(placed)), 100)
