"""Weighted sums: each digit times the weight of its place, the remainder of the sum is the check digit.

Sources: the algorithms that the member states publish for VIES ("VIES VAT number algorithms", European Commission,
Taxation and Customs Union); for Norway Brønnøysundregistrene, "The organisation number"; for Switzerland eCH-0108 UID,
annex. `C1` is the first digit of the number.
"""

from collections.abc import Sequence

Weights = Sequence[int]

DOWN_FROM_9 = (9, 8, 7, 6, 5, 4, 3, 2)
DOWN_FROM_8 = (8, 7, 6, 5, 4, 3, 2)


def weighted(digits: str, weights: Weights) -> int:
    """The sum of each digit times its weight."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def denmark(number: str) -> bool:
    """Weights 2 7 6 5 4 3 2 1, remainder of 11 is 0."""
    return weighted(number, (2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def finland(number: str) -> bool:
    """Weights 7 9 10 5 8 4 2 1, remainder of 11 is 0."""
    return weighted(number, (7, 9, 10, 5, 8, 4, 2, 1)) % 11 == 0


def estonia(number: str) -> bool:
    """Weights 3 7 1 three times, remainder of 10 is 0."""
    return weighted(number, (3, 7, 1) * 3) % 10 == 0


def hungary(number: str) -> bool:
    """Weights 9 7 3 1 twice, remainder of 10 is 0."""
    return weighted(number, (9, 7, 3, 1) * 2) % 10 == 0


def malta(number: str) -> bool:
    """Weights 3 4 6 7 8 9 10 1, remainder of 37 is 0."""
    return weighted(number, (3, 4, 6, 7, 8, 9, 10, 1)) % 37 == 0


def greece(number: str) -> bool:
    """Weights 256 128 64 32 16 8 4 2; the remainder of 11, 10 as 0, is C9."""
    return weighted(number[:8], (256, 128, 64, 32, 16, 8, 4, 2)) % 11 % 10 == int(number[8])


def poland(number: str) -> bool:
    """Weights 6 5 7 2 3 4 5 6 7; the remainder of 11 is C10, so it is never 10."""
    return weighted(number[:9], (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11 == int(number[9])


def portugal(number: str) -> bool:
    """Weights 9 to 2; 11 less the remainder of 11 is C9, 10 and 11 as 0."""
    return (11 - weighted(number[:8], DOWN_FROM_9) % 11) % 11 % 10 == int(number[8])


def slovenia(number: str) -> bool:
    """Weights 8 to 2; 11 less the remainder of 11 is C8, 10 as 0; a remainder of 0 is never given out."""
    check = 11 - weighted(number[:7], DOWN_FROM_8) % 11
    return check != 11 and check % 10 == int(number[7])


def romania(number: str) -> bool:
    """Weights 7 5 3 2 1 7 5 3 2, with zeros in front; ten times the sum, remainder of 11, 10 as 0."""
    full = number.zfill(10)
    return weighted(full[:9], (7, 5, 3, 2, 1, 7, 5, 3, 2)) * 10 % 11 % 10 == int(full[9])


def lithuania(number: str) -> bool:
    """Weights 1 to 9 round and round; where the remainder of 11 is 10, once more from 3 on, and then 10 is 0."""
    digits, check = number[:-1], int(number[-1])
    for start in (0, 2):
        weights = [(place + start) % 9 + 1 for place in range(len(digits))]
        remainder = weighted(digits, weights) % 11
        if remainder != 10:
            return remainder == check
    return check == 0


def norway(number: str) -> bool:
    """Weights 3 2 7 6 5 4 3 2; 11 less the remainder of 11 is C9, 11 as 0; 10 is never given out."""
    return _eleven_less(weighted(number[:8], (3, 2, 7, 6, 5, 4, 3, 2))) == int(number[8])


def switzerland(number: str) -> bool:
    """Weights 5 4 3 2 7 6 5 4; 11 less the remainder of 11 is C9, 11 as 0; 10 is never given out."""
    return _eleven_less(weighted(number[:8], (5, 4, 3, 2, 7, 6, 5, 4))) == int(number[8])


def bulgaria_company(number: str) -> bool:
    """Weights 1 to 8; where the remainder of 11 is 10, weights 3 to 10, and then 10 is 0."""
    first = weighted(number[:8], range(1, 9)) % 11
    remainder = first if first != 10 else weighted(number[:8], range(3, 11)) % 11 % 10
    return remainder == int(number[8])


def _eleven_less(total: int) -> int:
    return (11 - total % 11) % 11
