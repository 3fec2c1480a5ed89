"""The texts of XML Schema's simple types."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.xml import boolean_of, day_of, number_of
from otcore.values import Invalid


def code(parse, text):
    with pytest.raises(Invalid) as refused:
        parse(text)
    return refused.value.faults[0].code


@pytest.mark.parametrize(
    "text",
    [
        "2014-12-31",
        "2014-12-31Z",
        "2014-12-31+01:00",
        "2014-12-31T23:59:59",
        "2014-12-31T00:00:00.000000000",
        "2014-12-31T23:30:00-11:00",
        "2014-12-31T08:00:00.5+0100",
    ],
)
def test_a_day_is_taken_as_written(text):
    assert day_of(text) == date(2014, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31.12.2014",
        "2014-02-30",
        "2014-13-01",
        "20141231",
        "0000-01-01",
        "2014-12-31 ",
        "2014-12-31T",
        "٢٠١٤-12-31",
    ],
)
def test_what_is_no_day_is_refused(text):
    assert code(day_of, text) == "DATE_FORMAT"


@given(st.dates())
def test_every_day_is_read_back(day):
    assert day_of(day.isoformat()) == day


@pytest.mark.parametrize(("text", "value"), [("true", True), ("1", True), ("false", False), ("0", False)])
def test_a_boolean_has_four_spellings(text, value):
    assert boolean_of(text) is value


@pytest.mark.parametrize("text", ["", "TRUE", "yes", "2"])
def test_what_is_no_boolean_is_refused(text):
    assert code(boolean_of, text) == "BOOLEAN_FORMAT"


@pytest.mark.parametrize(
    ("text", "value"),
    [("5", "5"), ("+5", "5"), ("-5", "-5"), (".5", "0.5"), ("5.", "5"), ("-.50", "-0.50"), ("0", "0")],
)
def test_a_number_has_the_spellings_of_xml_schema(text, value):
    assert str(number_of(text)) == value


@pytest.mark.parametrize("text", ["", "+", ".", "-.", "1e3", "1,5", "1_0", "٣", "+-5", "1 000"])
def test_what_is_no_number_is_refused(text):
    assert code(number_of, text) == "NUMBER_FORMAT"


def test_what_is_not_finite_is_refused():
    assert code(number_of, "NaN") == "NUMBER_NOT_FINITE"


def test_a_number_of_four_hundred_digits_is_refused():
    assert code(number_of, "9" * 400) == "NUMBER_TOO_LONG"


def test_the_caller_bounds_the_decimals():
    with pytest.raises(Invalid) as refused:
        number_of("1.2345", max_places=3)
    assert refused.value.faults[0].code == "NUMBER_TOO_PRECISE"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5))
def test_every_number_is_read_back(number):
    assert number_of(f"{number:f}") == Decimal(number)
