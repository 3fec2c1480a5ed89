"""Sets that add up are found all, and nothing else is: held to trying every set."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.suggesting.missing import missing
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


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(0, 20))
def test_what_is_missing_from_a_run_adds_up_and_is_never_its_end(amounts: list[int], over: int):
    places: dict[int, list[int]] = {}
    for at, amount in enumerate(amounts):
        places.setdefault(amount, []).append(at)
    last = len(amounts) - 1
    for gone in missing(over, places, last):
        assert last not in gone
        assert len(set(gone)) == len(gone) <= 2
        assert sum(amounts[at] for at in gone) == over


def test_long_runs_miss_one_at_most():
    places = {1: list(range(60)), 5: [60]}
    assert list(missing(2, places, 60)) == []
    assert list(missing(1, places, 60)) == [(0,), (1,), (2,)]


@given(AMOUNTS, TARGETS)
def test_pairs_and_threes_come_in_the_order_of_their_last_place(amounts: list[int], target: int):
    assert list(pairs(amounts, target)) == sorted(pairs(amounts, target), key=lambda each: (each[1], each[0]))
    assert list(threes(amounts, target)) == sorted(
        threes(amounts, target), key=lambda each: (each[2], each[1], each[0])
    )
