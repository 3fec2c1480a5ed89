"""How sure a share is: the exact lower confidence bound of Clopper and Pearson (1934), in whole numbers."""

from decimal import Decimal
from math import comb

ONE_IN = 20  # one-sided 95 %
DIGITS = 5


def lower_bound(right: int, of: int) -> Decimal:
    """The largest share, rounded down to five digits, under which `right` or more of `of` come up at most once in 20.

    A truth below it would be contradicted by what was counted. 0 where nothing was right.
    """
    if not right:
        return Decimal(0)
    lowest, highest = 0, 10**DIGITS
    while highest - lowest > 1:
        middle = (lowest + highest) // 2
        lowest, highest = (middle, highest) if _unlikely(right, of, middle) else (lowest, middle)
    return Decimal(lowest).scaleb(-DIGITS)


def _unlikely(right: int, of: int, share: int) -> bool:
    """Whether P(at least `right` of `of`) <= 1 / ONE_IN, each being right with `share` / 10 ** DIGITS."""
    whole, wrong = 10**DIGITS, of - right
    ways = sum(comb(of, missed) * (whole - share) ** missed * share ** (wrong - missed) for missed in range(wrong + 1))
    return bool(ONE_IN * ways * share**right <= whole**of)
