"""All items up to one, but for a few: none, one, two, three, or several that follow each other."""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, combinations, islice

from otcore.reconciliation.suggesting.line import Line
from otcore.reconciliation.sums.places import Set, pairs, singles, threes

_LARGEST = 48
_SHOWN = 4
_BLOCK = 4


def but_few(line: Line, target: int, ends: range, wide: Collection[int]) -> Iterator[tuple[int, Set]]:
    """The places of `ends` up to which all add up to the target, and which places before are left out.

    More than one is left out only up to the `wide` ends, and only of the first 48.
    """
    totals, known = line.totals, line.known
    found = {last for last in ends if (over := totals[last] - target) in known or not over}
    more = {last: totals[last] - target for last in wide if last < _LARGEST}
    if more:
        overs = _made_up(line, set(more.values()), max(more))
        found.update([last for last, over in more.items() if over in overs])
    for last in sorted(found):
        over, before = totals[last] - target, line.amounts[:last]
        if not over:
            yield last, ()
            continue
        searches = (singles, pairs, threes, _blocks) if last in more else (singles,)
        for search in searches:
            for gone in islice(search(before, over), _SHOWN):
                yield last, gone


def _made_up(line: Line, overs: set[int], last: int) -> set[int]:
    """What is too much and may be made up of few: all are looked at together, as most are not."""
    twos = line.twos
    hits = overs & twos
    totals = [0, *line.totals[:last]]
    hits |= overs.intersection([later - first for first, later in combinations(totals, 2)])
    for amount in set(line.amounts[:last]):
        hits.update([over for over in overs if over - amount in twos])
    return hits


def _blocks(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Four or more that follow each other."""
    where: dict[int, int] = {}
    for end, total in enumerate(accumulate(amounts, initial=0)):
        first = where.get(total - target)
        if first is not None and end - first >= _BLOCK:
            yield tuple(range(first, end))
        where[total] = end
