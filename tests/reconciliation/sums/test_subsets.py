"""Which subsets add up to an amount: none, one, one among interchangeable items, many."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.sums import Density, Verdict, alone, subsets
from tests.reconciliation.sums.brute import BOOKS, WORK, added, all_subsets, verdict_of


@given(BOOKS, st.data(), st.integers(0, 80))
def test_the_search_finds_what_trying_every_subset_finds(amounts: list[int], data: st.DataObject, near: int):
    reachable = sorted({added(amounts, subset) for subset in all_subsets(amounts)})
    target = data.draw(st.sampled_from(reachable) | st.integers(-200, 1500))
    found = [subset for subset in all_subsets(amounts) if added(amounts, subset) == target]
    answer = subsets(amounts, target, work=WORK, rivals=4, near=near)
    assert answer.verdict == verdict_of(amounts, found)
    assert set(answer.subsets) <= set(found)
    assert len(answer.subsets) == len(set(answer.subsets)) >= bool(found)
    assert answer.density == Density(sum(abs(each - target) <= near for each in reachable), 2 * near + 1)


def test_among_large_amounts_the_only_subset_is_found():
    random = Random(40)
    amounts = [random.randrange(10_000_000, 20_000_000) for _ in range(20)] + [
        random.randrange(1, 50) for _ in range(3)
    ]
    chosen = (2, 7, 19)
    answer = subsets(amounts, added(amounts, chosen), work=WORK, near=0)
    assert (answer.verdict, answer.subsets) == (Verdict.ONE, (chosen,))


def test_what_is_left_out_of_nearly_everything_is_found():
    amounts = [1_000_003 + 7919 * index**2 for index in range(30)]
    answer = subsets(amounts, sum(amounts) - amounts[11] - amounts[4], work=WORK, near=0)
    assert answer.subsets == (tuple(index for index in range(30) if index not in (4, 11)),)


def test_a_credit_is_taken_off():
    answer = subsets([700, 500, -150, 90], 1050, work=WORK)
    assert (answer.verdict, answer.subsets) == (Verdict.ONE, ((0, 1, 2),))


def test_items_of_one_amount_stand_for_one_another_and_the_earliest_is_named():
    answer = subsets([4990, 4990, 4990, 120], 4990 + 120, work=WORK)
    assert (answer.verdict, answer.subsets) == (Verdict.SAME, ((0, 3),))


def test_of_interchangeable_items_that_are_left_out_the_earliest_are_paid():
    answer = subsets([4990, 4990, 4990, 120], 4990 * 2 + 120, work=WORK)
    assert (answer.verdict, answer.subsets) == (Verdict.SAME, ((0, 1, 3),))


def test_all_items_of_one_amount_are_exactly_one_subset():
    assert subsets([4990] * 3 + [120], 4990 * 3, work=WORK).verdict is Verdict.ONE


def test_five_hundred_items_of_one_amount_are_no_work():
    answer = subsets([4990] * 500, 4990 * 123, work=20_000)
    assert (answer.verdict, answer.subsets) == (Verdict.SAME, (tuple(range(123)),))


def test_of_many_at_most_so_many_rivals_are_listed():
    answer = subsets([100, 200, 300, 400, 500], 700, work=WORK, rivals=2)
    assert answer.verdict is Verdict.MANY
    assert len(answer.subsets) == 2


def test_more_than_everything_is_reached_by_nothing():
    answer = subsets([100, 200], 1000, work=WORK, near=5)
    assert (answer.verdict, answer.density) == (Verdict.NONE, Density(0, 11))


def test_items_of_nothing_take_no_part():
    assert subsets([0, 0, 300], 300, work=WORK).subsets == ((2,),)


@pytest.mark.parametrize("amounts", [[], [0]])
def test_nothing_adds_up_to_an_amount(amounts: list[int]):
    assert subsets(amounts, 100, work=WORK).verdict is Verdict.NONE


def test_the_same_question_has_the_same_answer():
    random = Random(5)
    amounts = [random.randrange(100, 9_000) for _ in range(25)]
    assert subsets(amounts, 30_000, work=WORK) == subsets(list(amounts), 30_000, work=WORK)


def test_of_large_amounts_that_lie_close_together_the_density_is_not_less_than_what_is_reached():
    amounts = [10_000_000 + 10 * 3**index for index in range(16)]
    target, near = sum(amounts[:8]), 90_000_000
    reached = {added(amounts, subset) for subset in all_subsets(amounts)}
    answer = subsets(amounts, target, work=WORK, near=near)
    assert answer.verdict is Verdict.ONE
    assert answer.density.reached >= sum(abs(each - target) <= near for each in reached) > 2**14


def test_round_amounts_never_add_up_to_one_that_is_not():
    amounts = [100 * index for index in range(1, 40)]
    answer = subsets(amounts, 12_345, work=WORK, near=100)
    assert (answer.verdict, answer.density) == (Verdict.NONE, Density(2, 201))


@given(BOOKS, st.data(), st.integers(0, 3_000) | st.just(WORK))
def test_who_asks_for_the_only_subset_is_told_the_same_or_nothing(amounts: list[int], data: st.DataObject, work: int):
    reachable = sorted({added(amounts, subset) for subset in all_subsets(amounts)})
    target = data.draw(st.sampled_from(reachable) | st.integers(-200, 1500))
    answer = subsets(amounts, target, work=work)
    several = answer.verdict in (Verdict.MANY, Verdict.UNKNOWN)
    assert alone(amounts, target, work=work) == (None if several else answer)


def test_where_many_small_amounts_add_up_the_only_subset_is_not_looked_for_to_the_end():
    assert alone([*range(1, 41), *range(10_000, 10_020)], 300, work=WORK) is None


def test_of_many_large_amounts_the_only_subset_is_found_to_the_end():
    amounts = [10_007 + 7_919 * at**3 % 83_003 for at in range(20)]
    target = sum(amounts[3:6])
    assert alone(amounts, target, work=WORK) == subsets(amounts, target, work=WORK)
    assert subsets(amounts, target, work=WORK).verdict is Verdict.ONE
