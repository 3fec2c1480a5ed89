"""Cash conversion cycle: from the money spent on goods to the money received for them."""

from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.values.rounding import Rounding


@frozen
class CashCycleSpec:
    """Cash conversion cycle, in days: DSO + days inventory outstanding - days payables outstanding.

    The latter two are given: they are no figures of receivables. Where there is no DSO there is no cycle, for the same
    reason. Printed with `places` decimals.
    """

    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


CASH_CYCLE = CashCycleSpec()
"""The default: one decimal."""


def cash_cycle(
    dso: Measure[Any, Any], inventory_days: Fraction, payables_days: Fraction, spec: CashCycleSpec = CASH_CYCLE
) -> Measure[CashCycleSpec, Fraction]:
    """The figure of the DSO's day; the numerator is the days, the denominator 1."""
    as_of: date = dso.as_of
    days = (dso.value or Fraction(0)) + inventory_days - payables_days
    return Measure(spec, as_of, days, Fraction(1), 1, dso.reason, dso.population)
