"""The Swiss QR reference: 26 digits and a check digit; and the reference of the older orange slips (ESR), 15 and one.

Source: SIX, "Swiss Implementation Guidelines QR-bill", annex B (the reference number), "Modulo 10, recursive": each
digit and the carry name the next carry in a table; the check digit brings the last carry to 10. Every wrong digit is
noticed.
"""

from otcore.values.references.digits import body_of, digits_of

_TABLE = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)
_QR = 27
_OLD = 16


def swiss_reference(number: str) -> str:
    """The QR reference of a number of at most 26 digits, in its 27 digits. Raises `Invalid` REFERENCE_BODY."""
    body = body_of(number, _QR - 1).zfill(_QR - 1)
    return body + str(_check(body))


def is_swiss_reference(text: str) -> bool:
    """Whether the text is a QR reference, which is not zero, with the right check digit; blanks are allowed."""
    return _is_one(digits_of(text), _QR)


def is_old_swiss_reference(text: str) -> bool:
    """Whether the text is the shorter reference of an orange slip with the right check digit; blanks are allowed."""
    return _is_one(digits_of(text), _OLD)


def _is_one(digits: str, length: int) -> bool:
    return len(digits) == length and digits.strip("0") != "" and _check(digits[:-1]) == int(digits[-1])


def _check(body: str) -> int:
    carry = 0
    for digit in body:
        carry = _TABLE[(carry + int(digit)) % 10]
    return (10 - carry) % 10
