"""Which of several items make up an amount: those first in line first, for others may fit by chance."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice
from math import comb
from operator import attrgetter

from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.suggesting.but_few import but_few
from otcore.reconciliation.suggesting.line import Line
from otcore.reconciliation.sums.places import Set, any_of, pairs, singles, threes

_SINGLES = 400
_NEAR = 48
_THREES = 120
_ANY = 18
_RUN = 60
_COMPARED = 60
_BUT = 3
_SLACK = 100
_ENOUGH = 3
_FEWEST = 800
_OPEN = attrgetter("open")

Rest = tuple[int, tuple[Entry, ...]]
"""Items that make up an amount, and what it weighs that they do."""


def line_of(pool: Sequence[Entry]) -> Line:
    """The amounts of items in the order in which they are likely to be meant."""
    return Line(list(map(_OPEN, pool[:_SINGLES])))


def closest(pool: Sequence[Entry], target: int, running: bool = False, line: Line | None = None) -> Iterator[Rest]:
    """One to four items, any number of the nearest; where they are `running`, all from the first on but a few.

    `pool`: in the order in which they are likely to be meant. A set weighs by how many lie as near the front.
    """
    if target <= 0:
        return
    line = line or line_of(pool)
    fits = weights.amount_weight(target, 1)
    for places in _sets(line, target, fits):
        tried = comb(places[-1] + 1, len(places))
        yield fits - log2(tried), tuple(pool[at] for at in places)
    if running:
        yield from _running(pool[:_RUN], line, target, fits)


def _sets(line: Line, target: int, fits: int) -> Iterator[Set]:
    """Among so many only that few would fit by chance; none but single items where three of the first do."""
    amounts = line.amounts
    if target in line.known:
        alone = list(islice(singles(amounts, target), _COMPARED))
        yield from alone
        if len(alone) >= _ENOUGH and alone[_ENOUGH - 1][0] < _NEAR:
            return
    if line.has_two(target):
        yield from islice(pairs(amounts[: _most(2, _SINGLES, fits)], target), _COMPARED)
    few = _most(3, _THREES, fits)
    if few > _NEAR or line.has_three(target):
        yield from islice(threes(amounts[:few], target), _COMPARED)
    fours = _most(4, _NEAR, fits)
    if fours > _ANY and line.has_four(target):
        yield from islice(_fours(amounts[:fours], target), _COMPARED)
    yield from islice(any_of(amounts[: min(_ANY, max(fits, _FEWEST) // 100)], target), _COMPARED)


@lru_cache(maxsize=1024)
def _most(count: int, most: int, fits: int) -> int:
    """Of how many items, at most so many, sets of a count are tried."""
    while most > count and log2(comb(most, count)) > fits + _SLACK:
        most -= 1
    return most


def _running(pool: Sequence[Entry], line: Line, target: int, fits: int) -> Iterator[Rest]:
    ends = range(line.reached(target), len(pool))
    for last, gone in but_few(line, target, ends, ends):
        tried = len(pool) * comb(last + 1, min(len(gone), _BUT))
        yield fits - log2(tried), tuple(pool[at] for at in range(last + 1) if at not in gone)


def _fours(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Four that add up: two of them and two later ones."""
    sums = [one + other for one, other in combinations(amounts, 2)]
    fitting = set(sums).intersection([target - each for each in sums])
    where: dict[int, list[Set]] = {}
    for places, each in zip(combinations(range(len(amounts)), 2), sums, strict=True):
        if each in fitting:
            where.setdefault(each, []).append(places)
    for each in sorted(fitting):
        for first in where[each]:
            for last in where[target - each]:
                if first[1] < last[0]:
                    yield (*first, *last)
