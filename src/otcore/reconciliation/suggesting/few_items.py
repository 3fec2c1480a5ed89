"""Two or three items of a payer, anywhere in its account: those that fall due near each other first."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import comb
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.suggesting.suggested import suggested

_PAYERS = 2
_SHOWN = 3
_COMPARED = 100
_THREES = 80
_WEIGHT = attrgetter("weight")

Set = tuple[int, ...]
"""Places in the account, ascending."""


def few_items(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The pairs and triples of the likeliest payers' items that add up to the amount."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        debts = [entry for entry in book.standing(customer, reading.currency).debts if entry.open < reading.amount]
        found = [(_weight(each, debts, reading.amount), each) for each in _sets(debts, reading)]
        found.sort(key=lambda one: (-one[0], one[1]))
        for weight, each in found[:_SHOWN]:
            yield suggested(RuleId.SUM_OF_PAYER, customer, [debts[at] for at in each], weight, reading, book)


def _sets(debts: Sequence[Entry], reading: Reading) -> Iterator[Set]:
    yield from islice(_pairs(debts, reading.amount), _COMPARED)
    yield from islice(_threes(debts, _around(debts, reading.day), reading.amount), _COMPARED)


def _pairs(debts: Sequence[Entry], target: int) -> Iterator[Set]:
    where: dict[int, list[int]] = {}
    for at, entry in enumerate(debts):
        for other in where.get(target - entry.open, ()):
            yield other, at
        where.setdefault(entry.open, []).append(at)


def _around(debts: Sequence[Entry], day: int) -> range:
    """The places of those that fall due around the day: of large accounts not all."""
    if len(debts) <= _THREES:
        return range(len(debts))
    due = sum(entry.due <= day for entry in debts)
    first = max(0, min(due - 2 * _THREES // 3, len(debts) - _THREES))
    return range(first, first + _THREES)


def _threes(debts: Sequence[Entry], around: range, target: int) -> Iterator[Set]:
    where: dict[int, list[int]] = {}
    for last in around:
        for middle in range(around.start, last):
            for first in where.get(target - debts[last].open - debts[middle].open, ()):
                if first < middle:
                    yield first, middle, last
        where.setdefault(debts[last].open, []).append(last)


def _weight(places: Set, debts: Sequence[Entry], target: int) -> int:
    """What it weighs that they add up: by how many sets are as close to each other as these."""
    apart = places[-1] - places[0]
    tried = len(debts) * comb(apart, len(places) - 1)
    return weights.amount_weight(target, 1) - log2(tried)
