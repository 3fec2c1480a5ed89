"""What nobody named beside what is named: whether it may be what the text goes on with."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.nearness import nearness
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.index.entry import Entry, runs_of
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.listed import beside
from otcore.reconciliation.rules.range_written import ends_written


def is_paid_twice(cites: Sequence[Cite], rest: int) -> bool:
    """Whether what is paid beside one named item is as much again: it may be the same, paid twice."""
    return len(cites) == 1 and cites[0].entry.open == rest


def is_range_written(cites: Sequence[Cite], reading: Reading, book: Book) -> bool:
    """Whether two numbers are named that are the ends of a range: then what is not named lies between them."""
    ids = {cite.entry.id for cite in cites}
    return len(ids) == _ENDS and any(
        {first.entry.id, last.entry.id} == ids for first, last in ends_written(reading, book)
    )


_ENDS = 2


def completes(cites: Sequence[Cite], more: Iterable[Entry], reading: Reading) -> bool:
    """Whether what nobody named may be what stands beside the names and was not understood: it begins or is near so."""
    understood = [range(cite.start, cite.end) for cite in cites]
    spare = [
        piece
        for cite in cites
        for piece in beside(cite, reading)
        if len(piece.digits) >= _TELLING
        and not (len(piece.digits) < _LONG and _is_price(reading.text, piece))
        and piece.digits not in runs_of(cite.entry.item.number)  # the year, the month
        and not any(piece.start in place for place in understood)
    ]
    return all(any(_may_be(piece.digits, entry) for entry in more) for piece in spare)


_TELLING, _LONG = 3, 6


def _is_price(text: str, piece: Piece) -> bool:
    """Whether it looks like the whole part of an amount: a comma follows, and something else stands before it."""
    before, after = text[piece.start - 1 : piece.start], text[piece.end : piece.end + 2]
    return after[:1] == "," and after[1:].isdigit() and before not in (",", " ")


def _may_be(digits: str, entry: Entry) -> bool:
    forms = (entry.digits, entry.digits.lstrip("0"), *runs_of(entry.item.number))
    return any(
        form.startswith(digits)
        or form.endswith(digits)
        or digits in form[-_CUT:]
        or (len(form) >= _GLUED and digits.endswith(form))  # behind the cents of an amount
        or nearness(digits, form)
        for form in forms
    )


_GLUED = 5
_CUT = 6  # the end of a number, which may have been cut itself


def places_after(named: Sequence[Entry], entry: Entry, standing: Standing) -> int | None:
    """How many places behind the last of a list an item stands, where the list is in the order of the days or numbers.

    None: the list is in neither order, or the item is not behind it.
    """
    debts = [each for each in named if each.open > 0]
    if len(debts) < _SORTED:
        return None
    last, found = debts[-1], list[int]()
    if all(one.due <= other.due for one, other in pairwise(debts)) and last.key < entry.key:
        found.append(bisect_left(standing.keys, entry.key) - bisect_left(standing.keys, last.key))
    if all(one.digits < other.digits for one, other in pairwise(debts)) and last.digits < entry.digits:
        found.append(sum(last.digits < each.digits <= entry.digits for each in standing.debts))
    return min(found, default=None)


_SORTED = 3
