"""Every scenario of the case files is run, and otcore does what it says, or what a decision record says instead."""

from pathlib import Path

import pytest

from tests.scenarios.registry import cases, entries

RECORDS = Path(__file__).parents[2] / "docs" / "decisions"
CASES_BY_ID = {case["id"]: case for case in cases()}


@pytest.mark.parametrize("id", CASES_BY_ID)
def test_the_scenario_is_shown(id):
    entries()[id].show(CASES_BY_ID[id])


def test_every_entry_is_about_a_scenario(cases):
    assert set(entries()) == set(CASES_BY_ID)


@pytest.mark.parametrize("id", [id for id, entry in entries().items() if entry.decided])
def test_what_is_decided_otherwise_has_its_record(id):
    decided = entries()[id].decided
    assert decided is not None
    assert decided.rule
    assert (RECORDS / decided.record).is_file()


def test_most_of_them_hold_as_they_are(cases):
    assert sum(entry.decided is None for entry in entries().values()) >= 140
