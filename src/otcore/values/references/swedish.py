"""The Swedish OCR reference: 2 to 25 digits, the last a check digit (Luhn), the last but one perhaps the length.

Source: Bankgirot, "Bankgiro receivables: technical manual", OCR reference control. The length digit is the number of
all digits, its tens left out. Every wrong digit is noticed.
"""

from otcore.values.references.digits import body_of, digits_of
from otcore.values.vat.luhn import luhn, luhn_sum

_LONGEST = 25


def swedish_reference(number: str, *, length: bool = False) -> str:
    """The OCR reference of a number of at most 24 digits (23 with a length digit). Raises `Invalid` REFERENCE_BODY."""
    body = body_of(number, _LONGEST - 1 - length)
    if length:
        body += str((len(body) + 2) % 10)
    return body + str(-luhn_sum(body + "0") % 10)


def is_swedish_reference(text: str) -> bool:
    """Whether the text is one with the right check digit; blanks are allowed, and the number signs around it."""
    digits = digits_of(text.strip().strip("#"))
    return 1 < len(digits) <= _LONGEST and luhn(digits)


def has_length_digit(text: str) -> bool:
    """Whether the last digit but one says how many there are."""
    digits = digits_of(text.strip().strip("#"))
    return len(digits) > 2 and int(digits[-2]) == len(digits) % 10
