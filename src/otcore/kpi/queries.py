"""What a host asks of the figures; each is answered by the function of the same name over the ledger's rows.

`known`: from what was recorded up to and including this moment (aware); none: from all that is recorded now. A row may
be booked today with a day of last month; a report that was asked for at a moment, and is asked for again with that
moment as `known`, is the same.
"""

from datetime import date, datetime

from attrs import frozen

from otcore.kpi.aging import Aging
from otcore.kpi.balance import OpenBalance
from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.cash import CashReport
from otcore.kpi.dso import QUARTERLY_DSO, DsoSpec
from otcore.kpi.measure import Measure
from otcore.kpi.report import KpiReport
from otcore.values.command import Query
from otcore.values.money import Money


@frozen
class AskOpenBalance(Query[OpenBalance]):
    """What customers owe in one currency: `balance.open_balance`."""

    as_of: date
    currency: str
    known: datetime | None = None


@frozen
class AskAging(Query[Aging]):
    """The open balance of one currency by age: `aging.aging`."""

    as_of: date
    currency: str
    spec: AgingSpec = DUE_DATE_AGING
    known: datetime | None = None


@frozen
class AskDso(Query[Measure[DsoSpec, Money]]):
    """Days sales outstanding of one currency: `dso.dso`."""

    as_of: date
    currency: str
    spec: DsoSpec = QUARTERLY_DSO
    known: datetime | None = None


@frozen
class AskKpiReport(Query[KpiReport]):
    """All figures of all currencies: `report.kpi_report`."""

    as_of: date
    aging: AgingSpec = DUE_DATE_AGING
    dso: DsoSpec = QUARTERLY_DSO
    known: datetime | None = None


@frozen
class AskCashReports(Query[tuple[CashReport, ...]]):
    """What came in by a day and where it stands, one report a currency: `cash.cash_reports` over all receipts."""

    until: date
    known: datetime | None = None
