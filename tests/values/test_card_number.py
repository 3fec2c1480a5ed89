"""Card numbers are refused; other long numbers are not."""

import pytest

from otcore.values import Invalid
from otcore.values.card_number import without_card_number


# Numbers that the brands publish for tests.
@pytest.mark.parametrize(
    "number",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111111111111111",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "3782 822463 10005",
        "6011111111111117",
        "3566002020360505",
        "6205500000000000004",
    ],
)
def test_a_card_number_is_refused_in_any_text(number):
    for text in (number, f"card {number}.", f"pay({number})today"):
        with pytest.raises(Invalid, match="CARD_NUMBER"):
            without_card_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4111 1111 1111 1112",  # the check digit does not fit
        "41111111111111110",  # one digit more than a Visa card has
        "0 4111 1111 1111 1111",  # a part of a longer number
        "4111 1111 1111 1111 9",
        "9999 9999 4111 1111 1111 1111",
        "DE89 3704 0044 0532 0130 00",
        "1234567812345670",  # fits by its check digit, but no brand begins so
        "21 00000 00003 13947 14300 09017",  # a QR reference
        "call 0049 30 1234567",
    ],
)
def test_another_number_is_not(text):
    assert without_card_number(text) == text
