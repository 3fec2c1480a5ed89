"""Subsets that people pay without naming them."""

from itertools import repeat

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.sums import Hit, Special, special

AMOUNTS = [100, 230, 370, 410, -60]


def which(target: int, due: int = 0) -> list[tuple[Special, tuple[int, ...]]]:
    """The hits, where the first items are due."""
    return [(hit.which, hit.subset) for hit in special(AMOUNTS, target, [at < due for at in range(len(AMOUNTS))])]


def test_everything_open():
    assert which(1050) == [(Special.ALL_OPEN, (0, 1, 2, 3, 4))]


def test_everything_due():
    assert which(700, due=3) == [(Special.ALL_DUE, (0, 1, 2))]


def test_the_oldest():
    assert which(330) == [(Special.OLDEST, (0, 1))]


def test_all_but_one():
    assert which(680) == [(Special.ALL_BUT_ONE, (0, 1, 3, 4))]


def test_a_subset_is_named_once_by_its_likeliest_kind():
    assert which(1110) == [(Special.OLDEST, (0, 1, 2, 3))]


def test_one_item_alone_is_no_special_subset():
    assert which(100, due=1) == []


def test_it_is_said_how_many_of_a_kind_were_asked():
    assert (
        special([10, 20, 30], 30, [False] * 3)
        == (Hit(Special.OLDEST, (0, 1), 3), Hit(Special.ALL_BUT_ONE, (0, 1), 3))[:1]
    )


@given(st.lists(st.integers(-50, 100), max_size=8), st.integers(-100, 400))
def test_every_hit_adds_up_and_none_comes_twice(amounts: list[int], target: int):
    hits = special(amounts, target, list(repeat(True, len(amounts))))
    assert all(sum(amounts[at] for at in hit.subset) == target for hit in hits)
    assert len({hit.subset for hit in hits}) == len(hits)
