"""Runs of digits in one list with a number: nothing stands between them but signs and words that join."""

import re
from collections.abc import Iterator, Sequence

from otcore.reconciliation.evidence.aside import is_aside
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.words import is_listing

Place = tuple[int, int]
"""Where something begins in a text, and where it ends."""


FIELDS = " \n  "
"""What stands between the fields of a remittance text."""
_OTHER = re.compile(r"[0-9]{5} [^\W\d_]{4,}|20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])")
"""A postal code with its place; a day."""
_TAX_ID = re.compile(r"(?<!\w)[A-Z]{2}$")


def listed_with(text: str, place: Place, found: Sequence[Piece], named: Sequence[Place]) -> list[Piece]:
    """The runs of digits in one list with the number at `place`, in their order.

    `named`: places of other numbers, which are understood. Days and amounts beside the numbers are passed over.
    """
    start, end = place
    ahead = [piece for piece in found if piece.start >= end]
    behind = [piece for piece in reversed(found) if piece.end <= start]
    return [*_row(text, place, behind, named), *_row(text, place, ahead, named)]


def _is_tax_id(text: str, piece: Piece) -> bool:
    return len(piece.digits) in _TAX_DIGITS and _TAX_ID.search(text, max(0, piece.start - 3), piece.start) is not None


_TAX_DIGITS = range(8, 13)


def _row(text: str, place: Place, found: Sequence[Piece], named: Sequence[Place]) -> Iterator[Piece]:
    start, end = place
    for piece in found:
        if start <= piece.start < end:  # a further run of the number before
            continue
        known = next((each for each in named if each[0] <= piece.start < each[1]), None)
        first, last = known or (piece.start, piece.end)
        between = text[end:first] if first >= end else text[last:start]
        if FIELDS in between or not is_listing(between):
            return
        if not known and (_OTHER.match(text, first) or is_aside(text, first) or _is_tax_id(text, piece)):
            return
        if not (known or piece.dated):
            yield piece
        start, end = first, last
