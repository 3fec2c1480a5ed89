"""Members of a list that give only what differs: `RE2026/00123, 124, 131`, and `3791, 3823, 5168/26`."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.listing import Place, listed_with
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.weights import NUMBER_END_MOST, digits_weight
from otcore.reconciliation.index.entry import Entry, runs_of
from otcore.reconciliation.index.numbers import ENDING

_KEY = attrgetter("key")
_SHORTEST, _LONGEST = 2, 6
_MANY = 2_000
_SAME = 200
"""What it is worth that a number goes on in the same way as the one before: less than would decide between two."""


def cited_members(text: str, spare: Sequence[Piece], cites: Sequence[Cite], book: Book, currency: str) -> list[Cite]:
    """Open items of a customer, one of whose numbers is written out in a list with these runs of digits."""
    found: list[Cite] = []
    seen: set[tuple[str, int]] = set()
    short = [piece for piece in spare if _SHORTEST <= len(piece.digits) <= _LONGEST]
    for cite in cites if short else ():
        if cite.start < 0 or not cite.entry.digits:
            continue
        for piece in listed_with(text, (cite.start, cite.end), spare, _named(cite, cites)):
            key = cite.entry.customer, piece.start
            if piece in short and key not in seen and not _is_cut(piece, cite, spare):
                seen.add(key)
                found += _meant(piece, cite.entry, book, currency)
    return found


def _is_cut(piece: Piece, cite: Cite, spare: Sequence[Piece]) -> bool:
    """Whether the text may break off in the midst of a number here: it begins as the one before did."""
    before = [each.digits for each in spare if cite.end <= each.start < piece.start]
    whole = (before[-1],) if before else (cite.entry.digits, cite.entry.tail)
    return piece.start >= cite.end and any(piece.digits != each and each.startswith(piece.digits) for each in whole)


def _named(cite: Cite, cites: Sequence[Cite]) -> list[Place]:
    return [(each.start, each.end) for each in cites if each.entry.customer == cite.entry.customer]


def _meant(piece: Piece, first: Entry, book: Book, currency: str) -> list[Cite]:
    """The number with one of its runs of digits, or the end of it, changed for these; and others that end so."""
    said, where = piece.digits, (piece.digits, piece.start, piece.end)
    weight = digits_weight(len(said), NUMBER_END_MOST)
    found = changed_within(first, said, book)
    same = [Cite("NUMBER_END", entry, weight + _SAME, *where) for entry in found]
    ends = _ending(said, first.customer, book, currency) if len(said) == ENDING - 1 else []
    return [*same, *[Cite("NUMBER_END", entry, weight, *where) for entry in ends if entry not in found]]


def _ending(said: str, customer: str, book: Book, currency: str) -> list[Entry]:
    """The debts of a customer whose number ends so, unless some always does, the oldest first."""
    if len(book.standing(customer, currency).debts) > _MANY:
        return []
    ending = [entry for digit in "0123456789" for entry in book.numbers.by_end.get(digit + said, ())]
    own = [entry for entry in ending if entry.customer == customer and entry.open > 0 and entry.currency == currency]
    return sorted(own, key=_KEY)


def changed_within(first: Entry, said: str, book: Book) -> list[Entry]:
    """The open items of its customer whose number is this one with one of its runs of digits, or its end, changed."""
    return [entry for number in _changed(runs_of(first.item.number), said) for entry in _of(number, first, book)]


def _changed(runs: Sequence[str], said: str) -> Iterator[str]:
    for at, run in enumerate(runs):
        if len(said) <= len(run) or not (run + said).startswith("0"):
            yield "".join((*runs[:at], run[: max(0, len(run) - len(said))], said, *runs[at + 1 :]))


def _of(number: str, first: Entry, book: Book) -> Iterator[Entry]:
    for entry in book.numbers.by_digits.get(number, ()):
        if entry.customer == first.customer and entry.open and entry is not first:
            yield entry
