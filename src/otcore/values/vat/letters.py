"""Check letters: a remainder looked up in a row of letters. Sources: as in `sums`; for Spain Real Decreto 1553/2005."""

from otcore.values.vat.luhn import spain_company
from otcore.values.vat.sums import DOWN_FROM_8, weighted

_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_ODD_PLACES = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
_IRISH = "WABCDEFGHIJKLMNOPQRSTUV"


def cyprus(number: str) -> bool:
    """Digits at odd places are looked up, the others count as they are; the remainder of 26 is the letter."""
    looked_up = sum(_ODD_PLACES[int(digit)] for digit in number[0:8:2])
    total = looked_up + sum(map(int, number[1:8:2]))
    return not number.startswith("12") and number[8] == chr(ord("A") + total % 26)


def ireland(number: str) -> bool:
    """Weights 8 to 2 on seven digits and 9 on a second letter (A = 1); the remainder of 23 is the letter, W for 0.

    In numbers of before 2013 with a sign in second place, C1 stands last and a 0 in its place.
    """
    digits = number[:7] if number[:7].isdigit() else "0" + number[2:7] + number[0]
    second = number[8:].strip("W")  # W counts nothing
    total = weighted(digits, DOWN_FROM_8) + 9 * _IRISH.index(second or "W")
    return number[7] == _IRISH[total % 23]


def spain(number: str) -> bool:
    """By the first sign: a citizen's, a foreigner's (X, Y, Z are 0, 1, 2), one for want of these, a company's."""
    first = number[0]
    if first.isdigit():
        return _dni(number)
    if first in "XYZ":
        return _dni(str("XYZ".index(first)) + number[1:])
    return _dni(number[1:]) if first in "KLM" else spain_company(number)


def _dni(number: str) -> bool:
    """The remainder of 23 is the letter."""
    return number[-1] == _DNI[int(number[:-1]) % 23]
