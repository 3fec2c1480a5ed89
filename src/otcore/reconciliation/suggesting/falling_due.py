"""A payment run: several items that fall due within the same few days, wherever these are in the account."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
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
from otcore.reconciliation.sums.places import any_of

_PAYERS = 2
_SPAN = 2
_MOST = 14
_WORK = 2_500
_SHOWN = 3
_LARGEST = 1_000
_FEWEST = 4
_DUE = attrgetter("due")
_OPEN = attrgetter("open")


def falling_due(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Sets of four items or more that fall due within three days and add up to the amount."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        standing = book.standing(customer, reading.currency)
        if len(standing) > _LARGEST:
            continue
        found = list(_runs(standing.below(reading.amount), reading.amount, reading.day))
        found.sort(key=lambda one: -one[0])
        for weight, entries in found[:_SHOWN]:
            yield suggested(RuleId.DUE_RUN, customer, entries, weight, reading, book)


def _runs(debts: Sequence[Entry], target: int, day: int) -> Iterator[tuple[int, list[Entry]]]:
    """By the first of them, those due nearest to the day first, for as long as the work lasts."""
    dues = list(map(_DUE, debts))
    sums = [0, *accumulate(map(_OPEN, debts))]
    work = _WORK
    for first in sorted(range(len(debts)), key=lambda at: abs(dues[at] - day)):
        end = bisect_right(dues, dues[first] + _SPAN)
        if end - first > _MOST or sums[end] - sums[first] < target:
            continue
        work -= 2 << (end - first) // 2
        if work < 0:
            return
        yield from _beginning(debts[first:end], target, len(debts))


def _beginning(window: Sequence[Entry], target: int, count: int) -> Iterator[tuple[int, list[Entry]]]:
    """Sets that the first of these begins; `count`: how many firsts there are."""
    first, *others = window
    for places in any_of(list(map(_OPEN, others)), target - first.open):
        entries = [first, *(others[at] for at in places)]
        if len(entries) >= _FEWEST:
            tried = count * comb(len(others), len(entries) - 1)
            yield weights.amount_weight(target, 1) - log2(tried), entries
