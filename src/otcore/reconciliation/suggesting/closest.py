"""Which of several items make up an amount: those first in line first, for others may fit by chance."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, islice
from math import comb
from operator import attrgetter

from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.suggesting.but_few import but_few
from otcore.reconciliation.sums.places import Set, any_of, pairs, singles, threes

_SINGLES = 400
_PAIRS = 400
_THREES = 120
_FOURS = 48
_ANY = 18
_RUN = 60
_COMPARED = 60
_BUT = 3
_OPEN = attrgetter("open")

Rest = tuple[int, tuple[Entry, ...]]
"""Items that make up an amount, and what it weighs that they do."""


def closest(pool: Sequence[Entry], target: int, running: bool = False) -> Iterator[Rest]:
    """One to four items, any number of the nearest; where they are `running`, all from the first on but a few.

    `pool`: in the order in which they are likely to be meant. A set weighs by how many lie as near the front.
    """
    if target <= 0:
        return
    amounts = list(map(_OPEN, pool[:_SINGLES]))
    fits = weights.amount_weight(target, 1)
    for search, most in ((singles, _SINGLES), (pairs, _PAIRS), (threes, _THREES), (_fours, _FOURS), (any_of, _ANY)):
        for places in islice(search(amounts[:most], target), _COMPARED):
            tried = comb(places[-1] + 1, len(places))
            yield fits - log2(tried), tuple(pool[at] for at in places)
    if running:
        yield from _running(pool[:_RUN], amounts[:_RUN], target, fits)


def _running(pool: Sequence[Entry], amounts: Sequence[int], target: int, fits: int) -> Iterator[Rest]:
    ends = range(bisect_left(list(accumulate(amounts)), target), len(amounts))
    for last, gone in but_few(amounts, target, ends, ends):
        tried = len(amounts) * comb(last + 1, min(len(gone), _BUT))
        yield fits - log2(tried), tuple(pool[at] for at in range(last + 1) if at not in gone)


def _fours(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Four that add up: two of them and two later ones."""
    sums = [one + other for one, other in combinations(amounts, 2)]
    fitting = set(sums).intersection([target - each for each in sums])
    if not fitting:
        return
    where: dict[int, list[Set]] = {}
    for places, each in zip(combinations(range(len(amounts)), 2), sums, strict=True):
        if each in fitting:
            where.setdefault(each, []).append(places)
    for each in sorted(fitting):
        for first in where[each]:
            for last in where[target - each]:
                if first[1] < last[0]:
                    yield (*first, *last)
