"""True DSO: the age of each open item, weighted by its share of its month's sales."""

from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.outstanding.by_month import months_open
from otcore.kpi.sales import SalesBasis
from otcore.values.rounding import Rounding


@frozen
class TrueDsoSpec:
    """True DSO (Credit Research Foundation), in days: the sum, over open items, of the days since the invoice date x
    the open amount / the sales of the calendar month of the invoice.

    sales: less what was credited in the month, or invoices alone. Left out: as in sales-weighted DSO. The numerator is
    the days, the denominator 1. Printed with `places` decimals.
    """

    sales: SalesBasis = SalesBasis.LESS_CREDITS
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


TRUE_DSO = TrueDsoSpec()
"""The default: one decimal."""


def true_dso(entries: Rows, as_of: date, currency: str, spec: TrueDsoSpec = TRUE_DSO) -> Measure[TrueDsoSpec, Fraction]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    found = months_open(entries, as_of, currency, spec.sales)
    days = sum((share * (as_of - day).days for day, share in found.shares), Fraction(0))
    return Measure(spec, as_of, days, Fraction(1), 1, "", found.population)
