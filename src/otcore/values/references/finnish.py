"""The Finnish reference number (viitenumero): 3 to 19 digits and a check digit.

Source: Finance Finland, "Forming a Finnish reference number". From the right, the digits count 7, 3, 1, 7, 3, 1 ...
times; the check digit brings their sum to a multiple of 10. Leading zeros do not count. In an RF creditor reference it
is the body. Every wrong digit is noticed.
"""

from otcore.values.references.digits import body_of, digits_of

_WEIGHTS = (7, 3, 1)
_SHORTEST = 4
_LONGEST = 20


def finnish_reference(number: str) -> str:
    """The reference number of 3 to 19 digits. Raises `Invalid` REFERENCE_BODY."""
    body = body_of(number, _LONGEST - 1, _SHORTEST - 1)
    return body + str(_check(body))


def is_finnish_reference(text: str) -> bool:
    """Whether the text is one with the right check digit; blanks are allowed."""
    digits = digits_of(text)
    if len(digits.lstrip("0")) < _SHORTEST or len(digits) > _LONGEST:
        return False
    return _check(digits[:-1]) == int(digits[-1])


def _check(body: str) -> int:
    return -sum(int(digit) * _WEIGHTS[place % 3] for place, digit in enumerate(reversed(body))) % 10
