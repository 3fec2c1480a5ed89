"""Cumulative shares: what belongs to the part of a whole that was reached, and what the next step adds.

Each step is the difference of two roundings, and all of the whole is all of the total: so any sequence of steps adds up
to it, and the last one takes the remainder.
"""

from decimal import Decimal
from fractions import Fraction

from otcore.invoicing.profile import Profile
from otcore.values.currencies import digits
from otcore.values.decimals import EXACT
from otcore.values.rounding import round_ratio

NOTHING = Fraction(0)
ALL = Fraction(1)


def printed_unit(currency: str, profile: Profile) -> int:
    """How many minor units the last printed digit has: 100 where no decimals are printed of two."""
    return 1 if profile.digits is None else int(10 ** max(0, digits(currency) - profile.digits))


def payable_unit(currency: str, profile: Profile) -> int:
    """How many minor units the payable amount is rounded to: those of the increment, where there is one."""
    if profile.increment is None:
        return printed_unit(currency, profile)
    return int(EXACT.scaleb(profile.increment, digits(currency)))


def share(total: int, reached: Fraction, unit: int = 1) -> int:
    """The part of a total in minor units that belongs to a fraction from 0 to 1 of its whole, rounded half up to
    printed units of so many.
    """
    return round_ratio(total * reached.numerator, reached.denominator * unit) * unit


def share_left(total: int, taken: int, before: Fraction, after: Fraction, unit: int = 1) -> int:
    """What a step from one fraction of the whole to the next takes of a total, of which so much is `taken`.

    Where `taken` is the share of `before`, the step ends at the share of `after`; where more or less was taken, what is
    left is shared out over the rest of the whole. The step to 1 takes all that is left, and no step more.
    """
    if taken == share(total, before, unit):
        return share(total, after, unit) - taken
    return share(total - taken, (after - before) / (ALL - before), unit) if before < ALL else 0


def fraction(part: Decimal, whole: Decimal) -> Fraction:
    """part / whole, exactly."""
    above, below = part.as_integer_ratio()
    whole_above, whole_below = whole.as_integer_ratio()
    return Fraction(above * whole_below, below * whole_above)


def clamped(value: int, one: int, other: int) -> int:
    """The value, kept between two others."""
    return min(max(value, min(one, other)), max(one, other))
