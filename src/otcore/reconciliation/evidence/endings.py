"""Numbers of which only the end is given: without their prefix, or as later members of a list."""

from collections.abc import Iterable, Iterator, Sequence

from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.weights import NUMBER_END_MOST, digits_weight
from otcore.reconciliation.index.numbers import ENDING, Numbers

_JOINED = 3
_LONGEST = 16


def cited_endings(
    text: str, loose: Sequence[Piece], numbers: Numbers, customers: Iterable[str], amount: int
) -> list[Cite]:
    """Open items that loose digits may name: those of these customers, and anybody's of exactly the amount.

    And items of these customers that were paid with exactly the amount: it may be paid twice.
    """
    whose = set(customers)
    return [
        Cite("NUMBER_END", entry, weight, text[start:end], start, end)
        for digits, weight, start, end in _runs(loose)
        for entry in numbers.ending(digits)
        if (entry.customer in whose or entry.open == amount) and (entry.open or amount in entry.paid)
    ]


def _runs(loose: Sequence[Piece]) -> Iterator[tuple[str, int, int, int]]:
    """Runs of digits, and runs that a break has torn apart."""
    for at, piece in enumerate(loose):
        digits = ""
        for last in range(at, min(at + _JOINED, len(loose))):
            other = loose[last]
            if other.dated or (last > at and not (other.loose and other.start - loose[last - 1].end == 1)):
                break
            digits += other.digits
            if ENDING <= len(digits) <= _LONGEST:
                weight = digits_weight(len(digits), NUMBER_END_MOST)
                yield digits, weight - _TORN * (last - at), piece.start, other.end


_TORN = 400
