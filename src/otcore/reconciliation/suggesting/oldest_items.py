"""A payer that settles its account up to some day: the oldest items, less a few, with the credits of that time."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
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
from otcore.reconciliation.suggesting.but_few import but_few
from otcore.reconciliation.suggesting.line import Line
from otcore.reconciliation.suggesting.suggested import suggested
from otcore.reconciliation.sums.places import Set
from otcore.values.fast_init import fast_init

_PAYERS = 2
_CREDITS = 4
_SHOWN = 4
_LONGEST = 60
_LARGEST = 300
_TIMES = 2
_BUT = 3
_CUT_OF_DAY, _CREDIT_BETWEEN, _NOT_TODAY = 200, 300, 100
_OPEN = attrgetter("open")
_WEIGHT = attrgetter("weight")


@fast_init
@frozen
class Cut:
    """The items up to one, without some, and the credits used; `weight`: what it weighs that they add up."""

    entries: tuple[Entry, ...]
    weight: int


@fast_init
@frozen
class Account:
    """What is cut: debts and credits, the oldest first, what is paid, and the place of the last that is due.

    `through`: the places at which a cut goes through the items of one day.
    """

    debts: Sequence[Entry]
    credits: Sequence[Entry]
    target: int
    today: int
    through: frozenset[int]


def oldest_items(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The oldest items of the likeliest payers that add up to the amount, but for a few."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        found = cuts(book.standing(customer, reading.currency), reading.amount, reading.day)
        for cut in sorted(found, key=_WEIGHT, reverse=True)[:_SHOWN]:
            yield suggested(RuleId.ALL_DUE_BUT, customer, cut.entries, cut.weight, reading, book)


def cuts(standing: Standing, target: int, day: int) -> Iterator[Cut]:
    """Every run of the oldest that adds up, of two items or more.

    More than one is left out only where all else is as usual: whole days, the oldest credits, no very large account.
    """
    debts, line = standing.debts[:_LONGEST], Line(standing.opens[:_LONGEST])
    through = frozenset(at for at, (one, other) in enumerate(pairwise(debts)) if one.due == other.due)
    account = Account(debts, standing.credits, target, standing.due_by(day) - 1, through)
    large = len(standing) > _LARGEST
    for credit, used in _credits(standing.credits, 0 if large else _CREDITS).items():
        goal = target - credit
        ends = range(line.reached(goal), bisect_right(line.totals, goal * _TIMES))
        between = used != tuple(range(len(used)))
        whole = () if between or large else [last for last in ends if last not in through]
        for last, gone in but_few(line, goal, ends, whole):
            yield from _cut(account, last, gone, used, between)


def _cut(account: Account, last: int, gone: Set, used: Set, between: bool) -> Iterator[Cut]:
    """`between`: not the oldest credits are used."""
    if last + 1 - len(gone) + len(used) > 1:
        odd = _CUT_OF_DAY * (last in account.through) + _CREDIT_BETWEEN * between + _NOT_TODAY * (last != account.today)
        tried = comb(last + 1, min(len(gone), _BUT)) * len(account.debts) * max(1, len(account.credits))
        kept = [entry for at, entry in enumerate(account.debts[: last + 1]) if at not in gone]
        taken = [account.credits[at] for at in used]
        yield Cut((*kept, *taken), weights.amount_weight(account.target, 1) - log2(tried) - odd)


def _credits(credits: Sequence[Entry], most: int) -> dict[int, Set]:
    """What credits may have been taken off by their sums: none, some of the oldest, all."""
    sums: dict[int, Set] = {}
    among = range(min(len(credits), most))
    for count in range(len(among) + 1):
        for used in combinations(among, count):
            sums.setdefault(sum([credits[at].open for at in used]), used)
    everything = tuple(range(len(credits)))
    sums.setdefault(sum(map(_OPEN, credits)), everything)
    return sums
