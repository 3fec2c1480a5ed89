"""What a search for sums answers."""

from enum import StrEnum

from attrs import frozen

from otcore.reconciliation.sums.density import Density
from otcore.values.fast_init import fast_init


class Verdict(StrEnum):
    """How many subsets add up to the target."""

    NONE = "none"
    ONE = "one"
    SAME = "same"  # one set of amounts, but items of an equal amount can stand for one another in it
    MANY = "many"
    UNKNOWN = "unknown"  # more work than allowed: anything may be so


@fast_init
@frozen
class Sums:
    """The subsets that add up to the target, and the density of sums around it.

    `subsets`: indexes of the amounts asked about, ascending. The only one for `ONE`; for `SAME` the one with the
    earliest of equal items; for `MANY` some of them; else none.
    """

    verdict: Verdict
    subsets: tuple[tuple[int, ...], ...]
    density: Density
