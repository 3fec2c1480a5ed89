"""Digits beside a number with nothing between that separates: members of a list that were not understood."""

from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.listing import listed_with
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.reading import Reading

PARTLY = ("NUMBER_END", "NUMBER_NEAR")
"""Kinds of names that are not the whole number."""


def beside(cite: Cite, reading: Reading) -> list[Piece]:
    """The runs of digits in a list with a named item that name no other item of its customer with all their signs."""
    if cite.start < 0:
        return []
    named = [
        (each.start, each.end)
        for each in reading.cites
        if each.entry.customer == cite.entry.customer and each.kind not in PARTLY
    ]
    found = listed_with(reading.text, (cite.start, cite.end), reading.pieces, named)
    return [piece for piece in found if not _counts(reading.text, piece)]


def _counts(text: str, piece: Piece) -> bool:
    """Whether it is an ordinal: a part of an amount, not of a list."""
    after = text[piece.end + 1 :].lstrip()
    return len(piece.digits) == 1 and text[piece.end : piece.end + 1] == "." and after[:1].isalpha()
