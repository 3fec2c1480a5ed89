"""What a line says of sums is never no where there are some."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.suggesting.line import Line

AMOUNTS = st.lists(st.integers(1, 40), max_size=9)


def sums(amounts: list[int], count: int) -> set[int]:
    return {sum(each) for each in combinations(amounts, count)}


@given(AMOUNTS)
def test_every_sum_of_two_three_or_four_is_known(amounts: list[int]):
    line = Line(amounts)
    assert line.twos == sums(amounts, 2)
    assert all(line.has_two(each) for each in sums(amounts, 2))
    assert all(line.has_three(each) for each in sums(amounts, 3))
    assert all(line.has_four(each) for each in sums(amounts, 4))


@given(AMOUNTS)
def test_sums_of_few_are_all_there(amounts: list[int]):
    every = set().union(*(sums(amounts, count) for count in range(len(amounts) + 1)))
    assert every <= Line(amounts).few() <= every | {0}


@given(AMOUNTS.filter(bool), st.integers(1, 200))
def test_all_up_to_one_reach_a_sum(amounts: list[int], target: int):
    line = Line(amounts)
    at = line.reached(target)
    assert sum(amounts[:at]) < target or at == 0
    assert at == len(amounts) or sum(amounts[: at + 1]) >= target


def test_amounts_far_back_are_no_part_of_twos():
    assert 2_000 + 1 not in Line([*range(1, 200), 2_000]).twos
    assert Line([*range(1, 200), 2_000]).has_two(2_001)
