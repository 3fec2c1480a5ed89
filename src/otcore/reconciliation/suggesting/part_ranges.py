"""A range of numbers, some of whose members are not meant: those that fall due with its ends first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.rules.range_named import ends_of, members_from, range_draft, ranges_said
from otcore.reconciliation.rules.range_written import ends_written
from otcore.reconciliation.suggesting.closest import closest

_ENDS = 4
_SHOWN = 4
_AROUND = 60
_DUE = attrgetter("due")
_KEY = attrgetter("key")


def part_ranges(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """The first, one that the last number may mean, and those between that make up the amount."""
    for cite, last in (*ranges_said(reading), *_written(reading, book)):
        members = members_from(cite.entry, book)
        ends = ends_of(last, members, reading)
        for at in ends[:_ENDS]:
            first, end = members[0], members[at]
            pool = _by_due(members[1:at], first, end)
            found = sorted(closest(pool, reading.amount - first.open - end.open), key=lambda one: -one[0])
            for weight, more in found[:_SHOWN]:
                yield range_draft(cite, last, [first, *more, end], weight - log2(len(ends)), reading, book, False)


def _written(reading: Reading, book: Book) -> Iterator[tuple[Cite, Piece]]:
    """Ranges of which the last number is written out, by its last digits."""
    for first, last in ends_written(reading, book):
        ends = [piece for piece in reading.pieces if last.start <= piece.start and piece.end <= last.end]
        yield from ((first, piece) for piece in ends[-1:])


def _by_due(members: Sequence[Entry], first: Entry, end: Entry) -> list[Entry]:
    """Those that fall due between the ends, then those that do so before or after, the nearest first."""
    early, late = min(first.due, end.due), max(first.due, end.due)
    by_due = sorted(members, key=_KEY)
    low, high = bisect_left(by_due, early, key=_DUE), bisect_right(by_due, late, key=_DUE)
    around = [*reversed(by_due[max(0, low - _AROUND) : low]), *by_due[high : high + _AROUND]]
    around.sort(key=lambda entry: max(early - entry.due, entry.due - late))
    return by_due[low:high] + around
