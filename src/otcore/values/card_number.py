"""Card numbers are never accepted: a text that holds one would put every store of it under PCI DSS."""

import re

from otcore.values.faults import Invalid

# 15 to 19 digits, in groups or not, that are not a part of a longer number.
_RUN = re.compile(r"(?<![0-9])(?<![0-9][ -])[0-9](?:[ -]?[0-9]){14,18}(?![ -]?[0-9])")
# The same from 12 digits on, as many as the shortest card number has (ISO/IEC 7812-1: at most 19).
_ANY_RUN = re.compile(r"(?<![0-9])(?<![0-9][ -])[0-9](?:[ -]?[0-9]){11,18}(?![ -]?[0-9])")
# By leading digits and length: Visa, Mastercard (two ranges), American Express, Discover, UnionPay, JCB.
_BRAND = re.compile(
    r"4[0-9]{15}(?:[0-9]{3})?"
    r"|5[1-5][0-9]{14}"
    r"|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"
    r"|3[47][0-9]{13}"
    r"|6(?:011|4[4-9][0-9]|5[0-9]{2})[0-9]{12}(?:[0-9]{3})?"
    r"|62[0-9]{14,17}"
    r"|35(?:2[89]|[3-8][0-9])[0-9]{12}(?:[0-9]{3})?"
)


def without_card_number(text: str) -> str:
    """The text. Raises `Invalid` CARD_NUMBER when it holds what is, by brand, length and check digit, a card number."""
    if any(_BRAND.fullmatch(digits) and _luhn(digits) for digits in _runs(_RUN, text)):
        raise _refused()
    return text


def without_pan(text: str) -> str:
    """The text, which is a token. Raises `Invalid` CARD_NUMBER already for 12 to 19 digits whose check digit fits.

    What stands for a card is told apart from a card more strictly than any text: here a card number is what one would
    put in by mistake.
    """
    if any(map(_luhn, _runs(_ANY_RUN, text))):
        raise _refused()
    return text


def _runs(pattern: re.Pattern[str], text: str) -> list[str]:
    return [re.sub("[ -]", "", run) for run in pattern.findall(text)]


def _refused() -> Invalid:
    return Invalid.one("CARD_NUMBER", "a card number is not taken in: give a token of the payment service")


def _luhn(digits: str) -> bool:
    """ISO/IEC 7812-1 annex B: every second digit from the right is doubled."""
    odd = sum(int(digit) for digit in digits[-1::-2])
    even = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (odd + even) % 10 == 0
