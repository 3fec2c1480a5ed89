"""Behaviour fitted from history."""

from datetime import date

import pytest

from otcore.simulation.distribution import Observed
from otcore.simulation.fitting import lateness, orders_a_day
from otcore.simulation.playing import play
from otcore.values import Invalid, Period
from tests.kpi.ledgers import allocated, day, issued
from tests.kpi.orders.rows import START, order
from tests.simulation.firms import steady


def test_lateness_is_from_the_due_day_to_the_last_payment():
    rows = [
        issued("I1", "10.00", day(60), day(30)),
        allocated("I1", "R1", "4.00", day(40)),
        allocated("I1", "R2", "6.00", day(20)),
        issued("I2", "10.00", day(60), day(30)),
        allocated("I2", "R3", "10.00", day(35)),
    ]
    assert lateness(rows) == Observed.of([10, -5])


def test_of_instalments_the_last_one_counts():
    rows = [
        issued("I1", "5.00", day(60), day(50)),
        issued("I1", "5.00", day(60), day(20)),
        allocated("I1", "R1", "10.00", day(18)),
    ]
    assert lateness(rows) == Observed.of([2])


def test_what_is_open_says_nothing_of_how_late_it_will_be():
    with pytest.raises(Invalid):
        lateness([issued("I1", "10.00", day(60)), allocated("I1", "R1", "4.00", day(40))])
    with pytest.raises(Invalid):
        lateness([allocated("I1", "R1", "4.00", day(40)), allocated("I1", "R1", "-4.00", day(40))])


def test_one_customers_habits_may_be_asked_for_alone():
    rows = [
        issued("I1", "10.00", day(60), day(30), party="BOLT"),
        allocated("I1", "R1", "10.00", day(40), party="BOLT"),
        issued("I2", "10.00", day(60), day(30)),
        allocated("I2", "R3", "10.00", day(25)),
    ]
    assert lateness(rows, ["BOLT"]) == Observed.of([-10])


def test_orders_a_day_count_days_without_orders_and_not_days_off():
    rows = [order("O1"), order("O2"), order("O3", placed=5), order("O4", placed=40)]
    week = Period(START, date(2026, 3, 10))  # Monday to the Tuesday after; O3 came on a Saturday
    assert orders_a_day(rows, week) == Observed([(0, 5), (1, 1), (2, 1)])


def test_what_was_played_is_what_is_fitted():
    outcome = play(steady(orders=2, terms=5, late=1))
    assert [days for days, _ in lateness(outcome.entries).counts] == [1]
    weeks = Period(outcome.scenario.start, outcome.scenario.end)
    assert orders_a_day(outcome.orders, weeks) == Observed([(2, 20)])
