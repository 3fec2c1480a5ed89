"""A range is named: the first number and the last, or the end of the last; all open items of the customer between."""

from collections.abc import Iterator
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Said
from otcore.reconciliation.rules.pools import between, exchangeable
from otcore.reconciliation.rules.range_written import draft_of_range, last_said, range_written, twins_within

_DIGITS = attrgetter("digits")


def range_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Ranges that begin with a named item and add up to the amount."""
    written = list(range_written(reading, book))
    yield from written
    if any(draft.sure for draft in written):
        return
    for cite, last in ranges_said(reading):
        members = members_from(cite.entry, book)
        whole = list(_ranges(cite, last, members, reading, book))
        yield from whole
        if not any(draft.sure for draft in whole):
            yield from _parts(cite, last, members, reading, book)


def ranges_said(reading: Reading) -> Iterator[tuple[Cite, Piece]]:
    """Each named item with the number after it that ends a range."""
    for cite in reading.cites:
        if cite.start < 0 or cite.entry.open <= 0 or cite.entry.currency != reading.currency:
            continue
        last = last_said(cite, reading)
        if last is not None:
            yield cite, last


def _ranges(cite: Cite, last: Piece, members: list[Entry], reading: Reading, book: Book) -> Iterator[Draft]:
    """Where the running sum is the amount, at an item that the last number may mean."""
    total = 0
    for at, entry in enumerate(members):
        total += entry.open
        if total > reading.amount:
            return
        if total == reading.amount and at:
            taken = members[: at + 1]
            alone = len(ends_of(last, members, reading)) < 2 or not _twins(taken, book)
            yield range_draft(cite, last, taken, 0, reading, book, alone)


def _twins(taken: list[Entry], book: Book) -> bool:
    standing = book.standing(taken[0].customer, taken[0].currency)
    return exchangeable(taken, standing, {entry.id for entry in taken})


def _parts(cite: Cite, last: Piece, members: list[Entry], reading: Reading, book: Book) -> Iterator[Draft]:
    """The first, one that the last number may mean, and some that lie between, as others are not paid yet."""
    first = members[0]
    ends = ends_of(last, members, reading)
    for at in ends[:_ENDS]:
        end = members[at]
        rest = reading.amount - first.open - end.open
        if not rest:
            yield range_draft(cite, last, [first, end], 0, reading, book)
        for fit in between(members[1:at], rest, (first.due, end.due)) if rest > 0 else ():
            entries = [first, *fit.entries, end]
            weight = fit.weight - log2(len(ends))
            twins = _twins(entries, book) if len(ends) > 1 else twins_within(fit.entries, members[1:at])
            alone = fit.alone and weight >= weights.REST and not twins
            yield range_draft(cite, last, entries, weight, reading, book, alone)


_ENDS = 8


def ends_of(last: Piece, members: list[Entry], reading: Reading) -> list[int]:
    """Which members the last number may mean."""
    said = tuple(digits for digits in _said_digits(last, reading) if len(digits) >= _SURE)
    return [at for at in range(1, len(members)) if members[at].digits.endswith(said)]


def members_from(first: Entry, book: Book) -> list[Entry]:
    """The open items of the same customer and series, from this one on."""
    debts = book.standing(first.customer, first.currency).debts
    later = [entry for entry in debts if entry.digits >= first.digits and entry.shape == first.shape]
    return sorted(later, key=_DIGITS)


def range_draft(
    cite: Cite, last: Piece, taken: list[Entry], fits: int, reading: Reading, book: Book, sure: bool = True
) -> Draft:
    ends = _said_end(last, taken[-1], reading)
    weight = weights.digits_weight(ends) if ends >= _SHORTEST else weights.RANGE_END_DIFFERS
    end = Said("RANGE_END", taken[-1].id, weight)
    fits = fits or weights.amount_weight(reading.amount, 1)
    return draft_of_range(cite, end, taken, fits, sure and ends >= _SURE, reading, book)


_SHORTEST = 2
_SURE = 3


def _said_end(last: Piece, entry: Entry, reading: Reading) -> int:
    """How many last digits of the number the text states, over a break too."""
    ends = [len(digits) for digits in _said_digits(last, reading) if entry.digits.endswith(digits)]
    return max(ends, default=0)


def _said_digits(last: Piece, reading: Reading) -> Iterator[str]:
    """What the last number may be: its first run of digits, and that joined with those that follow."""
    digits = ""
    for piece in reading.pieces:
        if piece.start < last.start:
            continue
        if digits and not piece.loose:
            return
        digits += piece.digits
        yield digits
