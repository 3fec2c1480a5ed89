"""Money is exact, of one currency, and never changes."""

import copy
import pickle
from decimal import Decimal, localcontext
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from otcore.values import DIGITS, Invalid, Money, Rounding, total
from tests.values.strategies import currencies, euros, moneys


def code_of(error: pytest.ExceptionInfo[Invalid]) -> str:
    return error.value.faults[0].code


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("12.30", "EUR", 1230),
        ("12.3", "EUR", 1230),
        ("12", "EUR", 1200),
        ("-0.01", "EUR", -1),
        ("12.3000000", "EUR", 1230),
        ("100.00", "JPY", 100),
        ("1.234", "BHD", 1234),
        ("1.2345", "CLF", 12345),
        ("9999999999999999.99", "EUR", 10**18 - 1),
        (12, "EUR", 1200),
        (-12, "JPY", -12),
        (Decimal("12.30"), "EUR", 1230),
        (Decimal("1E+3"), "EUR", 100000),
        (Decimal("-0"), "EUR", 0),
    ],
)
def test_an_amount_is_kept_in_minor_units(amount, currency, minor):
    assert Money(amount, currency).minor == minor


@pytest.mark.parametrize(
    ("amount", "currency"), [("12.345", "EUR"), ("100.5", "JPY"), ("1.2345", "BHD"), (Decimal("0.00001"), "CLF")]
)
def test_more_decimals_than_the_currency_has_are_refused(amount, currency):
    with pytest.raises(Invalid) as error:
        Money(amount, currency)
    assert code_of(error) == "MONEY_TOO_PRECISE"
    assert error.value.faults[0].facts == {"amount": str(amount), "currency": currency}


@pytest.mark.parametrize("amount", ["10000000000000000.00", "-10000000000000000", 10**16, Decimal(10**20)])
def test_an_amount_of_ten_to_the_eighteen_minor_units_is_refused(amount):
    with pytest.raises(Invalid) as error:
        Money(amount, "EUR")
    assert code_of(error) == "MONEY_TOO_LARGE"


@pytest.mark.parametrize("currency", ["ZZZ", "eur", "EUR ", "€", "", "XXX", "XTS", "XAU", "XDR"])
def test_only_upper_case_iso_codes_with_minor_digits_are_currencies(currency):
    with pytest.raises(Invalid) as error:
        Money("1", currency)
    assert code_of(error) == "CURRENCY_UNKNOWN"
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        Money.zero(currency)


@pytest.mark.parametrize("amount", [12.3, True, None, b"12"])
def test_what_is_not_text_int_or_decimal_is_no_amount(amount):
    with pytest.raises(TypeError):
        Money(amount, "EUR")


@pytest.mark.parametrize("amount", ["NaN", "1e3", "", "1_000", " 1", "1 "])
def test_a_malformed_amount_is_refused(amount):
    with pytest.raises(Invalid):
        Money(amount, "EUR")


@given(moneys)
def test_text_and_repr_give_the_money_back(money):
    assert Money.parse(str(money)) == money
    assert eval(repr(money), {"Money": Money}) == money


def test_text_shows_the_currencys_decimals():
    assert str(Money("-12.3", "EUR")) == "-12.30 EUR"
    assert repr(Money("12.3", "EUR")) == "Money('12.30', 'EUR')"
    assert str(Money("0", "CLF")) == "0.0000 CLF"
    assert str(Money(5, "JPY")) == "5 JPY"


def test_the_repr_of_an_unchecked_currency_still_shows_the_money():
    assert repr(Money.from_minor(5, "ZZZ")) == "Money.from_minor(5, 'ZZZ')"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12.30", "MONEY_FORMAT"),
        ("", "MONEY_FORMAT"),
        ("12.30EUR", "MONEY_FORMAT"),
        ("12.30  EUR", "CURRENCY_UNKNOWN"),
        ("EUR 12.30", "CURRENCY_UNKNOWN"),
        ("12.345 EUR", "MONEY_TOO_PRECISE"),
    ],
)
def test_malformed_money_is_refused(text, code):
    with pytest.raises(Invalid) as error:
        Money.parse(text)
    assert code_of(error) == code


@given(moneys)
def test_the_amount_is_the_exact_decimal(money):
    assert money.amount.as_tuple().exponent == -DIGITS[money.currency]
    assert Money(money.amount, money.currency) == money


@given(euros)
def test_the_hosts_decimal_context_changes_nothing(money):
    with localcontext() as context:
        context.prec = 3
        assert Money(str(money.amount), "EUR") == money
        assert Money.rounded(money.amount, "EUR") == money


