"""All that is named and a little more: what is left goes on account, if a person says so."""

import pytest

from otcore.reconciliation.decision import Decision, Outcome
from tests.reconciliation.hostile import decided, item, paid

ITEMS = (item("INV-2026-055501", 98_000), item("INV-2026-055507", 146_400), item("INV-2026-055519", 33_310))
NAMED = {"INV-2026-055501", "INV-2026-055507"}


def with_both(decision: Decision) -> list[int]:
    """What explanations that pay all that is named leave on account."""
    return [rival.on_account.minor for rival in decision.rivals if {part.item for part in rival.allocations} == NAMED]


def test_all_that_is_named_is_suggested_and_the_rest_stays_on_account():
    decision = decided(paid(250_000, "INV-2026-055501 and INV-2026-055507"), *ITEMS)
    assert decision.outcome is Outcome.SUGGESTED
    assert with_both(decision) == [5_600]
    assert {part.item for part in decision.rivals[0].allocations} == NAMED


@pytest.mark.parametrize(
    ("minor", "text"),
    [
        (400_000, "INV-2026-055501 and INV-2026-055507"),
        (240_000, "INV-2026-055501 and INV-2026-055507"),
        (250_000, "INV-2026-055501, INV-2026-055507, 7788123"),
    ],
    ids=["far more", "less", "and what nobody understands"],
)
def test_a_sum_that_says_something_else_is_not_explained_so(minor: int, text: str):
    assert with_both(decided(paid(minor, text), *ITEMS)) == []
