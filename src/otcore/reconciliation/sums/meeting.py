"""The sums of small and of large sizes, taken together: what they reach around the target."""

from bisect import bisect_left, bisect_right

from otcore.reconciliation.sums.groups import Question
from otcore.reconciliation.sums.plan import MOST_TRIED
from otcore.reconciliation.sums.planes import Planes

Stage = dict[int, int] | Planes
"""What some sizes reach: each sum and its ways (two for more), or planes of them."""


def ways_to(target: int, small: Stage, large: dict[int, int]) -> int:
    """In how many ways the target is reached; two: or more."""
    found = 0
    for each, ways in large.items():
        rest = target - each
        found += ways * (small.ways(rest) if isinstance(small, Planes) else small.get(rest, 0))
        if found > 1:
            return 2
    return found


def laid(planes: Planes, sums: dict[int, int], question: Question) -> int:
    """How many sums of the window are reached: the planes are laid over it once for each sum, moved by it."""
    low, mask = question.low, (1 << question.high - question.low + 1) - 1
    once, window = planes.once, 0
    for each in sums:
        by = each - low
        window |= (once >> -by if by < 0 else once << by) & mask
    return window.bit_count()


def met(small: dict[int, int], large: dict[int, int], question: Question) -> int:
    """The same of two lists of sums.

    Where more than `MOST_TRIED` pairs come into the window, each counts as a sum of its own: that is not less.
    """
    low, high = question.low, question.high
    sums = sorted(small)
    ranges = [(each, bisect_left(sums, low - each), bisect_right(sums, high - each)) for each in large]
    pairs = sum(last - first for _, first, last in ranges)
    if pairs > MOST_TRIED:
        return min(pairs, high - low + 1)
    return len({each + other for each, first, last in ranges for other in sums[first:last]})
