"""The answers that fit a payment as well as the truth are counted as trying every one would count them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.reachable import SHOWN, exchanges, shares
from benchmarks.workloads.labelled import made
from benchmarks.workloads.styles import STYLES

AMOUNTS = st.lists(st.integers(1, 12), max_size=6)


@given(AMOUNTS, AMOUNTS)
def test_exchanges_are_all_sets_of_the_same_size_and_sum_that_differ_in_three_at_most(
    taken: list[int], others: list[int]
):
    pool = taken + others
    truth = set(range(len(taken)))
    same = [
        set(each) for each in combinations(range(len(pool)), len(taken)) if sum(pool[at] for at in each) == sum(taken)
    ]
    assert exchanges(taken, others) == sum(0 < len(truth - each) <= 3 for each in same)


def test_among_very_many_others_three_are_not_exchanged():
    others = [*range(1_000_003, 1_000_125), 4, 5, 6]
    assert exchanges([3, 5, 7], others[-3:]) == 3  # 5 for 5; 4, 6 for 3, 7; all
    assert exchanges([3, 5, 7], others) == 2


def test_no_chance_is_more_than_one_or_nothing():
    found = list(shares(made(STYLES["mixed"], 3, items=200, payments=60)))
    assert found
    assert all(0 < share <= 1 and share.numerator <= SHOWN for _, _, share in found)
