"""Days sales outstanding, simple method."""

from datetime import date, timedelta

from attrs import Attribute, field, frozen

from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows
from otcore.receivables.ledger import Entry, EntryKind, control
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.period import Period
from otcore.values.rounding import Rounding


@frozen
class DsoSpec:
    """Simple DSO, in days: receivables at the end / credit sales of the period x days of the period.

    days: length of the period, which ends with the day asked for; 90 unless told, a quarter, as quarterly accounts use.
    Receivables: the control account at the end (no average), gross of unapplied cash. Credit sales: all invoices dated
    in the period, less what was credited in it.
    Both with tax, as invoiced. Without sales in the period there is no DSO (NO_SALES), nor when credits
    outweigh them (NEGATIVE_SALES). Printed with `places` decimals.

    Raises `Invalid` DSO_DAYS for a period of less than a day.
    """

    days: int = field(default=90)
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP

    @days.validator
    def _at_least_one(self, attribute: "Attribute[int]", days: int) -> None:
        if days < 1:
            raise Invalid.one("DSO_DAYS", f"a period of {days} days has no sales", days=days)

    def period(self, as_of: date) -> Period:
        """The days whose sales count: `days` of them, the last is the day asked for."""
        before = min(self.days, as_of.toordinal()) - 1  # the calendar begins with the year 1
        return Period(as_of - timedelta(days=before), as_of)


_SIGNS = {EntryKind.ISSUED: 1, EntryKind.CREDITED: -1}

QUARTERLY_DSO = DsoSpec()
"""The default: 90 days."""


def dso(
    entries: tuple[Entry, ...], as_of: date, currency: str, spec: DsoSpec = QUARTERLY_DSO
) -> Measure[DsoSpec, Money]:
    """The DSO of one currency from the rows up to the day; numerator receivables, denominator credit sales.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    rows = as_of_rows(entries, as_of, currency)
    period = spec.period(as_of)
    sold = sum(_SIGNS[row.kind] * row.amount.minor for row in rows if row.kind in _SIGNS and row.day in period)
    sales = Money.from_minor(sold, currency)
    return Measure(spec, as_of, control(rows, currency), sales, spec.days, _undefined(sales))


def _undefined(sales: Money) -> str:
    if not sales:
        return "NO_SALES"
    return "NEGATIVE_SALES" if sales.minor < 0 else ""
