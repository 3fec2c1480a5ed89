"""Several items of one customer are named, and they add up: with one more, or with a credit, where it must be."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.choices import Choice, choices
from otcore.reconciliation.rules.completing import completes, is_paid_twice, is_range_written, places_after
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose
from otcore.reconciliation.rules.left_out import is_plain, left_out
from otcore.reconciliation.rules.listed import PARTLY
from otcore.values.fast_init import changed

_START = attrgetter("start")


def many_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Sets of named items of one customer that add up to the amount."""
    for customer, slots in reading.slots.items():
        if len(slots) > 1:
            yield from _of_customer(customer, slots, reading, book)
        else:
            yield from _and_more(customer, Choice((slots[0][0],), False), reading, book)


def _of_customer(customer: str, slots: list[list[Cite]], reading: Reading, book: Book) -> Iterator[Draft]:
    sets = choices(slots, lambda cite: is_plain(cite, reading))
    exact = [each for each in sets if len(each.cites) > 1 and each.total == reading.amount]
    for choice in exact[:_SHOWN]:
        yield _draft("NUMBERS_EXACT_SUM", customer, choice, (), reading, book)
    if exact:
        return
    for choice in sets[:_SHOWN]:
        if not choice.dropped:
            yield from _and_more(customer, choice, reading, book)


_SHOWN = 3


def _and_more(customer: str, choice: Choice, reading: Reading, book: Book) -> Iterator[Draft]:
    """With one item that is not named: one more that is paid, or a credit that is taken off."""
    rest = reading.amount - choice.total
    if not rest or not any(cite.kind not in PARTLY for cite in choice.cites):
        return
    taken = {cite.entry.id for cite in choice.cites}
    same = [entry for entry in book.standing(customer, reading.currency).of(rest) if entry.id not in taken]
    rule = "NUMBERS_AND_ONE_MORE" if rest > 0 else "NUMBERS_LESS_CREDIT"
    for entry in same[:_SHOWN]:
        found = _draft(rule, customer, choice, (entry,), reading, book)
        yield found if len(same) <= _SHOWN else changed(found, sure=False)


def _draft(rule: str, customer: str, choice: Choice, more: Sequence[Entry], reading: Reading, book: Book) -> Draft:
    entries = (*(cite.entry for cite in choice.cites), *more)
    places = frozenset(cite.start for cite in choice.cites)
    rest = reading.amount - choice.total
    fits = weights.amount_weight(rest, book.amounts.count(reading.currency, rest)) if rest else 0
    said = (
        *whose(customer, reading, book),
        *(Said(cite.kind, cite.entry.id, cite.weight, cite) for cite in choice.cites),
        *(_unnamed(entry, choice, reading, book) for entry in more),
        Said("SUM", customer, fits if rest else weights.amount_weight(reading.amount, 1)),
        *left_out(customer, reading, {entry.id for entry in entries}, places),
    )
    scope = log2(max(1, len(book.standing(customer, reading.currency))))
    others = Said("SET", customer, -scope * (len(choice.cites) - 1))
    parts = tuple(Part(entry, entry.open) for entry in entries)
    sure = not more or _completes(choice, more, said, reading, book)
    return draft(rule, customer, parts, 0, (*said, others), sure)


def _completes(choice: Choice, more: Sequence[Entry], said: Sequence[Said], reading: Reading, book: Book) -> bool:
    """Whether nothing forbids what nobody named: it goes on with the text, and its amount is no coincidence."""
    rest = reading.amount - choice.total
    if is_paid_twice(choice.cites, rest) or (rest < 0 and reading.said in _LESS):
        return False
    if rest > 0 and (
        is_range_written(choice.cites, reading, book)
        or sum(each.weight for each in said if each.kind in ("ONE_MORE", "SUM")) < weights.ONE_MORE_LEAST
    ):
        return False
    return completes(choice.cites, more, reading) and not any(each.kind == "LEFT_OUT" for each in said)


_LESS = (Why.DEDUCTION, Why.PARTIAL, Why.WITHHOLDING)


def _unnamed(entry: Entry, choice: Choice, reading: Reading, book: Book) -> Said:
    """An item that nobody named, out of the customer's: the nearer it follows a list in order, the likelier."""
    standing = book.standing(entry.customer, reading.currency)
    if entry.open < 0:
        alone = weights.CREDIT_ALONE if len(choice.cites) == 1 else 0
        return Said("CREDIT_TAKEN", entry.id, weights.CREDIT_TAKEN + alone - log2(len(standing.credits)))
    named = [cite.entry for cite in sorted(choice.cites, key=_START)]
    after = places_after(named, entry, standing)
    return Said("ONE_MORE", entry.id, weights.ONE_MORE - log2(len(standing) if after is None else 2 * after))
