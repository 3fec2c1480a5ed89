"""Draws by chance."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.simulation.distribution import Always, Between, Observed
from otcore.values import Invalid

observations = st.lists(st.integers(-30, 90), min_size=1, max_size=20)


def test_always_is_always():
    assert Always(7).draw(Random(1)) == 7


def test_between_reaches_both_ends_and_nothing_else():
    chance = Random(1)
    assert {Between(-1, 1).draw(chance) for _ in range(100)} == {-1, 0, 1}


@given(observations, st.integers())
def test_only_what_was_seen_is_drawn(numbers: list[int], seed: int):
    assert Observed.of(numbers).draw(Random(seed)) in numbers


def test_what_was_seen_more_often_is_drawn_more_often():
    chance, seen = Random(1), Observed.of([1, 1, 1, 9])
    drawn = Counter(seen.draw(chance) for _ in range(4_000))
    assert 2_850 < drawn[1] < 3_150


@given(observations)
def test_the_order_of_what_was_seen_makes_no_difference(numbers: list[int]):
    assert Observed.of(numbers) == Observed.of(sorted(numbers))


def test_nothing_cannot_be_drawn_from():
    for empty in (lambda: Observed.of([]), lambda: Observed([(1, 0)]), lambda: Between(2, 1)):
        with pytest.raises(Invalid) as caught:
            empty()
        assert caught.value.faults[0].code == "DISTRIBUTION_EMPTY"
