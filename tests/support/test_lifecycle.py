"""The table of a dispute's case is the whole truth: every pair of state and event is tried."""

from typing import Any

import pytest

from otcore.receivables.dispute import DisputeReason, Resolution
from otcore.support import events as e
from otcore.support.dispute_case import DisputeCase, Origin, evolve, facets
from otcore.support.lifecycle import DISPUTE_LIFE_CYCLE, CaseStatus
from tests.orders.examples import DAY, eur

SAID: dict[str, Any] = {
    "amount": eur("8.00"),
    "reason": DisputeReason.DAMAGED,
    "said": "broken",
    "day": DAY,
    "by": "ann",
}
SAMPLES: dict[type, Any] = {
    e.DisputeCaseOpened: e.DisputeCaseOpened(dispute="D-1", item="INV-1", customer="C1", **SAID),
    e.DisputeCaseReopened: e.DisputeCaseReopened(receipt="R-1", **SAID),
    e.DisputeCaseNoted: e.DisputeCaseNoted(text="photographs came", day=DAY, by="bob"),
    e.DisputeCaseSettled: e.DisputeCaseSettled(
        resolution=Resolution.CREDITED, outcome="credited by CN-1", day=DAY, by="bob"
    ),
}
PATHS: dict[CaseStatus | None, tuple[type, ...]] = {
    None: (),
    CaseStatus.OPEN: (e.DisputeCaseOpened,),
    CaseStatus.SETTLED: (e.DisputeCaseOpened, e.DisputeCaseSettled),
}


def reached(*path: type) -> DisputeCase | None:
    case = None
    for event in path:
        case = evolve(case, SAMPLES[event])
    return case


def test_there_is_a_sample_of_every_event_and_a_path_to_every_status():
    assert set(SAMPLES) == set(e.EVENTS)
    assert set(PATHS) == {None, *CaseStatus}


@pytest.mark.parametrize("event", e.EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", PATHS, ids=str)
def test_a_case_goes_where_the_table_says_and_nowhere_else(status: CaseStatus | None, event: type):
    before = reached(*PATHS[status])
    if DISPUTE_LIFE_CYCLE.allows(status, event):
        assert evolve(before, SAMPLES[event]).status is DISPUTE_LIFE_CYCLE.table[status, event]
    else:
        with pytest.raises(KeyError):
            evolve(before, SAMPLES[event])


def test_a_reopened_case_keeps_its_notes_and_how_it_ended_before():
    case = reached(*e.EVENTS[:1], e.DisputeCaseNoted, e.DisputeCaseSettled, e.DisputeCaseReopened)
    assert case is not None
    assert [note.text for note in case.notes] == ["photographs came"]
    assert (case.resolution, case.outcome) == (Resolution.CREDITED, "credited by CN-1")
    assert (case.origin, case.receipt) == (Origin.DEDUCTION, "R-1")


def test_a_case_is_found_by_customer_item_status_and_day():
    case = reached(*PATHS[CaseStatus.SETTLED])
    assert case is not None
    found = facets(case)
    assert (case.id, found.party, found.reference, found.status, found.day) == (
        "INV-1:D-1",
        "C1",
        "INV-1",
        "settled",
        DAY,
    )
