"""Sharing a total out to parts by the largest remainder, whatever their signs."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.invoicing.calculation.sharing import shared
from otcore.values.rounding import round_ratio

ideals = st.lists(st.fractions(-1_000, 1_000, max_denominator=50) | st.integers(-5, 5), max_size=8)


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        (10, [Fraction(10, 3)] * 3, [4, 3, 3]),
        (-10, [Fraction(-10, 3)] * 3, [-4, -3, -3]),
        (1, [Fraction(3, 2), Fraction(-1, 2)], [1, 0]),
        (1, [0, Fraction(1, 2), Fraction(1, 2)], [0, 1, 0]),
        (3, [1, 1], [2, 1]),
        (1, [0, 0], [1, 0]),
        (-3, [0, -1], [0, -3]),
        (0, [], []),
    ],
)
def test_what_is_left_goes_where_most_was_cut_off(total, parts, expected):
    assert shared(total, parts) == expected


@given(ideals)
@settings(max_examples=500)
def test_parts_add_up_and_are_less_than_a_unit_off(parts):
    total = round_ratio(*Fraction(sum(parts)).as_integer_ratio())
    given = shared(total, parts)
    assert sum(given) == (total if parts else 0)
    assert all(abs(part - ideal) < 1 for part, ideal in zip(given, parts, strict=True))
    assert all(part == 0 for part, ideal in zip(given, parts, strict=True) if ideal == 0)


@given(ideals, st.integers(-3, 3))
@settings(max_examples=500)
def test_the_negated_total_gives_the_negated_parts(parts, off):
    total = round_ratio(*Fraction(sum(parts)).as_integer_ratio()) + off
    assert shared(-total, [-part for part in parts]) == [-part for part in shared(total, parts)]
