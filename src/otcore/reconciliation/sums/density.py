"""How densely sums lie around an amount: the chance that a stranger's amount would fit."""

from fractions import Fraction

from attrs import frozen

from otcore.values.fast_init import fast_init

_SHARE = 8
_WIDEST = 50_000
_HUNDREDTHS = 100


@fast_init
@frozen
class Density:
    """Of the `of` amounts around a target, itself included, `reached` are the sum of a subset that was looked at.

    So an amount drawn from there without regard to the items is matched by chance with probability reached / of.
    """

    reached: int
    of: int

    @property
    def share(self) -> Fraction:
        """Reached / of."""
        return Fraction(self.reached, self.of)


FULL = Density(1, 1)
"""Everything may be reached: what is said when nobody has looked."""


def near_of(target: int) -> int:
    """How far to each side of a target is looked when nothing is said: an eighth of it, at most 50,000 minor units."""
    return min(abs(target) // _SHARE, _WIDEST)


def bits(density: Density) -> int:
    """How much an amount that fits says, in hundredths of a bit: -100 log2(share), rounded down.

    Nothing reached counts as one amount reached, for more cannot be known from a window. In whole numbers: the
    greatest b with (of / reached) ** 100 >= 2 ** b.
    """
    ratio: int = density.of**_HUNDREDTHS // max(1, density.reached) ** _HUNDREDTHS
    return max(0, ratio.bit_length() - 1)
