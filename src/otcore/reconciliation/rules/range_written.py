"""A range both ends of which are known: the last number is written out, or is the first with a part of it changed."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.members import changed_within
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.words import is_range
from otcore.reconciliation.index.entry import Entry, runs_of
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose
from otcore.reconciliation.rules.listed import PARTLY
from otcore.reconciliation.rules.pools import between

_APART = 12
_START = attrgetter("start")


def range_written(reading: Reading, book: Book) -> Iterator[Draft]:
    """Both ends and what lies between them, or some of it, as others are not paid yet."""
    for first, last in ends_written(reading, book):
        rest = reading.amount - first.entry.open - last.entry.open
        members = _between(first.entry, last.entry, book) if rest > 0 else []
        if rest == sum(entry.open for entry in members):
            yield _draft(first, last, members, weights.amount_weight(reading.amount, 1), True, reading, book)
        dues = first.entry.due, last.entry.due
        for fit in between(members, rest, dues) if members else ():
            alone = fit.alone and fit.weight >= weights.REST and not twins_within(fit.entries, members)
            yield _draft(first, last, fit.entries, fit.weight, alone, reading, book)


def twins_within(chosen: Sequence[Entry], members: Sequence[Entry]) -> bool:
    """Whether another member of the range has the amount of one that was chosen."""
    taken = {entry.id for entry in chosen}
    others = {entry.open for entry in members if entry.id not in taken}
    return any(entry.open in others for entry in chosen)


def ends_written(reading: Reading, book: Book) -> Iterator[tuple[Cite, Cite]]:
    """The ends of each range whose last number is known."""
    cites = [cite for cite in reading.cites if cite.kind not in PARTLY and cite.start >= 0]
    cites = [cite for cite in cites if cite.entry.open > 0 and cite.entry.currency == reading.currency]
    cites.sort(key=_START)
    for at, first in enumerate(cites):
        for last in cites[at + 1 :]:
            if last.start > first.end + _APART:
                break
            own = last.entry.customer == first.entry.customer and last.start >= first.end
            if own and is_range(reading.text[first.end : last.start]):
                yield first, last
        yield from ((first, last) for last in _changed(first, reading, book))


def last_said(first: Cite, reading: Reading) -> Piece | None:
    """The number after a named item, where what stands between says: and all that lie between."""
    piece = next((piece for piece in reading.pieces if piece.start >= first.end), None)
    return piece if piece is not None and is_range(reading.text[first.end : piece.start]) else None


def _changed(first: Cite, reading: Reading, book: Book) -> Iterator[Cite]:
    """`FV 351/08/2026 - 835`: the last number has other digits in a part that is not its end."""
    piece = last_said(first, reading)
    if piece is None:
        return
    weight = weights.digits_weight(len(piece.digits), weights.NUMBER_END_MOST)
    for entry in changed_within(first.entry, piece.digits, book):
        if not entry.digits.endswith(piece.digits):
            yield Cite("NUMBER_END", entry, weight, piece.digits, piece.start, piece.end)


def _between(first: Entry, last: Entry, book: Book) -> list[Entry]:
    """The open items of the series between the two: by that part of the number that counts, where it counts the days
    up as well; else by the days of issue.
    """
    debts = book.standing(first.customer, first.currency).debts
    series = first.series
    others = [entry for entry in debts if entry.series is series and entry is not first and entry is not last]
    begins, ends = first.item.issued, last.item.issued
    by_day = [entry for entry in others if begins <= entry.item.issued <= ends]
    counted = _counted(first, last, others)
    if counted is not None:
        ids = {entry.id for entry in counted}
        if all(entry.id in ids for entry in by_day if begins < entry.item.issued < ends):
            return counted
    return by_day


def _counted(first: Entry, last: Entry, others: Sequence[Entry]) -> list[Entry] | None:
    """Those whose number lies between where only one part of it differs; None where no part, or several, do."""
    one, other = runs_of(first.item.number), runs_of(last.item.number)
    differ = [at for at, (this, that) in enumerate(zip(one, other, strict=False)) if this != that]
    if len(one) != len(other) or len(differ) != 1:
        return None
    (at,) = differ
    before, behind = "".join(one[:at]), "".join(one[at + 1 :])
    low, high = int(one[at]), int(other[at])
    start, end = len(before), -len(behind) or None
    if end is None and len(first.digits) == len(last.digits):  # as most: then they are in order as they are written
        as_long = [entry for entry in others if len(entry.digits) == len(first.digits)]
        within = [entry for entry in as_long if first.digits < entry.digits < last.digits]
    else:
        same = [entry for entry in others if entry.digits.startswith(before) and entry.digits.endswith(behind)]
        within = [entry for entry in same if low < int(entry.digits[start:end] or 0) < high]
    runs = [(entry, runs_of(entry.item.number)) for entry in within]
    return [entry for entry, these in runs if len(these) == len(one) and _same_but(at, these, one)]


def _same_but(at: int, runs: Sequence[str], others: Sequence[str]) -> bool:
    return all(here == at or this == that for here, (this, that) in enumerate(zip(runs, others, strict=True)))


def _draft(
    first: Cite, last: Cite, within: Sequence[Entry], fits: int, sure: bool, reading: Reading, book: Book
) -> Draft:
    end = Said("RANGE_END", last.entry.id, last.weight, last)
    return draft_of_range(first, end, (first.entry, *within, last.entry), fits, sure, reading, book)


def draft_of_range(
    first: Cite, end: Said, taken: Sequence[Entry], fits: int, sure: bool, reading: Reading, book: Book
) -> Draft:
    """A range from a named item to the `end`; `fits`: what it weighs that those taken add up."""
    customer = first.entry.customer
    begin = Said(first.kind, first.entry.id, first.weight, first)
    said = (*whose(customer, reading, book), begin, end, Said("SUM", customer, fits))
    parts = tuple(Part(entry, entry.open) for entry in taken)
    return draft("NUMBER_RANGE", customer, parts, 0, said, sure)
