"""How likely a stranger's amount would fit, and what an amount that fits says."""

from fractions import Fraction
from math import log2
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.sums import Density, Verdict, bits, by_size, subsets

MEDIAN, SPREAD = 50_000, 1.0  # cents; lognormal


def amount(random: Random) -> int:
    """An amount as invoices have it."""
    return round(random.lognormvariate(0, SPREAD) * MEDIAN)


def strangers(random: Random, count: int) -> list[int]:
    """Random amounts, of the size of payments for one to four such invoices."""
    return [sum(amount(random) for _ in range(random.randint(1, 4))) for _ in range(count)]


def test_with_forty_open_items_one_random_amount_in_eight_is_a_sum_of_up_to_four_and_the_density_says_so():
    hits, expected, asked = 0, Fraction(0), 0
    for seed in range(4):
        random = Random(seed)
        book = [amount(random) for _ in range(40)]
        for each in strangers(random, 75):
            answers = by_size(book, each, work=200_000)
            hits += any(answer.verdict is not Verdict.NONE for answer in answers)
            expected += min(Fraction(1), sum((answer.density.share for answer in answers), Fraction(0)))
            asked += 1
    assert hits / asked == pytest.approx(0.13, abs=0.03)
    assert hits / asked - 0.03 < expected / asked < 2 * hits / asked


def test_with_twelve_open_items_few_random_amounts_are_the_sum_of_any_subset_and_the_density_says_so():
    random = Random(8)
    hits, expected, asked = 0, Fraction(0), 1_500
    book = [amount(random) for _ in range(12)]
    for each in strangers(random, asked):
        answer = subsets(book, each, work=200_000)
        hits += answer.verdict is not Verdict.NONE
        expected += answer.density.share
    assert hits > 0
    assert float(expected) == pytest.approx(hits, rel=0.4)


def test_the_window_is_an_eighth_of_the_amount_to_each_side_and_at_most_five_hundred_units():
    assert subsets([1], 800, work=1_000).density.of == 201
    assert subsets([1], -800, work=1_000).density.of == 201
    assert subsets([1], 10**9, work=1_000).density.of == 100_001


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_bits_are_the_logarithm_of_the_share(reached: int, of: int):
    density = Density(min(reached, of), of)
    assert bits(density) == pytest.approx(100 * log2(density.of / density.reached), abs=1.001)


def test_an_amount_that_anybody_would_hit_says_nothing():
    assert bits(Density(7, 7)) == 0


def test_nothing_reached_says_no_more_than_one_reached():
    assert bits(Density(0, 1001)) == bits(Density(1, 1001))
