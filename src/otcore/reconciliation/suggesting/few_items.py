"""Two or three items of a payer, anywhere in its account: those that fall due near each other first."""

from bisect import bisect_left
from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice
from math import comb
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.suggesting.suggested import suggested
from otcore.reconciliation.sums.places import Set, threes

_PAYERS = 2
_SHOWN = 3
_SEVERAL = 150  # a payment that names nothing is seldom of several
_COMPARED = 100
_THREES = 80
_LARGEST = 100
_KEY = attrgetter("key")


def few_items(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The pairs and triples of the likeliest payers' items that add up to the amount."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        standing = book.standing(customer, reading.currency)
        debts = standing.debts
        found = [(_weight(each, len(debts), reading.amount), each) for each in _sets(standing, reading)]
        found.sort(key=lambda one: (-one[0], one[1]))
        for weight, each in found[:_SHOWN]:
            yield suggested(RuleId.SUM_OF_PAYER, customer, [debts[at] for at in each], weight, reading, book)


def _sets(standing: Standing, reading: Reading) -> Iterator[Set]:
    """Those nearest to each other. Threes are looked for around the day alone, and not in very large accounts."""
    yield from nsmallest(_SHOWN, _twos(standing, reading.amount), key=_apart)
    amounts = standing.opens
    if len(amounts) > _LARGEST:
        return
    first = max(0, min(standing.due_by(reading.day) - 2 * _THREES // 3, len(amounts) - _THREES))
    around = islice(threes(amounts[first : first + _THREES], reading.amount), _COMPARED)
    for each in nsmallest(_SHOWN, around, key=_apart):
        yield tuple(first + at for at in each)


def _twos(standing: Standing, target: int) -> Iterator[Set]:
    """Each item with the one of the missing amount that stands before it, and with the one that stands after it."""
    for one in standing.halves(target):
        if one < 0:
            continue
        few, many = sorted((standing.of(one), standing.of(target - one)), key=len)
        keys = list(map(_KEY, many))
        for entry in few[:_COMPARED]:
            at = bisect_left(keys, entry.key)
            for key in keys[max(0, at - 1) : at + 2]:
                if key != entry.key:
                    low, high = sorted((key, entry.key))
                    yield bisect_left(standing.keys, low), bisect_left(standing.keys, high)


def _apart(places: Set) -> tuple[int, Set]:
    return places[-1] - places[0], places


def _weight(places: Set, count: int, target: int) -> int:
    """What it weighs that they add up: by how many sets are as close to each other as these."""
    tried = count * comb(places[-1] - places[0], len(places) - 1)
    return weights.amount_weight(target, 1) - log2(tried) - _SEVERAL
