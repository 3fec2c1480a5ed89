"""DSO by counting back: how far back the latest sales make up what is open."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from otcore.kpi.behind import open_population
from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.months import MonthDays, days_of, month_of, months_back
from otcore.kpi.open_items import as_of_rows, open_items
from otcore.kpi.sales import SalesBasis, sales_by
from otcore.receivables.ledger import control, unapplied
from otcore.values.money import Money
from otcore.values.rounding import Rounding


class CountbackUnit(StrEnum):
    """By what sales are counted back."""

    MONTHS = "calendar months"  # a month counts for the days it has
    THIRTY_DAY_MONTHS = "30-day months"  # a month counts for thirty
    DAYS = "days"


@frozen
class CountbackSpec:
    """Countback DSO, in days: the receivables, taken off the sales of the latest month (day), then of the one before...

    A month whose sales are not above what is left counts in full, so does one without sales; the last one by the share
    of its sales that is left. The month of the day asked for has its sales and days up to the day. It ends where
    nothing is left, or where sales begin: what is left then is `Countback.unexplained`, and the days are those of the
    whole history. sales: less what was credited, or invoices alone; where credits outweigh a month, it leaves more
    to explain. less_unapplied: receivables less cash that closes nothing. Both with tax, as invoiced.

    Receivables of zero are 0 days; in the customers' favour there is no figure (CREDIT_BALANCE), nor without any sales
    (NO_SALES). Printed with `places` decimals.
    """

    unit: CountbackUnit = CountbackUnit.MONTHS
    sales: SalesBasis = SalesBasis.LESS_CREDITS
    less_unapplied: bool = False
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


@frozen
class Step:
    """One month (or day) of it: from `start`; its sales, how much of them is open, for how many days that counts."""

    start: date
    sales: Money
    taken: Money
    days: Fraction


@frozen
class Countback(Measure[CountbackSpec, Fraction]):
    """The days (the numerator; the denominator is 1), and what no sales explain. Law: taken + unexplained = open."""

    unexplained: Money = field(kw_only=True)
    steps: tuple[Step, ...] = field(kw_only=True, default=())


COUNTBACK = CountbackSpec()
"""The default: calendar months, one decimal."""


def countback(entries: Rows, as_of: date, currency: str, spec: CountbackSpec = COUNTBACK) -> Countback:
    """The countback DSO of one currency from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows = as_of_rows(entries, as_of, currency)
    cash = unapplied(rows, currency).minor if spec.less_unapplied else 0
    owed = control(rows, currency).minor - cash
    sold = _sold(rows, as_of, spec)
    steps = tuple(_steps(sold, owed, currency)) if owed > 0 else ()
    left = owed - sum(step.taken.minor for step in steps)
    days = sum((step.days for step in steps), Fraction(0))
    reason, population = _undefined(owed, bool(sold)), open_population(open_items(rows, as_of, currency))
    return Countback(
        spec, as_of, days, Fraction(1), 1, reason, population, unexplained=Money.from_minor(left, currency), steps=steps
    )


def _sold(rows: Rows, as_of: date, spec: CountbackSpec) -> list[tuple[date, int, int]]:
    """The latest first: where each begins, its sales, and the days it counts for."""
    if spec.unit is CountbackUnit.DAYS:
        by_day = sales_by(lambda day: day, rows, spec.sales)
        span = range((as_of - min(by_day)).days + 1) if by_day else range(0)
        days = (as_of - timedelta(days=back) for back in span)
        return [(day, by_day.get(day, 0), 1) for day in days]
    by_month = sales_by(month_of, rows, spec.sales)
    counted = MonthDays.ACTUAL if spec.unit is CountbackUnit.MONTHS else MonthDays.THIRTY
    months = months_back(as_of, min(by_month)) if by_month else ()
    return [(month, by_month.get(month, 0), days_of(month, as_of, counted)) for month in months]


def _steps(sold: list[tuple[date, int, int]], owed: int, currency: str) -> Iterator[Step]:
    left = owed
    for start, sales, days in sold:
        taken = min(sales, left)
        share = Fraction(days) if sales <= left else Fraction(left, sales) * days
        yield Step(start, Money.from_minor(sales, currency), Money.from_minor(taken, currency), share)
        left -= taken
        if not left:
            return


def _undefined(owed: int, sold: bool) -> str:
    if owed < 0:
        return "CREDIT_BALANCE"
    return "" if sold or not owed else "NO_SALES"
