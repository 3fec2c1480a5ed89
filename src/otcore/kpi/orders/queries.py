"""What a host asks of its orders; answered from the store's facts."""

from datetime import date, datetime

from attrs import frozen

from otcore.kpi.orders.report import ORDER_KPIS, OrderKpi, OrderReport
from otcore.kpi.orders.rows import OrderRow
from otcore.values.command import Query


@frozen
class AskOrderRows(Query[tuple[OrderRow, ...]]):
    """What every order went through, by order id: `history.order_rows`. `known`: recorded up to this moment."""

    known: datetime | None = None


@frozen
class AskOrderReport(Query[OrderReport]):
    """The figures of orders as of a day: `report.order_report`. `known`: by what was recorded up to this moment.

    With both in the past, the same report comes again whatever happened since.
    """

    as_of: date
    kpis: tuple[OrderKpi, ...] = ORDER_KPIS
    known: datetime | None = None
