"""A list that was cut short: what it names, what the cut piece begins, and one to three more that go on from there."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
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
from otcore.reconciliation.suggesting.closest import Rest, closest, line_of
from otcore.reconciliation.suggesting.line import Line
from otcore.reconciliation.sums.places import any_of, pairs, singles

_FEWEST = 2
_POOL = 160
_TRIED = 12
_NEAREST = 14
_SHOWN = 4
_FAR = 12
_CUT = 400
_SAYS = attrgetter("weight")
_START = attrgetter("start")
_DIGITS = attrgetter("digits")
_DUE = attrgetter("due")


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
    credits = [entry for entry in standing.credits if entry.id not in taken]
    cut = _cut(named[-1], reading)
    for running, pool in _orders(standing.debts, named):
        line = line_of(pool)
        for weight, more in (*closest(pool, rest, running, line), *_less_credit(pool, line, rest, credits)):
            yield weight + _begun(more, cut), more


def _less_credit(pool: Sequence[Entry], line: Line, rest: int, credits: Sequence[Entry]) -> Iterator[Rest]:
    """A credit that is taken off, and what it leaves: nothing, one item, two, or any number of the nearest."""
    amounts, sums, like = line.amounts, line.few() if credits else (), Counter[int]()
    for credit in credits:
        left = rest - credit.open
        like[left] += 1
        if like[left] > _SHOWN:  # as good as those before
            continue
        if not left:
            yield weights.amount_weight(rest, 1) - log2(len(credits)), (credit,)
        elif left in sums:
            fits = weights.amount_weight(left, 1) - log2(2 * len(credits))
            few = (singles(amounts, left), pairs(amounts, left), any_of(amounts[:_NEAREST], left))
            for places in chain.from_iterable(islice(each, _TRIED) for each in few):
                tried = comb(places[-1] + 1, len(places))
                yield fits - log2(tried), (*(pool[place] for place in places), credit)


def _begun(more: Sequence[Entry], cut: str) -> int:
    """Whether the cut piece begins one of them."""
    return _CUT if cut and any(entry.tail.startswith(cut) or entry.digits.startswith(cut) for entry in more) else 0


def _orders(debts: Sequence[Entry], named: Sequence[Cite]) -> Iterator[tuple[bool, list[Entry]]]:
    """The items from the end of the list on, in its order: by number, by due day or both; and whether it is by due day.

    Of a list in no order: those that fall due near its end.
    """
    entries = [cite.entry for cite in named]
    last, taken = entries[-1], {entry.id for entry in entries}
    by_number = all(one.digits <= other.digits for one, other in pairwise(entries))
    by_due = all(one.due <= other.due for one, other in pairwise(entries))
    if by_number:
        start = last.digits
        later = sorted([entry for entry in debts if entry.digits >= start], key=_DIGITS)[: _POOL + len(taken)]
        yield False, [entry for entry in later if entry.id not in taken]
    if by_due:
        first = bisect_left(debts, last.due, key=_DUE)
        yield True, [entry for entry in debts[first : first + _POOL] if entry.id not in taken]
    if not (by_number or by_due):
        others = [entry for entry in debts if entry.id not in taken]
        yield False, sorted(others, key=lambda entry: (abs(entry.due - last.due), entry.key))[:_POOL]


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
