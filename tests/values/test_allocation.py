"""Splitting keeps every minor unit."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.values import Invalid, Money, allocate, allocate_minor, share_until
from tests.values.strategies import currencies, minors, positives, weight_lists

# 700273 minor units over these weights lost one unit in a well-known library (RubyMoney).
IN_THE_WILD = [Decimal("1.1818583143661")] * 7 + [Decimal("1.170126087450276")] + [Decimal(1)] * 4


def ideals(total, weights):
    whole = sum(map(Fraction, weights))
    return [total * Fraction(weight) / whole for weight in weights]


@given(minors, weight_lists)
def test_the_parts_add_up_to_the_total(total, weights):
    assert sum(allocate_minor(total, weights)) == total


@given(minors, weight_lists)
def test_each_part_is_within_one_unit_of_its_ideal_share(total, weights):
    parts = allocate_minor(total, weights)
    assert all(abs(part - ideal) < 1 for part, ideal in zip(parts, ideals(total, weights), strict=True))


@given(minors, weight_lists)
def test_a_negative_total_gives_the_negated_parts(total, weights):
    assert allocate_minor(-total, weights) == tuple(-part for part in allocate_minor(total, weights))


@given(minors, weight_lists)
def test_a_zero_weight_gets_nothing(total, weights):
    parts = allocate_minor(total, [*weights, 0, Decimal(0)])
    assert parts[-2:] == (0, 0)
    assert parts[:-2] == allocate_minor(total, weights)


@given(minors, weight_lists, st.randoms(use_true_random=False))
def test_a_shuffled_list_gives_the_same_parts_by_weight_but_for_ties(total, weights, random):
    order = list(range(len(weights)))
    random.shuffle(order)
    shuffled = [weights[index] for index in order]
    parts = zip(weights, allocate_minor(total, weights), strict=True)
    moved = zip(shuffled, allocate_minor(total, shuffled), strict=True)
    remainders = [ideal % 1 for ideal in ideals(abs(total), weights)]
    if len(set(remainders)) == len(remainders):
        assert sorted(parts) == sorted(moved)
    else:
        assert sorted(part for _, part in parts) == sorted(part for _, part in moved)


@given(minors, weight_lists, st.integers(1, 1000))
def test_only_the_proportions_of_the_weights_matter(total, weights, factor):
    assert allocate_minor(total, [weight * factor for weight in weights]) == allocate_minor(total, weights)


def test_among_equals_the_earlier_part_gets_the_unit():
    assert allocate_minor(101, [1, 1]) == (51, 50)
    assert allocate_minor(-101, [1, 1]) == (-51, -50)
    assert allocate_minor(5, [0, 7, 3]) == (0, 4, 1)


def test_the_largest_remainder_gets_the_unit_wherever_it_stands():
    assert allocate_minor(12000, [33333, 66667]) == (4000, 8000)
    assert allocate_minor(12000, [66667, 33333]) == (8000, 4000)
    assert allocate_minor(29900, [Decimal("265.09"), 0, Decimal("33.91")]) == (26509, 0, 3391)


def test_an_allocation_from_the_wild_loses_nothing():
    parts = allocate_minor(700273, IN_THE_WILD)
    assert parts == (*[61565] * 7, 60954, *[52091] * 4)
    assert sum(parts) == 700273


@given(minors, currencies, weight_lists)
def test_money_is_split_in_its_own_currency(minor, currency, weights):
    parts = allocate(Money.from_minor(minor, currency), weights)
    assert parts == tuple(Money.from_minor(part, currency) for part in allocate_minor(minor, weights))


@pytest.mark.parametrize(
    "weights",
    [
        [],
        [0],
        [Decimal(0), 0],
        [1, -1],
        [2, Decimal("-0.5")],
        [Decimal("NaN")],
        [1, Decimal("Infinity")],
        [Decimal("1e999999")],
        [Decimal("1e-999999"), 1],
    ],
)
def test_weights_that_say_nothing_are_refused(weights):
    with pytest.raises(Invalid) as error:
        allocate(Money(1, "EUR"), weights)
    assert error.value.faults[0].code == "ALLOCATION_WEIGHTS"


@given(minors, positives, st.lists(positives, max_size=8))
def test_billing_by_differences_of_cumulative_shares_bills_the_total(total, whole, steps):
    reached = [Decimal(0), *sorted(min(step, whole) for step in steps), whole]
    shares = [share_until(total, part, whole) for part in reached]
    assert sum(after - before for before, after in pairwise(shares)) == total


@given(minors, positives, positives, positives)
def test_the_cumulative_share_never_goes_back(total, part, further, whole):
    earlier, later = share_until(total, part, whole), share_until(total, part + further, whole)
    assert 0 <= earlier <= later <= total if total >= 0 else 0 >= earlier >= later >= total


@given(minors, positives, positives)
def test_the_cumulative_share_is_within_half_a_unit_of_the_ideal(total, part, whole):
    ideal = min(Fraction(part) / Fraction(whole), Fraction(1)) * total
    assert abs(share_until(total, part, whole) - ideal) <= Fraction(1, 2)


def test_the_cumulative_share_is_rounded_half_up():
    assert share_until(5, Decimal(1), Decimal(2)) == 3
    assert share_until(-5, Decimal(1), Decimal(2)) == -3
    assert share_until(100, Decimal(1), Decimal(3)) == 33


def test_no_part_has_no_share_and_more_than_all_has_all():
    assert share_until(100, Decimal(0), Decimal(3)) == 0
    assert share_until(100, Decimal(4), Decimal(3)) == 100
    assert share_until(100, Decimal(0), Decimal(0)) == 100


@pytest.mark.parametrize(("part", "whole"), [("-1", "3"), ("1", "-3"), ("NaN", "3"), ("1", "Infinity")])
def test_a_share_of_nonsense_is_refused(part, whole):
    with pytest.raises(Invalid) as error:
        share_until(100, Decimal(part), Decimal(whole))
    assert error.value.faults[0].code == "SHARE_RANGE"
