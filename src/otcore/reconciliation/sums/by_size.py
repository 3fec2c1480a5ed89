"""Subsets of few items: one, two, three, four; the sizes that people pay most, asked apart from all larger ones."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, islice, starmap
from operator import add

from otcore.reconciliation.sums.density import FULL, Density, near_of
from otcore.reconciliation.sums.verdict import Sums, Verdict

MOST = 4

_ITEM, _PAIR = 12, 30  # steps of work
_COMPARED = 64
_COUNTED = (0, 1, 2, 3, 6)  # how often each subset of a size is counted, as a sum of two parts
_RIVALS = 3
_UNKNOWN = Sums(Verdict.UNKNOWN, (), FULL)

Subset = tuple[int, ...]


def by_size(
    amounts: Sequence[int], target: int, *, work: int, most: int = MOST, rivals: int = _RIVALS, near: int | None = None
) -> tuple[Sums, ...]:
    """What adds up to the target, of exactly one item, of two, ... of `most` (at most 4).

    Amounts as in `subsets`. The density is of the subsets of that size, each counted, even where two reach one amount:
    never less than the share that is reached. A size that would take more than `work` is `UNKNOWN`. Four are found as
    two pairs (Horowitz and Sahni 1974).
    """
    reach = near_of(target) if near is None else near
    last = _affordable(len(amounts), most, work)
    found = [_of_size(amounts, target, size, rivals, reach) for size in range(1, last + 1)]
    return (*found, *[_UNKNOWN] * (min(most, MOST) - last))


def fitting(amounts: Sequence[int], target: int, *, work: int, most: int = MOST) -> tuple[Sums, ...]:
    """Those answers of `by_size` that have subsets: far quicker, for most amounts are no sum of few items."""
    reach, sizes = near_of(target), _may_fit(amounts, target, _affordable(len(amounts), most, work))
    answers = (_of_size(amounts, target, size, _RIVALS, reach) for size in sizes)
    return tuple(answer for answer in answers if answer.subsets)


def _affordable(count: int, most: int, work: int) -> int:
    """The largest size that can be searched with so much work, after all smaller ones."""
    for size in range(1, min(most, MOST) + 1):
        work -= count * _ITEM if size < MOST - 1 else count**2 // 2 * _PAIR
        if work < 0:
            return size - 1
    return min(most, MOST)


def _may_fit(amounts: Sequence[int], target: int, last: int) -> Iterator[int]:
    """The sizes of which something adds up if an item may count twice: of no other size does anything."""
    ones = {amount for amount in amounts if amount}
    rests = [target - amount for amount in ones]
    if last and target in ones:
        yield 1
    if last > 1 and not ones.isdisjoint(rests):
        yield 2
    if last > 2:
        twos = set(starmap(add, combinations_with_replacement(ones, 2)))
        if not twos.isdisjoint(rests):
            yield 3
        if last > 3 and not twos.isdisjoint([target - both for both in twos]):
            yield 4


def _of_size(amounts: Sequence[int], target: int, size: int, rivals: int, reach: int) -> Sums:
    tried = _PARTS[size // 2](amounts)
    looked_up = _PARTS[size - size // 2](amounts) if size % 2 else tried
    density = Density(_counted(tried, looked_up, size, target - reach, target + reach), 2 * reach + 1)
    return _answer(amounts, _found(tried, looked_up, target), rivals, density)


def _nothing(amounts: Sequence[int]) -> dict[int, list[Subset]]:
    return {0: [()]}


def _singles(amounts: Sequence[int]) -> dict[int, list[Subset]]:
    sums: dict[int, list[Subset]] = defaultdict(list)
    for index, amount in enumerate(amounts):
        if amount:
            sums[amount].append((index,))
    return sums


def _pairs(amounts: Sequence[int]) -> dict[int, list[Subset]]:
    sums: dict[int, list[Subset]] = defaultdict(list)
    items = [(index, amount) for index, amount in enumerate(amounts) if amount]
    for at, (first, amount) in enumerate(items):
        for second, other in items[at + 1 :]:
            sums[amount + other].append((first, second))
    return sums


_PARTS = (_nothing, _singles, _pairs)


def _counted(tried: dict[int, list[Subset]], looked_up: dict[int, list[Subset]], size: int, low: int, high: int) -> int:
    """At least as many as there are subsets with sums from low to high, and not more than there are amounts."""
    sums = sorted(amount for amount, subsets in looked_up.items() for _ in subsets)
    parts = (amount for amount, subsets in tried.items() for _ in subsets)
    count = sum(bisect_right(sums, high - each) - bisect_left(sums, low - each) for each in parts)
    return min(high - low + 1, -(-count // _COUNTED[size]))


def _found(tried: dict[int, list[Subset]], looked_up: dict[int, list[Subset]], target: int) -> Iterator[Subset]:
    """Each subset once: a part that is tried, and one of later items that is looked up."""
    for amount, parts in tried.items():
        for other in looked_up.get(target - amount, ()):
            yield from (part + other for part in parts if not part or part[-1] < other[0])


def _answer(amounts: Sequence[int], found: Iterator[Subset], rivals: int, density: Density) -> Sums:
    """Subsets of the same amounts are compared up to so many; more than that count as different."""
    subsets = sorted(islice(found, max(rivals, _COMPARED)))
    if not subsets:
        return Sums(Verdict.NONE, (), density)
    kinds = {tuple(sorted(amounts[index] for index in subset)) for subset in subsets}
    if len(kinds) > 1 or len(subsets) >= _COMPARED:
        return Sums(Verdict.MANY, tuple(subsets[:rivals]), density)
    return Sums(Verdict.ONE if len(subsets) == 1 else Verdict.SAME, (subsets[0],), density)
