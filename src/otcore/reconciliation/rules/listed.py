"""Digits beside a number with nothing between that separates: members of a list that were not understood."""

from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.words import is_listing
from otcore.reconciliation.reading import Reading


def beside(cite: Cite, reading: Reading) -> list[Piece]:
    """The runs of digits that name nothing and stand beside a named item, as in a list."""
    if cite.start < 0:
        return []
    return [
        piece
        for piece in reading.loose
        if not piece.dated and not _counts(reading.text, piece) and _joined(reading.text, cite, piece)
    ]


def _counts(text: str, piece: Piece) -> bool:
    """Whether it is an ordinal: a part of an amount, not of a list."""
    after = text[piece.end + 1 :].lstrip()
    return len(piece.digits) == 1 and text[piece.end : piece.end + 1] == "." and after[:1].isalpha()


def _joined(text: str, cite: Cite, piece: Piece) -> bool:
    if piece.start >= cite.end:
        return is_listing(text[cite.end : piece.start])
    return piece.end <= cite.start and is_listing(text[piece.end : cite.start])
