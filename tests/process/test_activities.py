"""Every fact of an order, of its papers, its money and its parties has a name in the log; the others are left out."""

import re

import pytest

from otcore.ports.aggregates import KINDS
from otcore.process.log.activities import ACTIVITIES
from otcore.process.tables import TABLES
from otcore.process.timeline import SENTENCES
from tests.docs.test_lifecycle import MACHINES

LEFT_OUT = {
    "alias",
    "audit",
    "bank_account",
    "bank_reversal",
    "credit",
    "customer_group",
    "matching_run",
    "namesake",
    "payment_batch",
    "payout",
    "price",
    "price_list",
    "product",
    "remittance_advice",
    "statement",
    "stock",
}
"""Master data, records of what was read, and shelves: nothing that an order waits for."""

LOGGED = [kind for kind in KINDS if kind.name not in LEFT_OUT]


@pytest.mark.parametrize("kind", LOGGED, ids=lambda kind: kind.name)
def test_every_fact_of_a_kind_in_the_log_has_a_name(kind):
    assert set(kind.events) <= set(ACTIVITIES)


def test_nothing_else_is_in_the_log():
    assert set(ACTIVITIES) == {event for kind in LOGGED for event in kind.events}
    assert {kind.name for kind in KINDS} >= LEFT_OUT


def test_a_name_stands_for_one_kind_of_fact():
    names = [activity.name for activity in ACTIVITIES.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]+\.[a-z_]+", name) for name in names)


def test_what_a_time_line_tells_goes_by_the_same_name():
    assert all(ACTIVITIES[event].name == sentence.what for event, sentence in SENTENCES.items())


def test_every_life_cycle_but_that_of_amendments_is_one_of_a_kind():
    amendments = {"otcore.orders.amendment_lifecycle.AMENDMENT"}
    by_machine = {id(machine): name for name, machine in MACHINES.items()}
    assert {by_machine[id(machine)] for machine in TABLES.values()} == set(MACHINES) - amendments
    assert set(TABLES) <= {kind.name for kind in LOGGED}
