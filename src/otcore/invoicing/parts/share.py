"""Cumulative shares: what belongs to the part of a whole that was reached, and what the next step adds.

Each step is the difference of two roundings, and all of the whole is all of the total: so any sequence of steps adds up
to it, and the last one takes the remainder.
"""

from decimal import Decimal
from fractions import Fraction

from otcore.values.rounding import round_ratio

NOTHING = Fraction(0)
ALL = Fraction(1)


def share(total: int, reached: Fraction) -> int:
    """The part of a total in minor units that belongs to a fraction from 0 to 1 of its whole, rounded half up."""
    return round_ratio(total * reached.numerator, reached.denominator)


def share_left(total: int, taken: int, before: Fraction, after: Fraction) -> int:
    """What a step from one fraction of the whole to the next takes of a total, of which so much is `taken`.

    Where `taken` is the share of `before`, the step ends at the share of `after`; where more or less was taken, what is
    left is shared out over the rest of the whole. The step to 1 takes all that is left, and no step more.
    """
    if taken == share(total, before):
        return share(total, after) - taken
    return share(total - taken, (after - before) / (ALL - before)) if before < ALL else 0


def fraction(part: Decimal, whole: Decimal) -> Fraction:
    """part / whole, exactly."""
    return Fraction(*part.as_integer_ratio()) / Fraction(*whole.as_integer_ratio())


def clamped(value: int, one: int, other: int) -> int:
    """The value, kept between two others."""
    return min(max(value, min(one, other)), max(one, other))
