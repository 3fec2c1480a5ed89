"""Rounding by name."""

import decimal
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.values import Invalid, Rounding, round_ratio, round_to
from tests.values.strategies import decimals

modes = st.sampled_from(Rounding)
PYTHONS = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.HALF_DOWN: decimal.ROUND_HALF_DOWN,
    Rounding.UP: decimal.ROUND_UP,
    Rounding.DOWN: decimal.ROUND_DOWN,
}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Rounding.HALF_UP, [0, 1, 1, 2, 3]),
        (Rounding.HALF_EVEN, [0, 0, 1, 2, 2]),
        (Rounding.HALF_DOWN, [0, 0, 1, 1, 2]),
        (Rounding.UP, [1, 1, 1, 2, 3]),
        (Rounding.DOWN, [0, 0, 0, 1, 2]),
    ],
)
def test_each_mode_rounds_as_its_name_says(mode, expected):
    tenths = [1, 5, 6, 15, 25]
    assert [round_ratio(tenth, 10, mode) for tenth in tenths] == expected
    assert [round_to(Decimal(tenth) / 10, 0, mode) for tenth in tenths] == expected


@given(decimals, st.integers(0, 6), modes)
def test_rounding_is_decimals_own(value, places, mode):
    assert round_to(value, places, mode) == value.quantize(Decimal(1).scaleb(-places), PYTHONS[mode])


@given(decimals, st.integers(0, 6), modes)
def test_rounding_is_symmetric(value, places, mode):
    assert round_to(-value, places, mode) == -round_to(value, places, mode)


@given(st.integers(), st.integers().filter(bool), modes)
def test_a_ratio_rounds_symmetrically(numerator, denominator, mode):
    rounded = round_ratio(numerator, denominator, mode)
    assert round_ratio(-numerator, denominator, mode) == -rounded
    assert round_ratio(numerator, -denominator, mode) == -rounded
    assert abs(rounded - Fraction(numerator, denominator)) < 1


@given(st.integers(-(10**12), 10**12), st.integers(1, 6), modes)
def test_a_ratio_rounds_as_the_decimal_does(numerator, places, mode):
    assert round_ratio(numerator, 10**places, mode) == round_to(Decimal(numerator).scaleb(-places), 0, mode)


@given(decimals, st.integers(0, 6), modes)
def test_rounding_twice_is_rounding_once(value, places, mode):
    once = round_to(value, places, mode)
    assert round_to(once, places, mode) == once


def test_half_up_is_the_default():
    assert round_to(Decimal("2.345"), 2) == Decimal("2.35")
    assert round_ratio(5, 2) == 3


def test_the_result_has_the_places_asked_for_and_no_negative_zero():
    assert str(round_to(Decimal("1"), 2)) == "1.00"
    assert str(round_to(Decimal("-0.001"), 2)) == "0.00"


def test_the_hosts_decimal_context_changes_nothing():
    with localcontext() as context:
        context.prec = 2
        assert round_to(Decimal("123456.785"), 2) == Decimal("123456.79")


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_not_rounded(value):
    with pytest.raises(Invalid, match="NUMBER_NOT_FINITE"):
        round_to(Decimal(value), 2)


def test_a_ratio_to_nothing_is_refused():
    with pytest.raises(ZeroDivisionError):
        round_ratio(1, 0)
