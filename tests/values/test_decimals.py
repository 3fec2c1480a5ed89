"""Numbers from the outside are read strictly, and the host's decimal settings do not matter."""

import time
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.values import EXACT, Invalid, decimal_of, plain


def code_of(number, **limits):
    with pytest.raises(Invalid) as error:
        decimal_of(number, **limits)
    return error.value.faults[0].code


@pytest.mark.parametrize(
    "number",
    [
        "1e999999",
        "1e3",
        "1E3",
        "1_000",
        "１２３",  # noqa: RUF001 - the look-alike digits are the point
        "١٢٣",
        "  12.5 ",
        "12.5\n",
        "1 000",
        "1\u00a0000",
        "1,5",
        "1.000,00",
        "1,000.00",
        "1.0.0",
        "0x10",
        "",
        "-",
        ".",
        ".5",
        "5.",
        "+5",
        "--5",
        "5-",
        "−5",  # noqa: RUF001 - the minus sign of typography
        "1/2",
        "12.345 EUR",
        "true",
        "\ud800",
    ],
)
def test_what_is_not_plain_ascii_digits_is_refused(number):
    assert code_of(number) == "NUMBER_FORMAT"


@pytest.mark.parametrize(
    "number",
    [
        "NaN",
        "nan",
        "sNaN",
        "-NaN",
        "NaN123",
        "Infinity",
        "-Infinity",
        "inf",
        "+inf",
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
    ],
)
def test_what_is_not_finite_is_refused(number):
    assert code_of(number) == "NUMBER_NOT_FINITE"


@pytest.mark.parametrize(
    "number",
    [
        "9" * 29,
        "0." + "1" * 28,
        pytest.param("9" * 400, id="400 digits"),
        pytest.param("-" + "9" * 5000, id="5000 digits"),
        pytest.param(10**5000, id="an int of 5000 digits"),
        10**28,
        -(10**28),
        Decimal("1e999999"),
        Decimal("1e28"),
        Decimal("9" * 29),
    ],
)
def test_more_than_28_digits_are_refused(number):
    assert code_of(number) == "NUMBER_TOO_LONG"


@pytest.mark.parametrize("number", ["0.00000000001", Decimal("1e-11"), Decimal("1e-999999")])
def test_more_than_10_decimals_are_refused(number):
    assert code_of(number) == "NUMBER_TOO_PRECISE"


@pytest.mark.parametrize("number", [1.5, True, False, None, b"1"])
def test_what_is_not_text_int_or_decimal_is_no_number(number):
    with pytest.raises(TypeError):
        decimal_of(number)


@pytest.mark.parametrize("text", ["-0", "-0.00", "-0." + "0" * 15])
def test_a_zero_written_with_a_sign_is_refused(text):
    with pytest.raises(Invalid) as error:
        decimal_of(text)
    assert [fault.code for fault in error.value.faults] == ["NUMBER_NEGATIVE_ZERO"]


@pytest.mark.parametrize("number", [Decimal("-0"), Decimal("-0.00"), Decimal("-0E-15")])
def test_a_negative_zero_that_was_computed_becomes_zero(number):
    zero = decimal_of(number)
    assert zero == 0
    assert not zero.is_signed()


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("12.30", "12.30"),
        ("-12.5", "-12.5"),
        ("007", "7"),
        (12, "12"),
        (-(10**28) + 1, "-" + "9" * 28),
        ("9" * 28, "9" * 28),
        (Decimal("1E+3"), "1000"),
        (Decimal("12.30"), "12.30"),
        (Decimal("1." + "0" * 20), "1." + "0" * 10),
        ("1." + "0" * 20, "1." + "0" * 10),
        ("123456789012345678901.5", "123456789012345678901.5"),
    ],
)
def test_a_plain_number_is_kept_as_written(number, written):
    assert str(decimal_of(number)) == written


def test_the_limits_can_be_set():
    assert code_of("123", max_digits=2) == "NUMBER_TOO_LONG"
    assert code_of(123, max_digits=2) == "NUMBER_TOO_LONG"
    assert code_of(Decimal(123), max_digits=2) == "NUMBER_TOO_LONG"
    assert code_of("1.23", max_places=1) == "NUMBER_TOO_PRECISE"
    assert code_of(Decimal("1.23"), max_places=1) == "NUMBER_TOO_PRECISE"
    assert decimal_of("1.20", max_places=1) == Decimal("1.2")


def test_the_message_names_the_number_briefly_and_in_ascii():
    with pytest.raises(Invalid, match=r"^NUMBER_FORMAT rate '\\uff11x{39}\.\.\.' is not written in plain digits"):
        decimal_of("１" + "x" * 10_000, what="rate")  # noqa: RUF001 - the look-alike digit is the point


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("9" * 1_000_000, id="a million nines"),
        pytest.param("-" + "0" * 1_000_000, id="a million zeros"),
        pytest.param(Decimal("9" * 1_000_000), id="a decimal of a million nines"),
        "1e999999",
        Decimal("1e999999"),
    ],
)
def test_a_hostile_number_is_refused_at_once(number):
    started = time.perf_counter()
    with pytest.raises(Invalid):
        decimal_of(number)
    assert time.perf_counter() - started < 1


@given(st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=10))
def test_what_is_written_plainly_is_read_back(number):
    assert decimal_of(format(number, "f")) == number
    assert decimal_of(number) == number
    assert decimal_of(plain(number)) == number


@given(st.text(max_size=30) | st.from_regex(r"[-+ ]?[0-9_ ]*[.,]?[0-9]*([eE][-+]?[0-9]+)?", fullmatch=True))
def test_text_is_read_as_python_reads_it_or_refused(text):
    try:
        number = decimal_of(text)
    except Invalid:
        return
    assert number == Decimal(text)
    assert text.isascii()
    assert set(text) <= set("-0123456789.")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1E+2", "100"),
        ("2.50", "2.5"),
        ("100", "100"),
        ("100.00", "100"),
        ("0E-9", "0"),
        ("-0.00", "0"),
        ("-0", "0"),
        ("-1.10", "-1.1"),
        ("1E-7", "0.0000001"),
    ],
)
def test_plain_text_has_no_exponent_and_no_idle_zeros(number, text):
    assert plain(Decimal(number)) == text


def test_exact_arithmetic_ignores_the_hosts_context():
    with localcontext() as context:
        context.prec = 2
        assert EXACT.multiply(Decimal("1.2345"), Decimal("1.2345")) == Decimal("1.52399025")
