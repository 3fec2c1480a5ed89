"""Questions and the flows that answer them; nothing here saves."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Generic, TypeVar

from attrs import frozen

from otcore.catalog.pricing import AskPrice
from otcore.customers.credit.queries import AskCreditCheck, AskCreditStanding, AskOrderCredit
from otcore.kpi import aged, balance, cash, dso, report
from otcore.kpi.board.board import boards
from otcore.kpi.board.queries import AskBoards
from otcore.kpi.cash import CashReport
from otcore.kpi.moving import collections, roll_forward
from otcore.kpi.orders.queries import AskOrderReport, AskOrderRows
from otcore.kpi.queries import (
    AskAged,
    AskAging,
    AskBridge,
    AskCashReports,
    AskCollections,
    AskDso,
    AskGap,
    AskKpi,
    AskKpiBy,
    AskKpiReport,
    AskOpenBalance,
    AskRollForward,
)
from otcore.orders.allocation.backorders import AskBackorders
from otcore.orders.amendments.difference import AskRevisions, Revision, revisions
from otcore.orders.steps import AskSteps
from otcore.ports.aggregates import ORDER, RECEIPT, RECEIVABLE
from otcore.ports.kinds import Kind
from otcore.ports.storage import Where
from otcore.process.timeline import AskTimeline
from otcore.receivables.invoice_standing import AskInvoiceStatus
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import Entry
from otcore.receivables.reduced_tax import AskReducedTax
from otcore.stock.availability import AskAvailability
from otcore.support.queries import AskDisputes
from otcore.values.command import Query
from otcore.values.recorded import Recorded
from otcore.workflows.audit import AskAudit, ask_audit
from otcore.workflows.availability import ask_availability, ask_backorders
from otcore.workflows.credit_asking import ask_credit_check, ask_credit_standing, ask_order_credit
from otcore.workflows.disputes import ask_disputes
from otcore.workflows.figures import ask_aging, ask_bridge, ask_gap, ask_kpi, ask_kpi_by
from otcore.workflows.house import House
from otcore.workflows.invoice_status import ask_invoice_status
from otcore.workflows.next_steps import ask_steps
from otcore.workflows.order_figures import ask_order_report, ask_order_rows
from otcore.workflows.order_invoices import AskOrderInvoices, ask_order_invoices
from otcore.workflows.order_status import AskOrderStatus, ask_order_status
from otcore.workflows.pricing import ask_price
from otcore.workflows.reduced_tax import ask_reduced_tax
from otcore.workflows.replaying import replayed
from otcore.workflows.requests import Entries, Find, Flow, Happened, History, Load
from otcore.workflows.track import ask_timeline

A = TypeVar("A")
S = TypeVar("S")


@frozen
class Get(Query[S], Generic[S]):
    """One aggregate as it is; `NotFound` when there is none."""

    kind: Kind[S]
    id: str


@frozen
class Every(Query[tuple[S, ...]], Generic[S]):
    """All aggregates of a kind whose index columns match, ordered by id."""

    kind: Kind[S]
    where: Where = Where()


@frozen
class OrderHistory(Query[tuple[Recorded, ...]]):
    """What happened to an order: every fact with its time and actor, oldest first."""

    order: str


@frozen
class AskHappened(Query[tuple[Recorded, ...]]):
    """What happened in the whole scope: every fact with its time and actor, by time, kind, id and sequence.

    `kinds`: of aggregates of these kinds only, by name ("order"). `until`: recorded up to and including this moment.
    """

    kinds: tuple[str, ...] = ()
    until: datetime | None = None


@frozen
class OpenItems(Query[tuple[Receivable, ...]]):
    """What is still owed, of one customer or of all, ordered by number; negative: credits that wait to be used."""

    customer: str = ""


def get(query: Get[S]) -> Flow[S]:
    """The aggregate."""
    return (yield from Load(query.kind, query.id)).some


def every(query: Every[S]) -> Flow[tuple[S, ...]]:
    """The aggregates."""
    return tuple(kept.some for kept in (yield from Find(query.kind, query.where)))


def order_history(query: OrderHistory) -> Flow[tuple[Recorded, ...]]:
    """The order's facts; `NotFound` for an order that is not stored."""
    yield from get(Get(ORDER, query.order))
    return (yield from History(ORDER, query.order))


