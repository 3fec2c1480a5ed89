from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.formats.dates import day
from otcore.formats.numbers import amount, money, number, percent
from otcore.values import DIGITS, Invalid, Money
from tests.kpi.ledgers import TODAY


@pytest.mark.parametrize(
    ("value", "locale", "shown"),
    [
        ("1234.50 EUR", "en", "€1,234.50"),
        ("1234.50 EUR", "de", "1.234,50\u00a0€"),
        ("-12.30 USD", "en", "-$12.30"),
        ("1235 JPY", "en", "¥1,235"),
        ("1.234 BHD", "en", "BHD\u00a01.234"),
        ("1234567.00 INR", "en_IN", "₹12,34,567.00"),
        ("0.00 EUR", "en", "€0.00"),
    ],
)
def test_money_is_written_as_the_locale_does(value, locale, shown):
    assert money(Money.parse(value), locale) == shown


@pytest.mark.parametrize("currency", ["AFN", "ALL", "IQD", "RSD", "CLF", "UYW", "HUF"])
def test_money_has_the_digits_of_iso_4217_where_cldr_has_others(currency):
    shown = amount(Money.from_minor(1234567, currency))
    assert len(shown.partition(".")[2]) == DIGITS[currency]


@given(
    st.integers(-(10**24), 10**24), st.sampled_from(sorted(DIGITS)), st.sampled_from(["en", "de-CH", "fr", "sv", "ar"])
)
def test_no_digit_is_lost_at_any_size(minor, currency, locale):
    value = Money.from_minor(minor, currency)
    digits = "".join(sign for sign in amount(value, locale) if sign.isdigit())
    assert int(digits) == abs(minor)
    assert amount(value, locale) in money(value, locale).replace("\u200f", "") or minor < 0


def test_the_hosts_decimal_context_changes_nothing():
    with localcontext() as context:
        context.prec = 3
        assert money(Money("123456.78", "EUR")) == "€123,456.78"


@pytest.mark.parametrize(
    ("value", "shown"), [("76.3", "76.3"), ("76.0", "76.0"), ("1E+3", "1,000"), ("-0.50", "-0.50")]
)
def test_a_number_shows_exactly_the_decimals_it_has(value, shown):
    assert number(Decimal(value)) == shown


def test_percent_is_given_in_percent():
    assert (percent(Decimal("36.5")), percent(Decimal("36.5"), "de")) == ("36.5%", "36,5\u00a0%")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_not_shown(value):
    with pytest.raises(Invalid, match="NUMBER_NOT_FINITE"):
        number(Decimal(value))


def test_a_day_is_written_as_the_locale_does():
    assert (day(TODAY), day(TODAY, "de-AT")) == ("Mar 31, 2025", "31.03.2025")


@pytest.mark.parametrize(
    "tag", ["", "xx", "en-XX-99", "../../root", "en\n", "english", "en_US_POSIX_x_y_z", "e" * 10_000]
)
def test_an_unknown_locale_is_refused(tag):
    with pytest.raises(Invalid, match="LOCALE_UNKNOWN"):
        day(TODAY, tag)
