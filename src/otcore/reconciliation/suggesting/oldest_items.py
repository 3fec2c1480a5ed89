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
_WEIGHT = attrgetter("weight")

Used = tuple[int, ...]
Taken = tuple[int, Used, bool]
"""A sum of credits, which they are, and whether older ones were left."""


@fast_init
@frozen
class Cut:
    """The items up to one, without some, and the credits used; `weight`: what it weighs that they add up."""

    entries: tuple[Entry, ...]
    weight: int


@fast_init
@frozen
class Account:
    """What is cut: debts and credits, the oldest first, what is paid, and the place of the last that is due."""

    debts: Sequence[Entry]
    credits: Sequence[Entry]
    target: int
    today: int


def oldest_items(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The oldest items of the likeliest payers that add up to the amount, but for a few."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        found = cuts(book.standing(customer, reading.currency), reading.amount, reading.day)
        for cut in sorted(found, key=_WEIGHT, reverse=True)[:_SHOWN]:
            yield suggested(RuleId.ALL_DUE_BUT, customer, cut.entries, cut.weight, reading, book)


def cuts(standing: Standing, target: int, day: int) -> Iterator[Cut]:
    """Every run of the oldest that adds up, of two items or more."""
    account = Account(standing.debts[:_LONGEST], standing.credits, target, standing.due_by(day) - 1)
    credits, places = _credits(standing.credits), defaultdict(list)
    most = (target - min(credit for credit, _, _ in credits)) * _TIMES
    for last, total in enumerate(accumulate(map(_OPEN, account.debts))):
        places[account.debts[last].open].append(last)
        if total > most:
            return
        if total >= target:
            yield from _ending(account, last, total - target, credits, places)


def _ending(account: Account, last: int, over: int, credits: Sequence[Taken], places: Places) -> Iterator[Cut]:
    """Two are missing only where all else is as usual: a whole day, and the oldest credits."""
    through = _is_through(account.debts, last)
    for credit, used, between in credits:
        few, rest = 1 if through or between else 2, over + credit
        if rest >= 0 and (few > 1 or not rest or rest in places):
            odd = _CUT_OF_DAY * through + _CREDIT_BETWEEN * between + _NOT_TODAY * (last != account.today)
            for gone in missing(rest, places, last, few):
                yield from _cut(account, last, gone, used, odd)


def _cut(account: Account, last: int, gone: tuple[int, ...], used: Used, odd: int) -> Iterator[Cut]:
    if last + 1 - len(gone) + len(used) > 1:
        tried = comb(last + 1, len(gone)) * len(account.debts) * max(1, len(account.credits))
        kept = [entry for at, entry in enumerate(account.debts[: last + 1]) if at not in gone]
        taken = [account.credits[at] for at in used]
        yield Cut((*kept, *taken), weights.amount_weight(account.target, 1) - log2(tried) - odd)


def _is_through(debts: Sequence[Entry], last: int) -> bool:
    """Whether the cut goes through the items of one day."""
    return last + 1 < len(debts) and debts[last + 1].due == debts[last].due


def _credits(credits: Sequence[Entry]) -> list[Taken]:
    """What credits may have been taken off, the oldest first; of one sum the first."""
    sums: dict[int, Used] = {}
    among = range(min(len(credits), _CREDITS))
    for count in range(len(among) + 1):
        for used in combinations(among, count):
            sums.setdefault(sum(credits[at].open for at in used), used)
    everything = tuple(range(len(credits)))
    sums.setdefault(sum(map(_OPEN, credits)), everything)
    return [(credit, used, used != tuple(range(len(used)))) for credit, used in sums.items()]
