"""Quantities, prices and percentages are exact decimals that are rounded elsewhere, once."""

import copy
import pickle
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.values import Invalid, Percentage, Quantity, UnitPrice, round_to
from tests.values.strategies import decimals, positives

quantities = st.builds(Quantity.trusted, decimals, st.just("C62"))


def code_of(make, *values, **named):
    with pytest.raises(Invalid) as error:
        make(*values, **named)
    return error.value.faults[0].code


@pytest.mark.parametrize(
    ("value", "text"),
    [("10", "10 C62"), ("10.500", "10.5 C62"), (-3, "-3 C62"), (Decimal("1E+2"), "100 C62"), (Decimal("-0"), "0 C62")],
)
def test_a_quantity_is_shown_plainly(value, text):
    assert str(Quantity(value, "C62")) == text


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0.0000001", "QUANTITY_TOO_PRECISE"),
        ("0." + "1" * 30, "QUANTITY_TOO_PRECISE"),
        ("1" + "0" * 18, "QUANTITY_TOO_LARGE"),
        ("-1" + "0" * 18, "QUANTITY_TOO_LARGE"),
        pytest.param("9" * 400, "NUMBER_TOO_LONG", id="400 digits"),
        ("NaN", "NUMBER_NOT_FINITE"),
        (Decimal("Infinity"), "NUMBER_NOT_FINITE"),
        ("1e3", "NUMBER_FORMAT"),
        ("", "NUMBER_FORMAT"),
    ],
)
def test_an_unfit_quantity_is_refused(value, code):
    assert code_of(Quantity, value, "C62") == code


def test_idle_zeros_are_not_decimals():
    assert str(Quantity("1." + "0" * 20, "C62").value) == "1.000000"
    assert str(Quantity("0.000000", "C62").value) == "0.000000"
    assert Quantity(Decimal("0.0000001") * 10, "C62") == Quantity("0.000001", "C62")


@pytest.mark.parametrize("value", [1.5, True, None])
def test_a_float_is_no_quantity_price_or_percentage(value):
    with pytest.raises(TypeError):
        Quantity(value, "C62")
    with pytest.raises(TypeError):
        UnitPrice(value, "EUR")
    with pytest.raises(TypeError):
        Percentage(value)


@pytest.mark.parametrize("unit", ["C62", "EA", "4L", "XPP", "XBX", "H87", "M", "X1A", "XXBX"])
def test_units_are_codes_of_recommendation_20_and_21(unit):
    assert Quantity(1, unit).unit == unit


@pytest.mark.parametrize("unit", ["", "ea", "pieces", "C 2", "EA\n", "ÄA", "EEEEE"])
def test_other_units_are_refused(unit):
    assert code_of(Quantity, 1, unit) == "UNIT_FORMAT"


@given(quantities, quantities)
def test_quantities_of_one_unit_add_up(a, b):
    assert a + b == b + a
    assert (a + b) - b == a
    assert a + -a == Quantity(0, "C62")
    assert not a - a


@given(quantities, quantities)
def test_quantities_are_ordered_by_value(a, b):
    assert (a < b, a <= b, a > b, a >= b) == (
        a.value < b.value,
        a.value <= b.value,
        a.value > b.value,
        a.value >= b.value,
    )


@pytest.mark.parametrize(
    "operation",
    [
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a < b,
        lambda a, b: a <= b,
        lambda a, b: a > b,
        lambda a, b: a >= b,
    ],
)
def test_two_units_are_never_mixed(operation):
    assert code_of(operation, Quantity(1, "C62"), Quantity(1, "KGM")) == "UNIT_MISMATCH"
    with pytest.raises(TypeError):
        operation(Quantity(1, "C62"), 1)


def test_the_hosts_decimal_context_does_not_touch_sums():
    with localcontext() as context:
        context.prec = 2
        assert Quantity("123.4", "C62") + Quantity("0.01", "C62") == Quantity("123.41", "C62")
        assert -Quantity("123.456", "C62") == Quantity("-123.456", "C62")


def test_equal_values_make_equal_quantities():
    assert len({Quantity("10", "C62"), Quantity("10.00", "C62")}) == 1
    assert repr(Quantity("10.0", "C62")) == "Quantity('10', 'C62')"


def test_quantities_never_change_and_can_be_copied():
    quantity: Any = Quantity("10", "C62")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        quantity.value = Decimal(1)
    assert copy.deepcopy(quantity) == pickle.loads(pickle.dumps(quantity)) == quantity
    assert attrs.evolve(quantity, value="11") == Quantity("11", "C62")


def test_a_price_may_be_for_more_than_one():
    assert UnitPrice("1.50", "EUR").extend(Decimal(3)) == Decimal("4.50")
    assert UnitPrice("1.50", "EUR", per="100").extend(Decimal(3)) == Decimal("0.045")


def test_a_price_is_shown_with_its_base():
    assert str(UnitPrice("1.50", "EUR")) == "1.50 EUR"
    assert str(UnitPrice("0.0000000001", "EUR", per="100.0")) == "0.0000000001 EUR per 100"


@pytest.mark.parametrize(
    ("amount", "currency", "per", "code"),
    [
        ("-0.01", "EUR", 1, "PRICE_NEGATIVE"),
        ("1", "ZZZ", 1, "CURRENCY_UNKNOWN"),
        ("1", "EUR", 0, "PRICE_BASE"),
        ("1", "EUR", "-1", "PRICE_BASE"),
        ("0.00000000001", "EUR", 1, "NUMBER_TOO_PRECISE"),
        ("NaN", "EUR", 1, "NUMBER_NOT_FINITE"),
        ("1", "EUR", "1e3", "NUMBER_FORMAT"),
    ],
)
def test_an_unfit_price_is_refused(amount, currency, per, code):
    assert code_of(UnitPrice, amount, currency, per) == code


@given(decimals, positives, positives)
def test_an_extension_rounds_as_the_exact_quotient_does(quantity, amount, per):
    extended = UnitPrice(amount, "EUR", per=per).extend(quantity)
    exact = Fraction(quantity) * Fraction(amount) / Fraction(per)
    assert abs(Fraction(round_to(extended, 2)) - exact) <= Fraction(1, 200)


def test_the_hosts_decimal_context_does_not_touch_an_extension():
    with localcontext() as context:
        context.prec = 3
        assert UnitPrice("1.2345", "EUR").extend(Decimal("1000.5")) == Decimal("1235.11725")
        assert UnitPrice("1.2345", "EUR", per=8).extend(Decimal("1000.5")) == Decimal("154.38965625")
        assert Percentage("12.345").of(Decimal("1000.1")) == Decimal("123.462345")


@given(decimals)
def test_a_percentage_of_a_value_is_exact(value):
    assert Fraction(Percentage("25").of(value)) == Fraction(value) / 4


@pytest.mark.parametrize(
    ("value", "code"), [("-1", "PERCENTAGE_RANGE"), ("1000.1", "PERCENTAGE_RANGE"), ("5%", "NUMBER_FORMAT")]
)
def test_an_unfit_percentage_is_refused(value, code):
    assert code_of(Percentage, value) == code


def test_percentages_are_shown_and_ordered():
    assert str(Percentage("25.00")) == "25 %"
    assert Percentage(0) < Percentage("0.5") < Percentage(1000)
