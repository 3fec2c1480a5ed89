"""What readers of every syntax share: long texts, card numbers, Base64, lines that stand twice, amounts as texts."""

import pytest

from otcore.adapters.xml import base64_of, read_xml
from otcore.adapters.xml.records import RecordCursor, distinct_ids
from otcore.adapters.xml.writing import amount_text
from otcore.values import Invalid, Money


def cursor(text):
    return RecordCursor(read_xml(text.encode()), source="a.xml")


def test_prose_may_be_long_but_not_without_end():
    assert cursor(f"<a><b> {'x' * 5000} </b></a>").prose("b") == "x" * 5000
    assert cursor("<a/>").prose("b") == ""
    with pytest.raises(Invalid, match="TEXT_TOO_LONG"):
        cursor(f"<a><b>{'x' * 5001}</b></a>").prose("b")


@pytest.mark.parametrize("number", ["1234", "", "411111****1234"])
def test_the_last_digits_of_a_card_are_taken_in(number):
    assert cursor(f"<a><b>{number}</b></a>").card_number("b") == number


def test_a_card_number_is_kept_nowhere():
    with pytest.raises(Invalid) as refused:
        cursor("<a><b>4111 1111 1111 1111</b></a>").card_number("b")
    (fault,) = refused.value.faults
    assert (fault.code, fault.path) == ("CARD_NUMBER", "a.xml line 1 /a/b")
    assert "1111" not in str(refused.value)


def test_ids_that_stand_twice_are_each_named():
    lines = cursor("<a><b><i>1</i></b><b><i>2</i></b><b><i>1</i></b><b><i/></b><b><i/></b></a>").children("b")
    distinct_ids(lines[:2], "i")
    with pytest.raises(Invalid) as refused:
        distinct_ids(lines, "i")
    assert [(fault.code, fault.path) for fault in refused.value.faults] == [("DUPLICATE_LINE", "a.xml line 1 /a/b[3]")]


def test_base64_is_taken_without_blanks():
    assert base64_of(" QUJD\n RA== ") == "QUJDRA=="
    assert base64_of("") == ""


@pytest.mark.parametrize("text", ["QUJ", "QUJD=RA=", "QUJ-", "QUJD RA==="])
def test_what_is_not_base64_is_refused(text):
    with pytest.raises(Invalid, match="BASE64_FORMAT"):
        base64_of(text)


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money("12.3", "EUR"), "12.30"),
        (Money("-12", "JPY"), "-12"),
        (Money("12.340", "OMR"), "12.34"),
        (Money("12.300", "OMR"), "12.30"),
        (Money("12.345", "OMR"), "12.345"),
    ],
)
def test_an_amount_has_the_decimals_of_its_currency_but_no_needless_ones_beyond_two(money, text):
    assert amount_text(money) == text
