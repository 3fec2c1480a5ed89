"""The sums of small and of large sizes, taken together: what they reach around the target."""

from bisect import bisect_left, bisect_right

from otcore.reconciliation.sums.groups import Question
from otcore.reconciliation.sums.plan import MOST_TRIED
from otcore.reconciliation.sums.planes import Planes


def laid(planes: Planes, sums: dict[int, int], question: Question) -> tuple[int, int]:
    """In how many ways the target is reached (two: or more), and how many sums of the window are.

    The planes are laid over the window once for each sum, moved by it.
    """
    low, mask = question.low, (1 << question.high - question.low + 1) - 1
    window = Planes(0, 0)
    for each, ways in sums.items():
        moved = planes.moved(each - low, mask)
        window = window.joined(moved if ways == 1 else Planes(moved.once, moved.once))
    if question.target is None:
        return 0, window.once.bit_count()
    at = question.target - low
    return (window.once >> at & 1) + (window.twice >> at & 1), window.once.bit_count()


def met(small: dict[int, int], large: dict[int, int], question: Question) -> tuple[int, int]:
    """The same of two lists of sums.

    Where more than `MOST_TRIED` pairs come into the window, each counts as a sum of its own: that is not less.
    """
    low, high, target = question.low, question.high, question.target
    sums = sorted(small)
    ranges = [(each, bisect_left(sums, low - each), bisect_right(sums, high - each)) for each in large]
    pairs = sum(last - first for _, first, last in ranges)
    if pairs > MOST_TRIED:
        reached = min(pairs, high - low + 1)
    else:
        reached = len({each + other for each, first, last in ranges for other in sums[first:last]})
    if target is None:
        return 0, reached
    return min(2, sum(ways * small.get(target - each, 0) for each, ways in large.items())), reached
