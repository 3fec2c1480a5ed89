"""Days deductions outstanding: how long what was taken off payments stays unresolved."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.kpi.basis import Basis
from otcore.kpi.facts import DisputeRow, rounds_known
from otcore.kpi.measure import Measure
from otcore.kpi.population import population_of
from otcore.kpi.window import Days
from otcore.values.currencies import digits
from otcore.values.rounding import Rounding


@frozen
class DeductionsSpec:
    """Days deductions outstanding: deductions open on the day / deductions incurred in the window x days of the window.

    by: their amounts (default; both sides in minor units), or their number. window: 90 days up to the day unless told;
    incurred: opened in it (the last time), settled or not. Left out: disputes that were only claimed (CLAIM), and what
    was settled and incurred before the window (SETTLED_EARLIER). Without a deduction in the window there is no figure
    (NO_DEDUCTIONS). Printed with `places` decimals.
    """

    by: Basis = Basis.AMOUNT
    window: Days = Days(90)
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


DEDUCTIONS = DeductionsSpec()
"""The default: by amount, 90 days."""


def deductions(
    rows: Iterable[DisputeRow], as_of: date, currency: str, spec: DeductionsSpec = DEDUCTIONS
) -> Measure[DeductionsSpec, int]:
    """The figure from rows of disputes of one currency, as they were known by the day.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    digits(currency)
    known = rounds_known(rows, as_of, currency)
    period = spec.window.period(as_of)
    taken = [row for row in known if row.deduction]
    still = sum(_size(row, spec.by) for row in taken if row.open_on(as_of))
    incurred = sum(_size(row, spec.by) for row in taken if row.opened in period)
    reasons = [(_left_out(row, row.open_on(as_of) or row.opened in period), row.id) for row in known]
    reason = "" if incurred > 0 else "NO_DEDUCTIONS"
    return Measure(spec, as_of, still, incurred, spec.window.days, reason, population_of(reasons))


def _size(row: DisputeRow, by: Basis) -> int:
    return 1 if by is Basis.COUNT else row.amount.minor


def _left_out(row: DisputeRow, counts: bool) -> str:
    if not row.deduction:
        return "CLAIM"
    return "" if counts else "SETTLED_EARLIER"
