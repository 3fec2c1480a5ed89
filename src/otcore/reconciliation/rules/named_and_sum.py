"""A list that was cut short: the items that it names, and those among the rest that make up the amount."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.completing import completes, is_paid_twice, is_range_written
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose
from otcore.reconciliation.rules.due_runs import due_runs, run_weight
from otcore.reconciliation.rules.left_out import is_plain, left_out
from otcore.reconciliation.rules.pools import Fit, exchangeable, few

_START = attrgetter("start")
_DUE = attrgetter("due")
_KEY = attrgetter("key")
_DIGITS = attrgetter("digits")
_WINDOWS = (10, 16, 24)
_SORTED = 3


def named_and_sum(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The items that are named plainly, and a sum of the customer's others."""
    for customer, slots in reading.slots.items():
        named = [slot[0] for slot in slots if len(slot) == 1 and is_plain(slot[0], reading)]
        rest = reading.amount - sum(cite.entry.open for cite in named)
        if not named or rest <= 0:
            continue
        named.sort(key=_START)
        work = policies.of(customer).work
        for pool in _pools(named, book, reading.currency):
            drafts = [
                _draft(customer, named, fit, reading, book)
                for fit in (*few(pool, rest, work), *_next(pool, rest, named[-1].entry))
            ]
            yield from drafts
            if any(draft.sure for draft in drafts):
                break


def _pools(named: Sequence[Cite], book: Book, currency: str) -> Iterator[list[Entry]]:
    """Where the rest may be: after the last one, where the list is in order; else anywhere."""
    entries = [cite.entry for cite in named]
    debts = book.standing(entries[0].customer, currency).without(entries)
    last = entries[-1]
    if len(entries) >= _SORTED and _rises([(entry.due, "") for entry in entries]):
        later = debts[bisect_left(debts, last.due, key=_DUE) :]
        for window in _WINDOWS:
            if window < len(later):
                yield later[:window]
        yield later
    elif len(entries) >= _SORTED and _rises([(0, entry.digits) for entry in entries]):
        later = sorted([entry for entry in debts if entry.digits > last.digits], key=_DIGITS)
        for window in _WINDOWS:
            if window < len(later):
                yield sorted(later[:window], key=_KEY)
        yield sorted(later, key=_KEY)
    else:
        yield debts


def _next(pool: Sequence[Entry], rest: int, last: Entry) -> Iterator[Fit]:
    """Neighbours by due date, right after the last one that is named. The pool has the oldest first."""
    after = bisect_left(pool, last.due, key=_DUE)
    for run in due_runs(pool[after : after + _AFTER], rest, last.due)[:_SHOWN]:
        yield Fit("REST", run.entries, run_weight(run, rest))


_AFTER = 40
_SHOWN = 2


def _rises(values: Sequence[tuple[int, str]]) -> bool:
    return all(one <= other for one, other in pairwise(values))


def _draft(customer: str, named: Sequence[Cite], fit: Fit, reading: Reading, book: Book) -> Draft:
    entries = [*(cite.entry for cite in named), *fit.entries]
    taken = {entry.id for entry in entries}
    scope = log2(max(1, len(book.standing(customer, reading.currency))))
    said = (
        *whose(customer, reading, book),
        *(Said(cite.kind, cite.entry.id, cite.weight, cite) for cite in named),
        Said("SET", customer, -scope * (len(named) - 1)),
        Said("REST", customer, fit.weight),
        *left_out(customer, reading, taken, frozenset(cite.start for cite in named)),
    )
    parts = tuple(Part(entry, entry.open) for entry in entries)
    alone = fit.alone and not exchangeable(fit.entries, book.standing(customer, reading.currency), taken)
    sure = (
        alone
        and fit.weight >= weights.REST
        and completes(named, fit.entries, reading)
        and not is_range_written(named, reading, book)
        and not is_paid_twice(named, sum(entry.open for entry in fit.entries))
    )
    return draft("NUMBERS_AND_SUM", customer, parts, 0, said, sure)
