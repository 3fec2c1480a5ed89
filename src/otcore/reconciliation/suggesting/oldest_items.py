"""A payer that settles its account up to some day: the oldest items, less a few, with the credits of that time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations
from math import comb
from operator import attrgetter

from attrs import frozen

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.suggesting.missing import Places, missing
from otcore.reconciliation.suggesting.suggested import suggested
from otcore.values.fast_init import fast_init

_PAYERS = 2
_CREDITS = 4
_SHOWN = 4
_LONGEST = 120
_TIMES = 2
_CUT_OF_DAY, _CREDIT_BETWEEN, _NOT_TODAY = 200, 300, 100
_OPEN = attrgetter("open")

Used = tuple[int, ...]


@fast_init
@frozen
class Cut:
    """The items up to one, without some, and the credits used; `weight`: what it weighs that they add up."""

    entries: tuple[Entry, ...]
    weight: int


def oldest_items(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The oldest items of the likeliest payers that add up to the amount, but for a few."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        standing = book.standing(customer, reading.currency)
        found = sorted(cuts(standing, reading.amount, reading.day), key=_WEIGHT, reverse=True)
        for cut in found[:_SHOWN]:
            yield suggested(RuleId.ALL_DUE_BUT, customer, cut.entries, cut.weight, reading, book)


_WEIGHT = attrgetter("weight")


def cuts(standing: Standing, target: int, day: int) -> Iterator[Cut]:
    """Every run of the oldest that adds up, of two items or more."""
    debts, places = standing.debts[:_LONGEST], defaultdict(list)
    credits = _credits(standing.credits)
    today = len(standing.due(day)) - 1
    most = (target - min(credits)) * _TIMES
    for last, total in enumerate(accumulate(map(_OPEN, debts))):
        places[debts[last].open].append(last)
        if total > most:
            return
        if total < target:
            continue
        for credit, used in credits.items():
            over = total + credit - target
            if over >= 0:
                yield from _ending(debts, last, standing.credits, used, over, places, target, today)


def _ending(
    debts: Sequence[Entry],
    last: int,
    credits: Sequence[Entry],
    used: Used,
    over: int,
    places: Places,
    target: int,
    today: int,
) -> Iterator[Cut]:
    taken = tuple(credits[at] for at in used)
    odd = _odd(debts, last, today) + (_CREDIT_BETWEEN if used != tuple(range(len(used))) else 0)
    for gone in missing(over, places, last):
        if last + 1 - len(gone) + len(used) > 1:
            tried = comb(last + 1, len(gone)) * len(debts) * max(1, len(credits))
            kept = tuple(entry for at, entry in enumerate(debts[: last + 1]) if at not in gone)
            yield Cut(kept + taken, weights.amount_weight(target, 1) - log2(tried) - odd)


def _odd(debts: Sequence[Entry], last: int, today: int) -> int:
    """A cut through a day's items is odd, and one at another day than the payment's a little."""
    through = last + 1 < len(debts) and debts[last + 1].due == debts[last].due
    return (_CUT_OF_DAY if through else 0) + (_NOT_TODAY if last != today else 0)


def _credits(credits: Sequence[Entry]) -> dict[int, Used]:
    """What credits may have been taken off, the oldest first, by their sums."""
    sums: dict[int, Used] = {}
    among = range(min(len(credits), _CREDITS))
    for count in range(len(among) + 1):
        for used in combinations(among, count):
            sums.setdefault(sum(credits[at].open for at in used), used)
    everything = tuple(range(len(credits)))
    sums.setdefault(sum(map(_OPEN, credits)), everything)
    return sums
