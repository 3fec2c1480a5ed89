"""The receivables figures of a day, together: what the KPI page and the terminal show."""

from datetime import date

from attrs import frozen

from otcore.kpi.aging import Aging, aging
from otcore.kpi.balance import OpenBalance, OverdueSpec, open_balance, overdue_share
from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.dso import QUARTERLY_DSO, DsoSpec, dso
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import currencies
from otcore.receivables.ledger import Entry
from otcore.values.money import Money


@frozen
class Figures:
    """Every figure of one currency; currencies are never added up."""

    balance: OpenBalance
    overdue: Measure[OverdueSpec, Money]
    aging: Aging
    dso: Measure[DsoSpec, Money]

    @property
    def currency(self) -> str:
        """The currency of all amounts."""
        return self.balance.currency


@frozen
class KpiReport:
    """The figures as of a day, one block a currency in alphabetical order; none where nothing has happened yet."""

    as_of: date
    figures: tuple[Figures, ...]


def kpi_report(
    entries: tuple[Entry, ...], as_of: date, aging_spec: AgingSpec = DUE_DATE_AGING, dso_spec: DsoSpec = QUARTERLY_DSO
) -> KpiReport:
    """The report from the rows up to the day. The same rows and day give the same report, whatever came later."""
    rows = tuple(entry for entry in entries if entry.day <= as_of)
    return KpiReport(as_of, tuple(_figures(rows, as_of, name, aging_spec, dso_spec) for name in currencies(rows)))


def _figures(rows: tuple[Entry, ...], as_of: date, currency: str, aging_spec: AgingSpec, dso_spec: DsoSpec) -> Figures:
    balance = open_balance(rows, as_of, currency)
    return Figures(
        balance,
        overdue_share(balance),
        aging(rows, as_of, currency, aging_spec),
        dso(rows, as_of, currency, dso_spec),
    )
