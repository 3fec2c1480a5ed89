"""Document numbers in a text: runs of digits joined over breaks, looked up in the book."""

from collections.abc import Iterator, Sequence

from otcore.reconciliation.evidence.aside import is_aside
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.spelled_out import spelled_out
from otcore.reconciliation.evidence.weights import (
    ASIDE,
    DATED,
    NUMBER_MOST,
    NUMBER_SPELLED,
    NUMBER_ZEROS,
    ORDER_MOST,
    digits_weight,
)
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.numbers import Numbers
from otcore.reconciliation.spelling.citing import skeleton

_JOINED = 6
_SHORTEST = 4


def cited_numbers(text: str, found: Sequence[Piece], numbers: Numbers) -> tuple[list[Cite], list[Piece]]:
    """The items that a canonical text names by their number, and the runs of digits that name nothing."""
    cites, used = spelled_out(text, found, numbers)
    compact = skeleton(text)
    for first in range(len(found)):
        if first in used:
            continue
        longest = _longest(first, found, numbers, compact, text)
        if longest is not None:
            last, hits = longest
            used.update(range(first, last + 1))
            cites += hits
    return cites, [piece for at, piece in enumerate(found) if at not in used]


def _longest(
    first: int, found: Sequence[Piece], numbers: Numbers, compact: str, text: str
) -> tuple[int, list[Cite]] | None:
    """The longest number that begins with this run: the last run of it, and the items that have it."""
    best = None
    for last, digits in _windows(first, found):
        hits = _hits(digits, numbers, compact, last > first)
        if hits:
            start, end = found[first].start, found[last].end
            less = DATED if all(piece.dated for piece in found[first : last + 1]) else 0
            less = ASIDE if not less and is_aside(text, start) else less
            best = last, [Cite(kind, entry, weight + less, text[start:end], start, end) for kind, entry, weight in hits]
    return best


def _windows(first: int, found: Sequence[Piece]) -> Iterator[tuple[int, str]]:
    digits = ""
    for last in range(first, min(first + _JOINED, len(found))):
        piece = found[last]
        if last > first and not piece.loose:
            return
        digits += piece.digits
        yield last, digits


def _hits(digits: str, numbers: Numbers, compact: str, joined: bool) -> list[tuple[str, Entry, int]]:
    if len(digits) < _SHORTEST:
        return []
    if len(digits) in numbers.lengths:
        if entries := numbers.by_digits.get(digits):
            return _spelled(entries, digits, compact)
        if entries := numbers.references.get(digits):
            return _said("REFERENCE_SAID", entries, digits, NUMBER_SPELLED)
        if entries := numbers.orders.get(digits):
            return _said("ORDER", entries, digits, ORDER_MOST)
    return _without_zeros(digits, numbers) if joined else []


def _spelled(entries: list[Entry], digits: str, compact: str) -> list[tuple[str, Entry, int]]:
    """Those of whose number every sign is there; else all that have the digits."""
    whole = [entry for entry in entries if entry.skeleton in compact]
    if whole:
        return [("NUMBER", entry, _spelled_weight(entry)) for entry in whole]
    return _said("NUMBER_DIGITS", entries, digits, NUMBER_MOST)


def _said(kind: str, entries: list[Entry], digits: str, most: int) -> list[tuple[str, Entry, int]]:
    return [(kind, entry, digits_weight(len(digits), most)) for entry in entries]


def _spelled_weight(entry: Entry) -> int:
    return digits_weight(len(entry.skeleton), NUMBER_SPELLED)


def _without_zeros(digits: str, numbers: Numbers) -> list[tuple[str, Entry, int]]:
    bare = digits.replace("0", "")
    if len(bare) < _SHORTEST:
        return []
    weight = digits_weight(len(digits)) + NUMBER_ZEROS
    return [
        ("NUMBER_ZEROS", entry, weight)
        for entry in numbers.by_zeroless.get(bare, ())
        if entry.tail and digits.endswith(entry.tail.lstrip("0")) and len(digits) < len(entry.digits)
    ]
