"""What a host asks of the figures; each is answered by the function of the same name over the ledger's rows.

`known`: from what was recorded up to and including this moment (aware); none: from all that is recorded now. A row may
be booked today with a day of last month; a report that was asked for at a moment, and is asked for again with that
moment as `known`, is the same.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from otcore.kpi.aged import Aged
from otcore.kpi.aging import Aging
from otcore.kpi.balance import OpenBalance
from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.cash import CashReport
from otcore.kpi.converting.rates import CONVERSION, ConversionSpec
from otcore.kpi.dso import QUARTERLY_DSO, DsoSpec
from otcore.kpi.facts import Facts
from otcore.kpi.grouping import BY_CUSTOMER, Grouping
from otcore.kpi.measure import Measure, Printing
from otcore.kpi.moving.bridge import BRIDGE, Bridge, BridgeSpec
from otcore.kpi.moving.collections import Collections
from otcore.kpi.moving.roll_forward import RollForward
from otcore.kpi.report import KpiReport
from otcore.kpi.targets import Gap, Target
from otcore.values.command import Query
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.period import Period
from otcore.values.rates import RateTable


@frozen
class AskOpenBalance(Query[OpenBalance]):
    """What customers owe in one currency: `balance.open_balance`."""

    as_of: date
    currency: str
    known: datetime | None = None


@frozen
class AskAging(Query[Aging]):
    """The open balance of one currency by age: `aging.aging`.

    `rates`: of all currencies together, each amount converted by this table as `conversion` says; the rows of
    `BY_CURRENCY` are then the currencies. Raises `Invalid` RATE_MISSING.
    """

    as_of: date
    currency: str
    spec: AgingSpec = DUE_DATE_AGING
    known: datetime | None = None
    by: Grouping = BY_CUSTOMER
    rates: RateTable | None = None
    conversion: ConversionSpec = CONVERSION


@frozen
class AskAged(Query[tuple[Aged, ...]]):
    """What is behind an aging: every open item by due day, and every receipt with money left: `aged.aged`."""

    as_of: date
    currency: str
    spec: AgingSpec = DUE_DATE_AGING
    known: datetime | None = None
    by: Grouping = BY_CUSTOMER


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
class AskKpi(Query[Measure[Any, Any]]):
    """One key figure of the catalogue by its code, of one currency: `catalogue.kpi`.

    `spec`: its conventions; none: the default. `facts`: what ledger rows do not say; none: the store's own disputes and
    receipts, as they are (with `known`: as they were), and no promises. `rates`: of all currencies together, each
    amount converted by this table as `conversion` says. Raises `Invalid` KPI_UNKNOWN, KPI_SPEC, RATE_MISSING.
    """

    code: str
    as_of: date
    currency: str
    spec: Printing | None = None
    known: datetime | None = None
    facts: Facts | None = field(default=None, hash=False)
    rates: RateTable | None = None
    conversion: ConversionSpec = CONVERSION


@frozen
class AskKpiBy(Query[Mapping[str, Measure[Any, Any]]]):
    """One key figure of each customer, or group, by name: `AskKpi` of the rows that `parted.parted` gives it.

    Facts are those of all; a figure that is not made of ledger rows is the same for each.
    """

    code: str
    as_of: date
    currency: str
    by: Grouping = BY_CUSTOMER
    spec: Printing | None = None
    known: datetime | None = None
    facts: Facts | None = field(default=None, hash=False)


@frozen
class AskGap(Query[Gap]):
    """A key figure of past ends and of a day, the last of `ends`, beside its target: `targets.against`."""

    code: str
    target: Target
    ends: tuple[date, ...]
    currency: str
    spec: Printing | None = None
    known: datetime | None = None
    facts: Facts | None = field(default=None, hash=False)

    @property
    def as_of(self) -> date:
        """The day asked for. Raises `Invalid` TARGET_MEASURES without one."""
        if not self.ends:
            raise Invalid.one("TARGET_MEASURES", "a gap needs a figure")
        return max(self.ends)


@frozen
class AskBridge(Query[Bridge]):
    """Why DSO changed between two days, and whose: `bridge.bridge`; `facts` as in `AskKpi`."""

    before: date
    as_of: date
    currency: str
    spec: BridgeSpec = BRIDGE
    known: datetime | None = None
    facts: Facts | None = field(default=None, hash=False)


@frozen
class AskRollForward(Query[tuple[RollForward, ...]]):
    """What moved the open balance, a row for every day of a period: `roll_forward.roll_forward_by_day`."""

    period: Period
    currency: str
    known: datetime | None = None

    @property
    def as_of(self) -> date:
        """The last day."""
        return self.period.end


@frozen
class AskCollections(Query[Collections]):
    """The cash of a period: `collections.collections`."""

    period: Period
    currency: str
    known: datetime | None = None

    @property
    def as_of(self) -> date:
        """The last day."""
        return self.period.end


@frozen
class AskCashReports(Query[tuple[CashReport, ...]]):
    """What came in by a day and where it stands, one report a currency: `cash.cash_reports` over all receipts."""

    until: date
    known: datetime | None = None
