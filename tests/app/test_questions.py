"""What a host can ask, and that asking changes nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest

from otcore.app.clock import SystemClock
from otcore.app.sync import OrderToCash
from otcore.kpi.queries import AskAging, AskCashReports, AskDso, AskKpiReport, AskOpenBalance
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import ORDER, RECEIVABLE
from otcore.ports.storage import Where
from otcore.values.command import Query
from otcore.values.scope import Scope
from otcore.workflows.ask import Every, Get, OpenItems
from tests.orders.examples import DAY, eur
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, Desk, billed, desk


def with_open_items() -> Desk:
    ready = desk(stocked=50)
    billed(ready)
    billed(ready, 5, "O2")
    ready.gets("100.00", text="INV-2026-000001")
    ready.applies()
    ready.gets("60.00", "R2", text="INV-2026-000002")
    ready.applies("R2")
    return ready


def test_open_items_are_those_still_owed_by_number():
    ready = with_open_items()
    assert [(item.id, item.open) for item in ready.otc.ask(OpenItems("C1"))] == [("INV-2026-000001", eur("120.00"))]
    assert ready.otc.ask(OpenItems("C2")) == ()


def test_overdue_items_are_open_items():
    ready = with_open_items()
    billed(ready, 1, "O3")
    ready.otc.tick(datetime(2026, 6, 1, tzinfo=UTC))
    assert [item.id for item in ready.otc.ask(OpenItems())] == ["INV-2026-000001", "INV-2026-000003"]


def test_aggregates_are_found_by_their_columns():
    ready = with_open_items()
    ready.places(order="O9")
    assert [order.id for order in ready.otc.ask(Every(ORDER, Where(status=Status.CLOSED)))] == ["O1", "O2"]
    assert [order.id for order in ready.otc.ask(Every(ORDER, Where(party="C2")))] == []


@pytest.mark.parametrize(
    "question",
    [
        AskOpenBalance(DAY, "EUR"),
        AskAging(DAY, "EUR"),
        AskDso(DAY, "EUR"),
        AskKpiReport(DAY),
        AskCashReports(DAY),
        OpenItems(),
        Get(RECEIVABLE, "INV-2026-000001"),
    ],
    ids=lambda question: type(question).__name__,
)
def test_asking_changes_nothing(question: Query[Any]):
    ready = with_open_items()
    before = books(ready.store)
    assert ready.otc.ask(question) == ready.otc.ask(question)
    assert books(ready.store) == before


def test_the_open_balance_is_what_the_ledger_says():
    balance = with_open_items().otc.ask(AskOpenBalance(DAY, "EUR"))
    assert (balance.open, balance.control, balance.unapplied) == (eur("120.00"), eur("120.00"), eur("100.00"))


def test_the_cash_report_lists_every_receipt():
    (report,) = with_open_items().otc.ask(AskCashReports(DAY))
    assert str(report.received) == "160.00 EUR"


def test_another_scope_sees_nothing():
    ready = with_open_items()
    other = OrderToCash(ready.store, HOUSE, scope=Scope("main", "other"), clock=ready.clock)
    assert other.ask(OpenItems()) == ()
    assert other.ask(AskCashReports(DAY)) == ()


def test_without_a_clock_of_the_host_it_is_now():
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)
    assert SystemClock().now().tzinfo is UTC
