"""Subsets of few items: one, two, three, four; the sizes that people pay most, asked apart from all larger ones."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from otcore.reconciliation.sums.density import FULL, Density, near_of
from otcore.reconciliation.sums.verdict import Sums, Verdict

MOST = 4

_ITEM, _PAIR = 12, 30  # steps of work
_COMPARED = 64
_COUNTED = (0, 1, 2, 3, 6)  # how often each subset of a size is counted, as a sum of two parts

Subset = tuple[int, ...]


def by_size(
    amounts: Sequence[int], target: int, *, work: int, most: int = MOST, rivals: int = 3, near: int | None = None
) -> tuple[Sums, ...]:
    """What adds up to the target, of exactly one item, of two, ... of `most` (at most 4).

    Amounts as in `subsets`. The density is of the subsets of that size, each counted, even where two reach one amount:
    never less than the share that is reached. A size that would take more than `work` is `UNKNOWN`. Four are found as
    two pairs (Horowitz and Sahni 1974).
    """
    reach = near_of(target) if near is None else near
    parts: list[dict[int, list[Subset]]] = [{0: [()]}, _singles(amounts)]
    answers: list[Sums] = []
    for size in range(1, min(most, MOST) + 1):
        work -= len(amounts) * _ITEM if size < MOST - 1 else len(amounts) ** 2 // 2 * _PAIR
        if work < 0:
            answers.append(Sums(Verdict.UNKNOWN, (), FULL))
            continue
        if size == MOST - 1:
            parts.append(_pairs(amounts))
        tried, looked_up = parts[size // 2], parts[size - size // 2]
        density = Density(_counted(tried, looked_up, size, target - reach, target + reach), 2 * reach + 1)
        answers.append(_answer(amounts, _found(tried, looked_up, target), rivals, density))
    return tuple(answers)


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
