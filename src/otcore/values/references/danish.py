"""The Danish payment identification (FIK): 15 digits on cards of kind 71, 16 on 75 and 04, the last a check digit.

Source: Finans Danmark, "Fælles indbetalingskort", code line: +71<payment identification+creditor<. The check digit is
Luhn. Every wrong digit is noticed.
"""

import re

from otcore.values.references.digits import body_of, digits_of
from otcore.values.vat.luhn import luhn, luhn_sum

LENGTHS = {"71": 15, "75": 16, "04": 16}
"""How many digits the identification has, by the kind of the card."""

_CODE_LINE = re.compile(r"\+?(71|75|04)<([0-9 ]{1,20})(?:\+[0-9 ]{7,9}<?)?")


def danish_reference(number: str, card: str = "71") -> str:
    """The payment identification of a number, filled up with zeros. Raises `Invalid` REFERENCE_BODY."""
    length = LENGTHS[card] - 1
    body = body_of(number, length).zfill(length)
    return body + str(-luhn_sum(body + "0") % 10)


def danish_identification(text: str) -> str:
    """The payment identification in a text: it alone, or a whole code line; "" when its check digit is wrong."""
    line = _CODE_LINE.fullmatch(text.strip())
    digits = digits_of(line[2] if line else text)
    lengths = (LENGTHS[line[1]],) if line else tuple(LENGTHS.values())
    return digits if len(digits) in lengths and digits.strip("0") and luhn(digits) else ""


def is_danish_reference(text: str) -> bool:
    """Whether the text is a payment identification, or a code line with one, with the right check digit."""
    return danish_identification(text) != ""
