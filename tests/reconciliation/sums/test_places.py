"""Sets that add up are found all, and nothing else is: held to trying every set."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.sums.places import any_of, pairs, singles, threes

AMOUNTS = st.lists(st.integers(1, 30), max_size=11)
TARGETS = st.integers(1, 90)


def every(amounts: list[int], target: int, size: int) -> set[tuple[int, ...]]:
    places = combinations(range(len(amounts)), size)
    return {each for each in places if sum(amounts[at] for at in each) == target}


@given(AMOUNTS, TARGETS)
def test_every_set_of_up_to_three_is_found_once(amounts: list[int], target: int):
    for size, search in ((1, singles), (2, pairs), (3, threes)):
        found = list(search(amounts, target))
        assert len(set(found)) == len(found)
        assert set(found) == every(amounts, target, size)


@given(AMOUNTS, TARGETS)
def test_where_any_number_adds_up_a_set_is_found_and_adds_up(amounts: list[int], target: int):
    found = list(any_of(amounts, target))
    assert all(sum(amounts[at] for at in each) == target for each in found)
    assert bool(found) == any(every(amounts, target, size) for size in range(1, len(amounts) + 1))


@given(AMOUNTS, TARGETS)
def test_pairs_and_threes_come_in_the_order_of_their_last_place(amounts: list[int], target: int):
    assert list(pairs(amounts, target)) == sorted(pairs(amounts, target), key=lambda each: (each[1], each[0]))
    assert list(threes(amounts, target)) == sorted(
        threes(amounts, target), key=lambda each: (each[2], each[1], each[0])
    )


@given(st.lists(st.integers(-20, 30), max_size=9), TARGETS)
def test_credits_may_be_among_any_number(amounts: list[int], target: int):
    found = list(any_of(amounts, target))
    assert all(sum(amounts[at] for at in each) == target for each in found)
    assert bool(found) == any(every(amounts, target, size) for size in range(1, len(amounts) + 1))
