"""Sets of amounts that add up to another, each by its places, ascending: of one, two, three, or any number."""

from collections.abc import Iterator, Sequence

Set = tuple[int, ...]


def singles(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Those that are the target themselves."""
    return ((at,) for at, amount in enumerate(amounts) if amount == target)


def pairs(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Two that add up, in linear time but for equal amounts."""
    where: dict[int, list[int]] = {}
    for at, amount in enumerate(amounts):
        for other in where.get(target - amount, ()):
            yield other, at
        where.setdefault(amount, []).append(at)


def threes(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Three that add up, in quadratic time."""
    where: dict[int, list[int]] = {}
    for last, amount in enumerate(amounts):
        rest = target - amount
        for middle in range(last):
            for first in where.get(rest - amounts[middle], ()):
                if first < middle:
                    yield first, middle, last
        where.setdefault(amount, []).append(last)


def any_of(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Any number of them: one half's sums are looked up among the other's (Horowitz and Sahni 1974).

    Exponential in half their number: for twenty at most. Of equal sums of the first half one is shown.
    """
    half = len(amounts) // 2
    left: dict[int, int] = {}
    for total, chosen in _sums(amounts[:half]):
        left.setdefault(total, chosen)
    for total, chosen in _sums(amounts[half:]):
        other = left.get(target - total)
        if other is not None:
            both = chosen << half | other
            yield tuple(at for at in range(len(amounts)) if both >> at & 1)


def _sums(amounts: Sequence[int]) -> list[tuple[int, int]]:
    """Every sum of some of them, with the places as bits."""
    sums = [(0, 0)]
    for at, amount in enumerate(amounts):
        sums += [(total + amount, chosen | 1 << at) for total, chosen in sums]
    return sums
