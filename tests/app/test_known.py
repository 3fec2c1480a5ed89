"""Figures as of a past day, as they were known at a past moment: what is booked later does not change them."""

from datetime import datetime, timedelta

import pytest

from otcore.kpi.queries import AskAging, AskCashReports, AskDso, AskKpiReport, AskOpenBalance
from otcore.ports.aggregates import INVOICE, KINDS, ORDER, RECEIPT
from otcore.workflows.ask import AskHappened, OrderHistory
from otcore.workflows.replaying import replayed
from tests.orders.examples import DAY, eur
from tests.workflows.books import books
from tests.workflows.desk import NOW, Desk, billed, desk

LATER = NOW + timedelta(days=1)


def questions(known: datetime | None):
    return (
        AskOpenBalance(DAY, "EUR", known),
        AskAging(DAY, "EUR", known=known),
        AskDso(DAY, "EUR", known=known),
        AskKpiReport(DAY, known=known),
        AskCashReports(DAY, known),
    )


@pytest.fixture
def ready() -> Desk:
    """An invoice of 120.00 and a receipt of 100.00 that is not applied."""
    ready = desk(stocked=50)
    billed(ready)
    ready.gets("100.00", text="INV-2026-000001")
    return ready


def backdate(ready: Desk) -> None:
    """A day later: the receipt is applied, more is billed and more comes in, all with days of yesterday."""
    ready.clock.time = LATER
    ready.applies()
    billed(ready, 5, "O2")
    ready.gets("60.00", "R2", text="INV-2026-000002")


def test_yesterdays_answers_asked_again_today_are_the_same(ready):
    then = [ready.otc.ask(question) for question in questions(None)]
    backdate(ready)
    assert [ready.otc.ask(question) for question in questions(NOW)] == then
    assert all(now != old for now, old in zip(map(ready.otc.ask, questions(None)), then, strict=True))


def test_what_is_known_now_is_all_that_is_recorded(ready):
    backdate(ready)
    now, known = (list(map(ready.otc.ask, questions(moment))) for moment in (None, LATER))
    assert now == known


def test_nothing_was_known_before_anything_was_recorded(ready):
    before = NOW - timedelta(seconds=1)
    assert ready.otc.ask(AskOpenBalance(DAY, "EUR", before)).open == eur("0.00")
    assert ready.otc.ask(AskCashReports(DAY, before)) == ()


def test_asking_what_was_known_changes_nothing(ready):
    before = books(ready.store)
    for question in (*questions(NOW), AskHappened()):
        ready.otc.ask(question)
    assert books(ready.store) == before


def test_what_happened_is_every_aggregates_history_in_the_order_of_time(ready):
    backdate(ready)
    facts = ready.otc.ask(AskHappened())
    assert [fact.at for fact in facts] == sorted(fact.at for fact in facts)
    order = tuple(fact for fact in facts if (fact.stream.kind, fact.stream.id) == ("order", "O1"))
    assert order == ready.otc.ask(OrderHistory("O1"))
    assert {fact.stream.kind for fact in facts} <= {kind.name for kind in KINDS}


def test_what_happened_can_be_asked_of_kinds_and_up_to_a_moment(ready):
    backdate(ready)
    bills = ready.otc.ask(AskHappened((INVOICE.name,)))
    assert {fact.stream.id for fact in bills} == {"INV-2026-000001", "INV-2026-000002"}
    assert {fact.stream.id for fact in ready.otc.ask(AskHappened((INVOICE.name,), NOW))} == {"INV-2026-000001"}


def test_states_are_replayed_from_what_happened(ready):
    backdate(ready)
    assert [receipt.id for receipt in replayed(RECEIPT, ready.otc.ask(AskHappened(("receipt",))))] == ["R1", "R2"]
    orders = replayed(ORDER, ready.otc.ask(AskHappened(("order",))))
    assert orders == (ready.order("O1"), ready.order("O2"))
