"""The Dutch payment reference (betalingskenmerk): 7, 9 to 14 or 16 digits.

Source: Betaalvereniging Nederland, "Specificaties betalingskenmerk". With 16, the first is a check digit; with 9 to 14,
the second is the number of those behind it, its tens left out; seven have no check. From the right, the digits count
2, 4, 8, 5, 10, 9, 7, 3, 6, 1 times; the check digit is 11 less the remainder of 11, 1 for 10 and 0 for 11. So the check
digit 1 stands for two remainders, and a wrong digit that leads from one to the other is not noticed.
"""

from otcore.values.references.digits import body_of, digits_of

_WEIGHTS = (2, 4, 8, 5, 10, 9, 7, 3, 6, 1)
_FULL = 16
_WITH_LENGTH = range(9, 15)


def dutch_reference(number: str) -> str:
    """The payment reference of a number: with its length for 7 to 12 digits, else filled up to 15 with zeros.

    Raises `Invalid` REFERENCE_BODY for more than 15 digits.
    """
    body = body_of(number, _FULL - 1)
    with_length = f"{len(body) % 10}{body}" if len(body) + 2 in _WITH_LENGTH else body.zfill(_FULL - 1)
    return str(_check(with_length)) + with_length


def is_dutch_reference(text: str) -> bool:
    """Whether the text is one with the right check digit and length; blanks and points are allowed.

    One of seven digits has nothing that could be wrong, and is not recognised.
    """
    digits = digits_of(text, ".")
    if len(digits) in _WITH_LENGTH and int(digits[1]) != (len(digits) - 2) % 10:
        return False
    if len(digits) != _FULL and len(digits) not in _WITH_LENGTH:
        return False
    return digits.strip("0") != "" and _check(digits[1:]) == int(digits[0])


def _check(body: str) -> int:
    total = sum(int(digit) * _WEIGHTS[place % 10] for place, digit in enumerate(reversed(body)))
    return {10: 1, 11: 0}.get(11 - total % 11, 11 - total % 11)
