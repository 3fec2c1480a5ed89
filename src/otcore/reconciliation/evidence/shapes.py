"""Whether digits that name nothing look like a number of the book: then something is meant that is not understood."""

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.pieces import Piece

_LONG = 6


def looks_ours(piece: Piece, book: Book) -> bool:
    """Whether a run of digits has the length and the beginning of numbers in the book.

    The beginning: what goes before the last four digits, as numbers that were given one after the other share it.
    """
    if piece.dated or len(piece.digits) < _LONG or len(piece.digits) not in book.numbers.lengths:
        return False
    return piece.digits[:-4] in book.numbers.beginnings
