"""Currency digits are those of ISO 4217, not of any display rule."""

from typing import Any

import pytest

from otcore.values import DIGITS, Invalid, digits


@pytest.mark.parametrize(
    ("currency", "places"),
    [
        ("EUR", 2),
        ("JPY", 0),
        ("BHD", 3),
        ("CLF", 4),
        ("UYW", 4),
        ("HUF", 2),
        ("AFN", 2),
        ("ALL", 2),
        ("IQD", 3),
        ("RSD", 2),
    ],
)
def test_minor_digits_are_the_currencys_own(currency, places):
    assert digits(currency) == DIGITS[currency] == places


@pytest.mark.parametrize(
    "code",
    ["XXX", "XTS", "XAU", "XAG", "XDR", "BGN", "eur", "", "EUR\n", pytest.param("E" * 1000, id="long")],
)
def test_other_codes_are_unknown(code):
    with pytest.raises(Invalid) as error:
        digits(code)
    assert error.value.faults[0].code == "CURRENCY_UNKNOWN"
    assert len(str(error.value)) < 120


def test_the_table_cannot_be_changed():
    table: Any = DIGITS
    with pytest.raises(TypeError):
        table["EUR"] = 3


@pytest.mark.oracle
def test_the_table_is_that_of_the_published_list():
    iso4217 = pytest.importorskip("iso4217")
    assert dict(DIGITS) == {row.code: row.exponent for row in iso4217.Currency if row.exponent is not None}


def test_the_digits_that_people_see_are_another_matter():
    numbers = pytest.importorskip("babel.numbers")
    differing = {code for code, places in DIGITS.items() if numbers.get_currency_precision(code) != places}
    assert {"AFN", "ALL", "IQD", "RSD"} <= differing
