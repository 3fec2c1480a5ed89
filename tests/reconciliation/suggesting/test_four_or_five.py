"""Every set of four or five that adds up is found, and nothing else."""

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.suggesting.four_or_five import four_or_five


@given(st.lists(st.integers(1, 30), max_size=9), st.integers(1, 120))
def test_every_set_is_found_once(amounts: list[int], target: int):
    found = list(four_or_five(amounts, target))
    places = range(len(amounts))
    every = [
        each
        for each in chain(combinations(places, 4), combinations(places, 5))
        if sum(amounts[at] for at in each) == target
    ]
    assert sorted(found) == sorted(every)