def ask_revisions(query: AskRevisions) -> Flow[tuple[Revision, ...]]:
    """The order's revisions, from its facts."""
    facts = yield from order_history(OrderHistory(query.order))
    return revisions(fact.event for fact in facts)


def open_items(query: OpenItems) -> Flow[tuple[Receivable, ...]]:
    """Open and overdue items, and credits."""
    found: list[Receivable] = []
    for status in ("open", "overdue", "credit"):
        found += [kept.some for kept in (yield from Find(RECEIVABLE, Where(party=query.customer, status=status)))]
    return tuple(sorted(found, key=lambda item: item.id))


def _ledger(figure: Callable[[Any, tuple[Entry, ...]], A]) -> Callable[[Any], Flow[A]]:
    """A flow that computes a figure from the ledger's rows up to the day it is asked for."""

    def flow(query: Any) -> Flow[A]:
        return figure(query, (yield from Entries(query.as_of, known=query.known)))

    return flow


def cash_reports(query: AskCashReports) -> Flow[tuple[CashReport, ...]]:
    """Every receipt by a day, with where it stands, or stood at the moment: then by replay."""
    if query.known:
        facts = yield from Happened((RECEIPT.name,), query.known)
        return cash.cash_reports(replayed(RECEIPT, facts), query.until)
    found = yield from Find(RECEIPT, Where(until=query.until))
    return cash.cash_reports((kept.some for kept in found), query.until)


def happened(query: AskHappened) -> Flow[tuple[Recorded, ...]]:
    """The scope's facts."""
    return (yield from Happened(query.kinds, query.until))


@frozen
class WithHouse:
    """A flow that answers by the house's policies."""

    flow: Callable[[Any, House], Flow[Any]]


QUERIES: Mapping[type[Query[Any]], Callable[[Any], Flow[Any]] | WithHouse] = {
    Get: get,
    Every: every,
    OrderHistory: order_history,
    AskHappened: happened,
    AskOrderStatus: ask_order_status,
    AskInvoiceStatus: ask_invoice_status,
    AskReducedTax: ask_reduced_tax,
    OpenItems: open_items,
    AskDisputes: ask_disputes,
    AskOrderInvoices: ask_order_invoices,
    AskTimeline: ask_timeline,
    AskSteps: WithHouse(ask_steps),
    AskAudit: ask_audit,
    AskAvailability: ask_availability,
    AskBackorders: ask_backorders,
    AskPrice: WithHouse(ask_price),
    AskCreditCheck: WithHouse(ask_credit_check),
    AskCreditStanding: ask_credit_standing,
    AskOrderCredit: WithHouse(ask_order_credit),
    AskRevisions: ask_revisions,
    AskOpenBalance: _ledger(lambda ask, rows: balance.open_balance(rows, ask.as_of, ask.currency)),
    AskAging: ask_aging,
    AskAged: _ledger(lambda ask, rows: aged.aged(rows, ask.as_of, ask.currency, ask.spec, ask.by)),
    AskKpi: ask_kpi,
    AskKpiBy: ask_kpi_by,
    AskGap: ask_gap,
    AskBridge: ask_bridge,
    AskRollForward: _ledger(lambda ask, rows: roll_forward.roll_forward_by_day(rows, ask.period, ask.currency)),
    AskCollections: _ledger(lambda ask, rows: collections.collections(rows, ask.period, ask.currency)),
    AskDso: _ledger(lambda ask, rows: dso.dso(rows, ask.as_of, ask.currency, ask.spec)),
    AskKpiReport: _ledger(lambda ask, rows: report.kpi_report(rows, ask.as_of, ask.aging, ask.dso)),
    AskBoards: _ledger(lambda ask, rows: boards(rows, ask.as_of, ask.spec)),
    AskCashReports: cash_reports,
    AskOrderRows: ask_order_rows,
    AskOrderReport: ask_order_report,
}
"""Every question and its flow."""
