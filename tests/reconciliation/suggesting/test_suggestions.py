"""What is shown to people where nothing is posted: runs of what is due, few items, lists that were cut short."""

import pytest

from otcore.reconciliation.decision import Outcome
from tests.reconciliation.suggesting.weekly import CENTS, decided, ids, item, paid, shown, weekly


@pytest.mark.parametrize(
    "places",
    [(0, 1, 2, 3, 4), (0, 1, 3, 4), (0, 2, 4, 5), (1, 3, 4, 5), (2, 9), (0, 5, 11), (7, 8, 9, 10, 11)],
    ids=str,
)
def test_what_adds_up_is_shown(places: tuple[int, ...]):
    assert ids(*places) in shown(decided(paid(*places), weekly()))


def test_credits_of_the_time_are_taken_off():
    credit = item(7, -5431, -20)
    assert {*ids(0, 1, 2, 3), "I7"} in shown(decided(paid(0, 1, 2, 3) - 5431, weekly(credit)))


def test_items_due_the_same_days_are_shown_together():
    items = tuple(item(2000 + 11 * at, minor, at // 4) for at, minor in enumerate(CENTS))
    places = (4, 5, 7, 8, 10)
    assert {f"I{2000 + 11 * at}" for at in places} in shown(decided(paid(*places), items))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("RK-2026-01000, RK-2026-01037, RK-2026-01074, RK-2026-01111, RK-2026-0114", (0, 1, 2, 3, 4, 6)),
        ("RK-2026-01000 RK-2026-01037 ...", (0, 1, 3, 4, 5, 6)),
        ("RK-2026-01074 RK-2026-01000 RK-2026-01037 ...", (0, 1, 2, 4)),
    ],
)
def test_a_list_that_was_cut_short_is_completed(text: str, places: tuple[int, ...]):
    assert ids(*places) in shown(decided(paid(*places), weekly(), text))


def test_a_credit_completes_a_list():
    credit = item(7, -5431, -20)
    decision = decided(paid(0, 1, 2, 5) - 5431, weekly(credit), "RK-2026-01000 RK-2026-01037 RK-2026-01074 ...")
    assert {*ids(0, 1, 2, 5), "I7"} in shown(decision)


def test_what_is_suggested_is_paid_whole_and_never_posted_for_it():
    decision = decided(paid(2, 9), weekly())
    for proposal in decision.rivals:
        assert sum(each.amount.minor for each in proposal.allocations) + proposal.on_account.minor == paid(2, 9)
    assert decision.outcome in (Outcome.SUGGESTED, Outcome.POSTED)


def test_a_large_account_is_searched_in_bounded_steps():
    items = tuple(item(at, 10_000 + 97 * at % 8111, at % 120 - 60) for at in range(3000))
    assert decided(4_000_000, items).outcome is not Outcome.POSTED