@given(euros, euros, euros)
def test_money_of_one_currency_is_a_group(a, b, c):
    assert (a + b) + c == a + (b + c)
    assert a + b == b + a
    assert a + Money.zero("EUR") == a
    assert not a - a
    assert a - b == a + -b


@given(euros, euros, st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_whole_multiples_distribute(a, b, k, m):
    assert (a + b) * k == a * k + b * k
    assert a * (k + m) == k * a + m * a


@given(euros, euros)
def test_order_is_the_order_of_the_amounts(a, b):
    assert (a < b, a <= b, a > b, a >= b) == (
        a.minor < b.minor,
        a.minor <= b.minor,
        a.minor > b.minor,
        a.minor >= b.minor,
    )


@given(euros)
def test_the_absolute_amount_has_no_sign(money):
    assert abs(money) == (money if money >= Money.zero("EUR") else -money)
    assert bool(money) == (money.minor != 0)


@given(moneys, moneys)
def test_equal_money_has_equal_hashes(a, b):
    assert (a == b) == ((a.minor, a.currency) == (b.minor, b.currency))
    assert hash(a) == hash(Money.from_minor(a.minor, a.currency))


def test_zero_in_one_currency_is_not_zero_in_another():
    assert Money.zero("EUR") != Money.zero("USD")


def test_money_equals_nothing_but_money():
    assert Money(1, "EUR") != (100, "EUR")
    assert Money(1, "EUR") != 1


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
def test_two_currencies_are_never_mixed(operation):
    with pytest.raises(Invalid) as error:
        operation(Money(1, "EUR"), Money(1, "USD"))
    assert code_of(error) == "CURRENCY_MISMATCH"
    assert error.value.faults[0].facts == {"left": "EUR", "right": "USD"}
    with pytest.raises(TypeError):
        operation(Money(1, "EUR"), 1)


@pytest.mark.parametrize("factor", [1.5, Decimal(2), True, Money(1, "EUR")])
def test_money_is_multiplied_by_whole_numbers_only(factor):
    with pytest.raises(TypeError):
        Money(1, "EUR") * factor


@given(st.lists(euros))
def test_the_total_is_the_sum(items):
    assert total(items, "EUR").minor == sum(item.minor for item in items)


def test_a_total_of_two_currencies_is_refused():
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH"):
        total([Money(1, "EUR"), Money(1, "USD")], "EUR")


@given(st.decimals(-(10**12), 10**12, places=6), currencies, st.sampled_from(Rounding))
def test_rounding_is_symmetric_and_near(value, currency, mode):
    money = Money.rounded(value, currency, mode)
    assert Money.rounded(-value, currency, mode) == -money
    assert abs(money.amount - value) < Decimal(1).scaleb(-DIGITS[currency])


def test_money_is_rounded_half_up_unless_told_otherwise():
    assert Money.rounded(Decimal("0.125"), "EUR") == Money("0.13", "EUR")
    assert Money.rounded(Decimal("-0.125"), "EUR") == Money("-0.13", "EUR")
    assert Money.rounded(Decimal("0.125"), "EUR", Rounding.HALF_EVEN) == Money("0.12", "EUR")
    assert Money.rounded(Decimal("0.5"), "JPY") == Money(1, "JPY")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (Decimal("NaN"), "NUMBER_NOT_FINITE"),
        (Decimal("sNaN"), "NUMBER_NOT_FINITE"),
        (Decimal("-Infinity"), "NUMBER_NOT_FINITE"),
        (Decimal("1e999999"), "MONEY_TOO_LARGE"),
        (Decimal("1e16"), "MONEY_TOO_LARGE"),
    ],
)
def test_what_no_money_can_hold_is_not_rounded(value, code):
    with pytest.raises(Invalid) as error:
        Money.rounded(value, "EUR")
    assert code_of(error) == code


def test_a_float_is_not_rounded_to_money():
    value: Any = 1.5
    with pytest.raises(TypeError):
        Money.rounded(value, "EUR")


def test_money_never_changes():
    money: Any = Money(1, "EUR")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        money.minor = 5
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del money.minor
    assert not hasattr(money, "__dict__")


@given(moneys)
def test_copies_and_pickles_are_equal(money):
    assert copy.copy(money) is money
    assert copy.deepcopy(money) is money
    assert pickle.loads(pickle.dumps(money)) == money


def test_money_is_a_field_like_any_other():
    @attrs.frozen
    class Line:
        net: Money

    assert attrs.evolve(Line(Money(1, "EUR")), net=Money(2, "EUR")) == Line(Money("2.00", "EUR"))
    assert len({Line(Money(1, "EUR")), Line(Money("1.00", "EUR"))}) == 1


@given(moneys, moneys)
def test_sorting_needs_one_currency(a, b):
    assume(a.currency != b.currency)
    with pytest.raises(Invalid):
        sorted([a, b])
