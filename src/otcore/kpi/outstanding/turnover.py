"""Receivables turnover: how often receivables are turned into cash."""

from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.balance import share_undefined
from otcore.kpi.behind import items_behind
from otcore.kpi.dso import Rows
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.sales import SalesBasis, sales
from otcore.kpi.window import Days, Months, Window
from otcore.receivables.ledger import control
from otcore.values.money import Money
from otcore.values.rounding import Rounding


@frozen
class TurnoverSpec:
    """Receivables turnover, in times: credit sales of the window / receivables.

    window: three calendar months up to the day unless told. receivables: the average of those before the window and at
    its end (default; the denominator is then the sum of both, the factor two), or the ending ones. annualised: times
    12 / months, or `year_days` / days of the window. sales: less what was credited, or invoices alone. Gross of
    unapplied cash, with tax, as invoiced. Without receivables there is no figure (NOTHING_OPEN), nor where they are in
    the customers' favour (CREDIT_BALANCE). Printed with `places` decimals.
    """

    window: Window = Months(3)
    receivables: ReceivablesBasis = ReceivablesBasis.AVERAGE
    annualised: bool = False
    year_days: int = 365
    sales: SalesBasis = SalesBasis.LESS_CREDITS
    places: int = 2
    rounding: Rounding = Rounding.HALF_UP


TURNOVER = TurnoverSpec()
"""The default: a quarter, average receivables, not annualised."""


def turnover(entries: Rows, as_of: date, currency: str, spec: TurnoverSpec = TURNOVER) -> Measure[TurnoverSpec, Money]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows, period = as_of_rows(entries, as_of, currency), spec.window.period(as_of)
    owed, factor, average = control(rows, currency), _times(spec), spec.receivables is ReceivablesBasis.AVERAGE
    if average:
        owed, factor = owed + control(tuple(row for row in rows if row.day < period.start), currency), factor * 2
    sold = Money.from_minor(sales(rows, period, spec.sales), currency)
    plain = factor.numerator if factor.denominator == 1 else factor
    population = items_behind(rows, period, currency, spec.sales, average)
    return Measure(spec, as_of, sold, owed, plain, share_undefined(owed), population)


def _times(spec: TurnoverSpec) -> Fraction:
    if not spec.annualised:
        return Fraction(1)
    if isinstance(spec.window, Days):
        return Fraction(spec.year_days, spec.window.days)
    return Fraction(12, spec.window.months)
