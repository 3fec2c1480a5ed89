"""Two or three items of a payer, anywhere in its account: those that fall due near each other first."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from math import comb
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.suggesting.suggested import suggested
from otcore.reconciliation.sums.places import Set, pairs, threes

_PAYERS = 2
_SHOWN = 3
_COMPARED = 100
_THREES = 80
_OPEN = attrgetter("open")
_DUE = attrgetter("due")


def few_items(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The pairs and triples of the likeliest payers' items that add up to the amount."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        standing = book.standing(customer, reading.currency)
        debts = standing.below(reading.amount)
        sets = (*_twos(standing, debts, reading.amount), *_threes(debts, reading))
        found = [(_weight(each, len(debts), reading.amount), each) for each in sets]
        found.sort(key=lambda one: (-one[0], one[1]))
        for weight, each in found[:_SHOWN]:
            yield suggested(RuleId.SUM_OF_PAYER, customer, [debts[at] for at in each], weight, reading, book)


def _twos(standing: Standing, debts: Sequence[Entry], target: int) -> Iterator[Set]:
    if standing.has_two(target):
        yield from islice(pairs(list(map(_OPEN, debts)), target), _COMPARED)


def _threes(debts: Sequence[Entry], reading: Reading) -> Iterator[Set]:
    first = _first(debts, reading.day)
    amounts = list(map(_OPEN, debts[first : first + _THREES]))
    for each in islice(threes(amounts, reading.amount), _COMPARED):
        yield tuple(first + at for at in each)


def _first(debts: Sequence[Entry], day: int) -> int:
    """Where those begin that fall due around the day: of large accounts threes are looked for there alone."""
    due = bisect_right(debts, day, key=_DUE)
    return max(0, min(due - 2 * _THREES // 3, len(debts) - _THREES))


def _weight(places: Set, count: int, target: int) -> int:
    """What it weighs that they add up: by how many sets are as close to each other as these."""
    tried = count * comb(places[-1] - places[0], len(places) - 1)
    return weights.amount_weight(target, 1) - log2(tried)
