"""The share of sales that was lost."""

from datetime import date

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.population import Population
from otcore.kpi.sales import SalesBasis, sales
from otcore.kpi.window import Months, Window
from otcore.receivables.ledger import EntryKind
from otcore.values.money import Money
from otcore.values.rounding import Rounding


@frozen
class BadDebtSpec:
    """Bad-debt ratio, in percent: written off in the window / credit sales of the window x 100.

    less_recoveries: less what was given up before and is owed again, or was paid after all (`write_off` rows below
    zero); by default gross. What was written off counts on the day it was, whenever it was sold. window: twelve
    calendar months up to the day unless told. sales: less what was credited, or invoices alone; with tax, as invoiced.
    Without sales there is no figure (NO_SALES), nor where credits outweigh them (NEGATIVE_SALES). Counted: the items
    that were written off. Printed with `places` decimals.
    """

    less_recoveries: bool = False
    window: Window = Months(12)
    sales: SalesBasis = SalesBasis.LESS_CREDITS
    places: int = 2
    rounding: Rounding = Rounding.HALF_UP


BAD_DEBT = BadDebtSpec()
"""The default: gross, a year."""


def bad_debt(entries: Rows, as_of: date, currency: str, spec: BadDebtSpec = BAD_DEBT) -> Measure[BadDebtSpec, Money]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows, period = as_of_rows(entries, as_of, currency), spec.window.period(as_of)
    lost = [row for row in rows if row.kind is EntryKind.WRITE_OFF and row.day in period]
    counted = [row for row in lost if spec.less_recoveries or row.amount.minor > 0]
    given_up = Money.from_minor(sum(row.amount.minor for row in counted), currency)
    sold = Money.from_minor(sales(rows, period, spec.sales), currency)
    items = Population(tuple(sorted({row.item for row in counted})))
    return Measure(spec, as_of, given_up, sold, 100, sales_undefined(sold), items)


def sales_undefined(sold: Money) -> str:
    """Why a share of sales has no meaning; empty where it has."""
    if not sold:
        return "NO_SALES"
    return "NEGATIVE_SALES" if sold.minor < 0 else ""
