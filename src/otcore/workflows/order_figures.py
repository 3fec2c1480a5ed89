"""The figures of orders, from all that happened to them."""

from otcore.kpi.orders.history import order_rows
from otcore.kpi.orders.queries import AskOrderReport, AskOrderRows
from otcore.kpi.orders.report import OrderReport, order_report
from otcore.kpi.orders.rows import OrderRow
from otcore.ports.aggregates import CREDIT_NOTE, INVOICE, ORDER, RECEIVABLE, RETURN, SHIPMENT
from otcore.workflows.requests import Flow, Happened

_KINDS = tuple(kind.name for kind in (ORDER, SHIPMENT, RETURN, INVOICE, CREDIT_NOTE, RECEIVABLE))


def ask_order_rows(query: AskOrderRows) -> Flow[tuple[OrderRow, ...]]:
    """What every order went through."""
    return order_rows((yield from Happened(_KINDS, query.known)))


def ask_order_report(query: AskOrderReport) -> Flow[OrderReport]:
    """The figures as of a day."""
    rows = yield from ask_order_rows(AskOrderRows(query.known))
    return order_report(rows, query.as_of, query.kpis)
