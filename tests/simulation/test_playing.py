"""A scenario played once: the real flows, a virtual clock, seeded chance."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from otcore.kpi.open_items import open_items
from otcore.orders.hold import HoldKind
from otcore.receivables.ledger import EntryKind, control
from otcore.simulation.distribution import Always
from otcore.simulation.outcome import Outcome
from otcore.simulation.playing import play
from otcore.simulation.scenario import Scenario, Station
from otcore.values.money import Money, total
from tests.simulation.firms import MONDAY, SMALL, USUAL, steady


@pytest.fixture(scope="module")
def played() -> Outcome:
    return play(SMALL)


def test_the_same_seed_gives_the_same_books(played: Outcome):
    assert play(SMALL) == played


def test_another_seed_gives_others(played: Outcome):
    assert play(SMALL, seed=1).entries != played.entries


def test_every_order_that_got_so_far_is_shipped_billed_and_paid_for(played: Outcome):
    done = [row for row in played.orders if row.invoices and row.invoices[0].settled]
    assert done
    assert all(line.shipped for row in done for line in row.lines)


def test_open_items_are_the_control_account(played: Outcome):
    open_ = total((item.open for item in open_items(played.entries, SMALL.end, "EUR")), "EUR")
    assert open_ == control(played.entries, "EUR")
    assert open_.minor > 0


def test_nothing_happens_before_the_first_day_or_after_the_last(played: Outcome):
    days = {row.day for row in played.entries}
    assert SMALL.start <= min(days) <= max(days) <= SMALL.end == SMALL.start + timedelta(days=39)


def test_orders_come_on_working_days_only(played: Outcome):
    assert {row.placed.day.weekday() for row in played.orders} <= set(range(5))


def test_customers_pay_on_the_due_day_and_so_many_days_late():
    paid = [row.invoices[0] for row in play(steady(terms=10, late=3)).orders if row.invoices[0].settled]
    assert paid
    assert {(each.settled.day - each.issued.day).days for each in paid if each.settled} == {13}


def test_a_payment_that_names_its_invoice_is_applied_to_it():
    outcome = play(steady(terms=0))
    applied = {row.item for row in outcome.entries if row.kind is EntryKind.ALLOCATED}
    assert applied == {each.invoice for row in outcome.orders for each in row.invoices if each.settled}


def test_one_clerk_with_too_much_to_do_lets_papers_wait():
    slow = play(steady(orders=9, warehouse=Station(1, Always(60)))).loads["warehouse"]
    quick = play(steady(orders=9, warehouse=Station(2, Always(60)))).loads["warehouse"]
    assert slow.waited > quick.waited
    assert slow.papers < quick.papers
    assert quick.worked == quick.papers * timedelta(hours=1)


def test_work_is_done_in_open_hours():
    outcome = play(steady(warehouse=Station(1, Always(60))))
    left = [line.shipped[0].when for row in outcome.orders for line in row.lines if line.shipped]
    assert {when.day.weekday() for when in left} <= set(range(5))


def test_orders_over_the_limit_wait_for_the_credit_clerk():
    poor = evolve(USUAL, limit=Money("1000.00", "EUR"))
    outcome = play(evolve(SMALL, buyers=(poor,)))
    held = [hold for row in outcome.orders for hold in row.holds]
    assert {hold.kind for hold in held} == {HoldKind.CREDIT}
    assert outcome.loads["credit"].papers > 0


def test_in_another_scenario_of_the_same_seed_the_same_orders_come(played: Outcome):
    other = play(evolve(SMALL, warehouse=Station(1, Always(5))))
    assert asked(other) == asked(played)


def asked(outcome: Outcome) -> list[tuple[str, str, date]]:
    return [(row.order, row.customer, row.placed.day) for row in outcome.orders]


def test_a_play_of_one_day_is_a_play():
    outcome = play(Scenario(start=MONDAY, days=1, warm_up=0))
    assert all(row.placed.day == MONDAY for row in outcome.orders)
