"""All items up to one, but for a few: none, one, two, three, or several that follow each other."""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, combinations, islice

from otcore.reconciliation.sums.places import Set, pairs, singles, threes

_LARGEST = 64
_SHOWN = 4
_BLOCK = 4


def but_few(amounts: Sequence[int], target: int, ends: range, wide: Collection[int]) -> Iterator[tuple[int, Set]]:
    """The places of `ends` up to which all add up to the target, and which places before are left out.

    More than one is left out only up to the `wide` ends, and only of the first 64.
    """
    totals = list(accumulate(amounts))
    overs = {last: totals[last] - target for last in ends}
    for last in sorted(_hopeful(amounts, overs, [last for last in wide if last < _LARGEST])):
        over, before = overs[last], amounts[:last]
        if not over:
            yield last, ()
            continue
        searches = (singles, pairs, threes, _blocks) if last in wide and last < _LARGEST else (singles,)
        for search in searches:
            for gone in islice(search(before, over), _SHOWN):
                yield last, gone


def _hopeful(amounts: Sequence[int], overs: dict[int, int], wide: Sequence[int]) -> set[int]:
    """Where what is too much may be made up of few: all are looked at together, as most are not."""
    one = {0, *amounts}
    found = {last for last, over in overs.items() if over in one}
    few = {overs[last] for last in wide}
    if not few:
        return found
    near = amounts[: max(wide)]
    twos = set(map(sum, combinations(near, 2)))
    hits = few & twos
    totals = [0, *accumulate(near)]
    hits |= few.intersection([last - first for first, last in combinations(totals, 2)])
    for amount in set(near):
        hits.update([over for over in few if over - amount in twos])
    return found.union(last for last in wide if overs[last] in hits)


def _blocks(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Four or more that follow each other."""
    where: dict[int, int] = {}
    for end, total in enumerate(accumulate(amounts, initial=0)):
        first = where.get(total - target)
        if first is not None and end - first >= _BLOCK:
            yield tuple(range(first, end))
        where[total] = end
