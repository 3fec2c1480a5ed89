"""Sets of amounts that add up to another, each by its places, ascending: of one, two, three, or any number.

Most amounts are no such sum, so the searches look first whether the amounts fit, if each may be taken twice.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

Set = tuple[int, ...]


def singles(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Those that are the target themselves."""
    return ((at,) for at, amount in enumerate(amounts) if amount == target)


def pairs(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Two that add up, in linear time but for equal amounts."""
    fitting = set(amounts).intersection([target - amount for amount in amounts])
    where: dict[int, list[int]] = {amount: [] for amount in fitting}
    for at, amount in enumerate(amounts) if fitting else ():
        if amount in fitting:
            for other in where[target - amount]:
                yield other, at
            where[amount].append(at)


def threes(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Three that add up, in quadratic time."""
    if not _has_three(amounts, target):
        return
    where: dict[int, list[int]] = {}
    for last, amount in enumerate(amounts):
        rest = target - amount
        for middle in [at for at, other in enumerate(amounts[:last]) if rest - other in where]:
            for first in where[rest - amounts[middle]]:
                if first < middle:
                    yield first, middle, last
        where.setdefault(amount, []).append(last)


def _has_three(amounts: Sequence[int], target: int) -> bool:
    """Whether three add up, by size: the least at most a third, the next at most half of the rest and near enough."""
    known = set(amounts)
    sizes = sorted(known)
    for at, least in enumerate(sizes):
        rest = target - least
        if rest < 2 * least:
            return False
        middle = sizes[bisect_left(sizes, rest - sizes[-1], at) : bisect_right(sizes, rest // 2)]
        if not known.isdisjoint([rest - size for size in middle]):
            return True
    return False


def any_of(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Any number of them: one half's sums are looked up among the other's (Horowitz and Sahni 1974).

    Exponential in half their number: for twenty at most. Of equal sums of the first half one is shown.
    """
    if not _has_any(amounts, target):
        return
    half = len(amounts) // 2
    left: dict[int, int] = {}
    for total, chosen in _sums(amounts[:half]):
        left.setdefault(total, chosen)
    for total, chosen in _sums(amounts[half:]):
        other = left.get(target - total)
        if other is not None:
            both = chosen << half | other
            yield tuple(at for at in range(len(amounts)) if both >> at & 1)


def _has_any(amounts: Sequence[int], target: int) -> bool:
    """Whether some add up; of debts alone none that is larger than the target is a part."""
    if min(amounts, default=0) >= 0:
        amounts = [amount for amount in amounts if amount <= target]
    half = len(amounts) // 2
    return not set(totals_of(amounts[:half])).isdisjoint(totals_of([-amount for amount in amounts[half:]], target))


def totals_of(amounts: Sequence[int], start: int = 0) -> list[int]:
    """Every sum of some of them and of what it starts from."""
    totals = [start]
    for amount in amounts:
        totals += [total + amount for total in totals]
    return totals


def _sums(amounts: Sequence[int]) -> list[tuple[int, int]]:
    """The same, with the places as bits."""
    sums = [(0, 0)]
    for at, amount in enumerate(amounts):
        sums += [(total + amount, chosen | 1 << at) for total, chosen in sums]
    return sums
