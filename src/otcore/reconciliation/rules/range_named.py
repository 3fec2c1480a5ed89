"""A range is named: the first number and the last, or the end of the last; all open items of the customer between."""

from collections.abc import Iterator
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.words import is_range
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose

_DIGITS = attrgetter("digits")


def range_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Ranges that begin with a named item and add up to the amount."""
    for cite in reading.cites:
        if cite.start < 0 or cite.entry.open <= 0 or cite.entry.currency != reading.currency:
            continue
        last = _next(cite, reading)
        if last is not None and is_range(reading.text[cite.end : last.start]):
            yield from _ranges(cite, last, reading, book)


def _next(cite: Cite, reading: Reading) -> Piece | None:
    return next((piece for piece in reading.pieces if piece.start >= cite.end), None)


def _ranges(cite: Cite, last: Piece, reading: Reading, book: Book) -> Iterator[Draft]:
    """Where the running sum is the amount, at an item that the last number may mean."""
    members = _after(cite.entry, book)
    total, taken = 0, []
    for entry in members:
        total += entry.open
        taken.append(entry)
        if total > reading.amount:
            return
        if total == reading.amount and len(taken) > 1:
            yield _draft(cite, last, taken, reading, book)


def _after(first: Entry, book: Book) -> list[Entry]:
    """The open items of the same customer and series, from this one on."""
    debts = book.standing(first.customer, first.currency).debts
    later = [entry for entry in debts if entry.digits >= first.digits and entry.shape == first.shape]
    return sorted(later, key=_DIGITS)


def _draft(cite: Cite, last: Piece, taken: list[Entry], reading: Reading, book: Book) -> Draft:
    customer = cite.entry.customer
    ends = _said_end(last, taken[-1], reading)
    end = weights.digits_weight(ends) if ends >= _SHORTEST else weights.RANGE_END_DIFFERS
    said = (
        *whose(customer, reading, book),
        Said(cite.kind, cite.entry.id, cite.weight, cite),
        Said("RANGE_END", taken[-1].id, end),
        Said("SUM", customer, weights.amount_weight(reading.amount, 1)),
    )
    parts = tuple(Part(entry, entry.open) for entry in taken)
    return draft("NUMBER_RANGE", customer, parts, 0, said, ends >= _SURE)


_SHORTEST = 2
_SURE = 3


def _said_end(last: Piece, entry: Entry, reading: Reading) -> int:
    """How many last digits of the number the text states, over a break too."""
    digits, best = "", 0
    for piece in reading.pieces:
        if piece.start < last.start:
            continue
        if digits and not piece.loose:
            break
        digits += piece.digits
        if entry.digits.endswith(digits):
            best = len(digits)
    return best
