"""A payment run: several items that fall due within the same few days, wherever these are in the account."""

from bisect import bisect_left, bisect_right
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
from otcore.reconciliation.suggesting.four_or_five import four_or_five
from otcore.reconciliation.suggesting.suggested import suggested
from otcore.reconciliation.sums.places import Set, any_of, totals_of

_PAYERS = 2
_BLOCK = 6
_SHOWN = 3
_SEVERAL = 300  # a payment that names nothing is seldom of several
_LARGEST = 600
_FEWEST = 3
_ANY = 20
_FEW = 40
_COMPARED = 4
_MOST = 60
_DUE = attrgetter("due")
_OPEN = attrgetter("open")


def falling_due(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Sets of three items or more that stand together in the order of due days and add up to the amount."""
    target = reading.amount
    for customer in list(reading.payers.found)[:_PAYERS]:
        standing = book.standing(customer, reading.currency)
        debts = standing.debts
        if len(standing) > _LARGEST:
            continue
        if standing.amounts and standing.amounts[-1] >= target:
            debts = [entry for entry in debts if entry.open < target]
        together = _together(list(map(_OPEN, debts)), target)
        found = [(_weight(places, debts, target), places) for places in together if len(places) >= _FEWEST]
        found.sort(key=lambda one: (-one[0], one[1]))
        for weight, places in found[:_SHOWN]:
            yield suggested(RuleId.DUE_RUN, customer, [debts[at] for at in places], weight, reading, book)


def _together(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Sets of any number: of a small account all, of others those out of two blocks of neighbours each."""
    if sum(amounts) < target:
        return
    if len(amounts) <= _ANY:
        yield from islice(any_of(amounts, target), _MOST)
        return
    yield from _blocks(amounts, target)
    if len(amounts) <= _FEW and log2(comb(len(amounts), 5)) <= weights.amount_weight(target, 1):
        yield from islice(four_or_five(amounts, target), _MOST)


def _blocks(amounts: Sequence[int], target: int) -> Iterator[Set]:
    starts = range(0, len(amounts), _BLOCK)
    blocks = [totals_of(amounts[start : start + _BLOCK]) for start in starts]
    for start, block, other in zip(starts, blocks, blocks[1:], strict=False):
        if not set(block).isdisjoint([target - total for total in other]):
            for places in any_of(amounts[start : start + 2 * _BLOCK], target):
                yield tuple(start + at for at in places)


def _weight(places: Set, debts: Sequence[Entry], target: int) -> int:
    """What it weighs that they add up: by how many sets of so many stand as close, wherever these begin, if not by all.

    What falls due on the first or the last of their days stands next to each of that day.
    """
    first, last = debts[places[0]].due, debts[places[-1]].due
    low, after = bisect_left(debts, first, key=_DUE), bisect_right(debts, first, key=_DUE)
    before, high = bisect_left(debts, last, key=_DUE), bisect_right(debts, last, key=_DUE)
    within = max(0, before - after)
    taken = sum(after <= at < before for at in places)
    ends = high - low - within
    close = len(debts) * comb(within, taken) * comb(ends - 1, len(places) - taken - 1)
    tried = min(close, comb(len(debts), len(places)))
    return weights.amount_weight(target, 1) - log2(tried) - _SEVERAL
