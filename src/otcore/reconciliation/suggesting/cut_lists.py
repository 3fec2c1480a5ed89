"""A list that was cut short: what it names, what the cut piece begins, and one to three more that go on from there."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import comb
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, payer_of
from otcore.reconciliation.rules.left_out import is_plain, left_out
from otcore.reconciliation.sums.places import Set, any_of, pairs, singles, threes

_FEWEST = 2
_POOL = 160
_THREES = 60
_NEAR = 18
_FEW = 2
_CREDITS = 4
_COMPARED = 60
_SHOWN = 4
_FAR = 12
_CUT = 400
_SAYS = attrgetter("weight")
_START = attrgetter("start")
_OPEN = attrgetter("open")
_DIGITS = attrgetter("digits")
_DUE = attrgetter("due")

Rest = tuple[int, tuple[Entry, ...]]
"""What completes a list, and what it weighs that it does."""


def cut_lists(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Lists of two items or more of one customer, completed."""
    for customer, slots in reading.slots.items():
        likely = [max(slot, key=_SAYS) for slot in slots]
        named = [cite for cite in likely if is_plain(cite, reading)]
        rest = reading.amount - sum(cite.entry.open for cite in named)
        if len(named) < _FEWEST or not rest:
            continue
        named.sort(key=_START)
        found = sorted(_rests(named, rest, reading, book), key=lambda one: -one[0])
        for weight, more in found[:_SHOWN]:
            yield _draft(customer, named, more, weight, reading, book)


def _rests(named: Sequence[Cite], rest: int, reading: Reading, book: Book) -> Iterator[Rest]:
    """By the credits that may be taken off: none, or one."""
    standing = book.standing(named[0].entry.customer, reading.currency)
    taken = {cite.entry.id for cite in named}
    pool = _following(standing.without(cite.entry for cite in named), named)
    cut = _cut(named[-1], reading)
    yield from _goes_on(pool, rest, cut, ())
    yield from _falling_due(pool, named, rest)
    credits = [entry for entry in standing.credits if entry.id not in taken][:_CREDITS]
    for credit in credits:
        for weight, more in _goes_on(pool, rest - credit.open, cut, (credit,)):
            yield weight - log2(2 * len(credits)), more


def _goes_on(pool: Sequence[Entry], rest: int, cut: str, credits: tuple[Entry, ...]) -> Iterator[Rest]:
    if not rest and credits:
        yield weights.amount_weight(credits[0].open, 1), credits
    amounts = list(map(_OPEN, pool))
    for search, most in ((singles, _POOL), (pairs, _POOL), (threes, _THREES)):
        for places in islice(search(amounts[:most], rest), _COMPARED):
            more = tuple(pool[at] for at in places)
            yield _weight(places, more, rest, cut), (*more, *credits)


def _falling_due(pool: Sequence[Entry], named: Sequence[Cite], rest: int) -> Iterator[Rest]:
    """Any of those that fall due with what is named, or next."""
    dues = [cite.entry.due for cite in named]
    early, late = min(dues), max(dues)
    near = sorted(pool, key=lambda entry: (max(early - entry.due, 0, entry.due - late), entry.key))[:_NEAR]
    for places in any_of(list(map(_OPEN, near)), rest):
        if len(places) > _FEW:
            tried = comb(places[-1] + 1, len(places))
            yield weights.amount_weight(rest, 1) - log2(tried), tuple(near[at] for at in places)


def _weight(places: Set, more: Sequence[Entry], rest: int, cut: str) -> int:
    """By how many sets lie as near to the end of the list; and whether the cut piece begins one of them."""
    tried = comb(places[-1] + 1, len(places))
    begins = bool(cut) and any(entry.tail.startswith(cut) or entry.digits.startswith(cut) for entry in more)
    return weights.amount_weight(rest, 1) - log2(tried) + (_CUT if begins else 0)


def _following(debts: list[Entry], named: Sequence[Cite]) -> list[Entry]:
    """In the order of the list, from its end on; of a list in no order, those due near its last item."""
    entries = [cite.entry for cite in named]
    last = entries[-1]
    for order in (_DIGITS, _DUE):
        if all(order(one) <= order(other) for one, other in pairwise(entries)):
            start = order(last)
            return sorted([entry for entry in debts if order(entry) >= start], key=order)[:_POOL]
    return sorted(debts, key=lambda entry: (abs(entry.due - last.due), entry.key))[:_POOL]


def _cut(last: Cite, reading: Reading) -> str:
    """The digits right after the last number."""
    for piece in reading.pieces:
        if piece.start >= last.end:
            return piece.digits if piece.start - last.end <= _FAR and not piece.dated else ""
    return ""


def _draft(
    customer: str, named: Sequence[Cite], more: tuple[Entry, ...], weight: int, reading: Reading, book: Book
) -> Draft:
    entries = [*(cite.entry for cite in named), *more]
    scope = log2(max(1, len(book.standing(customer, reading.currency))))
    said = (
        *payer_of(customer, reading, book),
        *(Said(cite.kind, cite.entry.id, cite.weight, cite) for cite in named),
        Said("SET", customer, -scope * len(named)),
        Said("REST", customer, weight),
        *left_out(customer, reading, {entry.id for entry in entries}),
    )
    parts = tuple(Part(entry, entry.open) for entry in entries)
    return draft(RuleId.NUMBERS_AND_SUM, customer, parts, 0, said, sure=False)
