"""Sales-weighted DSO: each month's open amount against that month's own sales."""

from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.months import MonthDays, days_of, month_of
from otcore.kpi.outstanding.by_month import months_open
from otcore.kpi.sales import SalesBasis
from otcore.values.rounding import Rounding


@frozen
class SalesWeightedSpec:
    """Sales-weighted DSO, in days: the sum, over calendar months, of what is open of the month's invoices / the month's
    sales x its days.

    An item belongs to the month of its invoice date, a credit note that waits to that of its posting, below zero.
    month_days: thirty (default), or those the month has. sales: less what was credited in the month, or invoices alone.
    Left out: items of a month without sales (NO_SALES_IN_MONTH) and those known only by payments (NOT_ISSUED).
    The numerator is the days, the denominator 1. Printed with `places` decimals.
    """

    month_days: MonthDays = MonthDays.THIRTY
    sales: SalesBasis = SalesBasis.LESS_CREDITS
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


SALES_WEIGHTED = SalesWeightedSpec()
"""The default: months of thirty days."""


def sales_weighted(
    entries: Rows, as_of: date, currency: str, spec: SalesWeightedSpec = SALES_WEIGHTED
) -> Measure[SalesWeightedSpec, Fraction]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    found = months_open(entries, as_of, currency, spec.sales)
    days = sum((share * days_of(month_of(day), as_of, spec.month_days) for day, share in found.shares), Fraction(0))
    return Measure(spec, as_of, days, Fraction(1), 1, "", found.population)
