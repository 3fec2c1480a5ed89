"""Days sales outstanding, simple method."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from otcore.kpi.behind import items_behind
from otcore.kpi.condensed_rows import needs_items
from otcore.kpi.converting.net import NO_TAXES, Taxes, without_tax
from otcore.kpi.dso_spec import QUARTERLY_DSO, DsoSpec, NoSales, ReceivablesBasis, TaxBasis
from otcore.kpi.measure import Measure, Printing
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.sales import sales
from otcore.receivables.ledger import Entry, control, unapplied
from otcore.values.money import Money
from otcore.values.period import Period

__all__ = ["QUARTERLY_DSO", "DsoSpec", "days_outstanding", "dso"]

S = TypeVar("S", bound=Printing)
Rows = tuple[Entry, ...]
Owed = Callable[[Rows, date], int]
"""What is set against the sales: from the rows up to a day, in minor units."""


def dso(
    entries: Rows, as_of: date, currency: str, spec: DsoSpec = QUARTERLY_DSO, taxes: Taxes = NO_TAXES
) -> Measure[DsoSpec, Money]:
    """The DSO of one currency from the rows up to the day; numerator receivables, denominator credit sales.

    Counted: the items open, at both ends where the average is
    taken, and those sold in the window. Raises `Invalid` CURRENCY_UNKNOWN.
    """
    return days_outstanding(entries, as_of, currency, spec, spec, receivables_of(currency, spec), taxes)


def receivables_of(currency: str, spec: DsoSpec) -> Owed:
    """The control account, less unapplied cash where the specification says so."""

    def owed(rows: Rows, day: date) -> int:
        cash = unapplied(rows, currency).minor if spec.less_unapplied else 0
        return control(rows, currency).minor - cash

    return owed


def days_outstanding(
    entries: Rows, as_of: date, currency: str, printing: S, spec: DsoSpec, owed: Owed, taxes: Taxes = NO_TAXES
) -> Measure[S, Money]:
    """A part of the receivables (`owed`) in days of sales, by the conventions of DSO: what the family shares."""
    if spec.tax is not TaxBasis.GROSS:
        needs_items(entries, "the tax of single items")
    rows = as_of_rows(entries, as_of, currency)
    net = rows if spec.tax is TaxBasis.GROSS else without_tax(rows, taxes)
    books, period = (net if spec.tax is TaxBasis.NET else rows), spec.period(as_of)
    standing, factor = owed(books, as_of), spec.days_counted(as_of)
    if spec.receivables is ReceivablesBasis.AVERAGE:
        standing, factor = standing + _opening(books, period, currency, owed), factor / 2
    sold = sales(net, period, spec.sales)
    reason = _undefined(sold, spec)
    return Measure(
        printing,
        as_of,
        Money.from_minor(standing, currency),
        Money.from_minor(sold, currency),
        _plain(factor) if sold or reason else 0,
        reason,
        items_behind(rows, period, currency, spec.sales, spec.receivables is ReceivablesBasis.AVERAGE),
    )


def _opening(rows: Rows, period: Period, currency: str, owed: Owed) -> int:
    if period.start == date.min:
        return 0
    before = period.start - timedelta(days=1)
    return owed(as_of_rows(rows, before, currency), before)


def _undefined(sold: int, spec: DsoSpec) -> str:
    if sold < 0:
        return "NEGATIVE_SALES"
    return "" if sold or spec.no_sales is NoSales.ZERO else "NO_SALES"


def _plain(factor: Fraction) -> int | Fraction:
    return factor.numerator if factor.denominator == 1 else factor
