"""Subsets of exactly one, two, three, four items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.sums import Verdict, by_size, fitting
from tests.reconciliation.sums.brute import BOOKS, WORK, added, all_subsets, verdict_of


@given(BOOKS, st.integers(1, 4), st.data(), st.integers(0, 80))
def test_each_size_finds_what_trying_every_subset_finds(amounts: list[int], size: int, data: st.DataObject, near: int):
    of_size = list(all_subsets(amounts, [size]))
    target = data.draw(st.sampled_from([added(amounts, subset) for subset in of_size] or [7]) | st.integers(-200, 1500))
    found = [subset for subset in of_size if added(amounts, subset) == target]
    answer = by_size(amounts, target, work=WORK, near=near)[size - 1]
    assert set(answer.subsets) <= set(found)
    if len(found) < 64:
        assert answer.verdict == verdict_of(amounts, found)
    reached = {added(amounts, subset) for subset in of_size if abs(added(amounts, subset) - target) <= near}
    assert len(reached) <= answer.density.reached <= answer.density.of == 2 * near + 1


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_only_the_sizes_asked_for_are_searched(most: int):
    assert len(by_size([10, 20, 30], 30, work=WORK, most=most)) == most


def test_a_size_beyond_four_is_not_offered():
    assert len(by_size([10, 20, 30], 30, work=WORK, most=9)) == 4


def test_more_same_subsets_than_are_compared_count_as_many():
    answer = by_size([5] * 12 + [7] * 12, 12, work=WORK)[1]
    assert answer.verdict is Verdict.MANY


@given(BOOKS, st.integers(1, 4), st.data(), st.integers(0, 3_000))
def test_the_quick_look_answers_what_the_search_finds(amounts: list[int], most: int, data: st.DataObject, work: int):
    of_size = [added(amounts, subset) for subset in all_subsets(amounts, range(1, 5))]
    target = data.draw(st.sampled_from(of_size or [7]) | st.integers(-200, 1500))
    whole = by_size(amounts, target, work=work, most=most)
    assert fitting(amounts, target, work=work, most=most) == tuple(each for each in whole if each.subsets)
