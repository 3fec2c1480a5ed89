"""The conventions of days sales outstanding, by the simple method."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import Attribute, field, frozen

from otcore.kpi.sales import SalesBasis
from otcore.kpi.window import Days, Months, Window
from otcore.values.faults import Invalid
from otcore.values.period import Period
from otcore.values.rounding import Rounding


class DayBasis(StrEnum):
    """How many days a window of calendar months stands for. A window of days stands for its days."""

    ACTUAL = "actual"  # the days it has
    YEAR_360 = "360"  # a twelfth of 360 a month: sales are annualised, and a year has 360 days
    YEAR_365 = "365"  # a twelfth of 365 a month


class ReceivablesBasis(StrEnum):
    """Which receivables are set against the sales."""

    ENDING = "ending"  # those of the day asked for
    AVERAGE = "average"  # half of those before the window's first day and those of the day asked for


class TaxBasis(StrEnum):
    """With or without value added tax; ledger rows are with tax, as invoiced."""

    GROSS = "gross"  # receivables and sales with tax
    GROSS_OVER_NET = "gross over net"  # receivables with tax, sales without
    NET = "net"  # both without


class NoSales(StrEnum):
    """What the figure is where nothing was sold in the window."""

    UNDEFINED = "undefined"  # there is none, for the reason NO_SALES
    ZERO = "zero"


@frozen
class DsoSpec:
    """Simple DSO, in days: receivables / credit sales of the window x days of the window.

    days: length of the window, which ends with the day asked for; 90 unless told, a quarter, as quarterly accounts use.
    months: in its place so many calendar months, of the last one the days up to the day asked for (0: days count).
    day_basis: how many days a window of months stands for. receivables: the control account at the end (default), or
    the average with that before the window; tax: see there, what is tax is given beside the rows.
    less_unapplied: receivables less cash that closes nothing; by default gross of it. sales: invoices dated in the
    window, less what was credited in it, or invoices alone. no_sales: of a window without sales; one whose
    credits outweigh its sales has no DSO (NEGATIVE_SALES). Printed with `places` decimals.

    Of average receivables the numerator is the sum of both and the factor half of the days: no cent is cut in two.
    Raises `Invalid` DSO_DAYS for a window of less than a day.
    """

    days: int = field(default=90)
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP
    months: int = field(default=0)
    day_basis: DayBasis = DayBasis.ACTUAL
    receivables: ReceivablesBasis = ReceivablesBasis.ENDING
    tax: TaxBasis = TaxBasis.GROSS
    sales: SalesBasis = SalesBasis.LESS_CREDITS
    no_sales: NoSales = NoSales.UNDEFINED
    less_unapplied: bool = False

    @days.validator
    def _at_least_one(self, attribute: "Attribute[int]", days: int) -> None:
        if days < 1:
            raise Invalid.one("DSO_DAYS", f"a period of {days} days has no sales", days=days)

    @months.validator
    def _not_below_none(self, attribute: "Attribute[int]", months: int) -> None:
        if months < 0:
            raise Invalid.one("DSO_DAYS", f"a period of {months} months has no sales", months=months)

    @property
    def window(self) -> Window:
        """How far it looks back."""
        return Months(self.months) if self.months else Days(self.days)

    def period(self, as_of: date) -> Period:
        """The days whose sales count; the last is the day asked for."""
        return self.window.period(as_of)

    def days_counted(self, as_of: date) -> Fraction:
        """How many days the window stands for."""
        if not self.months:
            return Fraction(self.days)
        if self.day_basis is DayBasis.ACTUAL:
            return Fraction(self.period(as_of).days)
        return Fraction(int(self.day_basis) * self.months, 12)


QUARTERLY_DSO = DsoSpec()
"""The default: 90 days."""
