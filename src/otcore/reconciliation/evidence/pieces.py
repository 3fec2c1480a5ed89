"""The pieces of a text that numbers are made of: runs of digits, with what stands between them."""

import re

from attrs import frozen

from otcore.values.fast_init import fast_init

_DIGITS = re.compile(r"[0-9]+")
_DATES = re.compile(
    r"(?<![0-9])(?:[0-3]?[0-9][./-] ?[01]?[0-9][./-] ?(?:20)?[0-9] ?[0-9]|20[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
)
_AMOUNTS = re.compile(r"(?:\b[A-Z]{3} ?[0-9][0-9.,' ]*[.,][0-9]{2}\b)|(?:\b[0-9][0-9.' ]*,[0-9]{2}\b)")
_LETTERS = re.compile(r"[^\W\d_]")


@fast_init
@frozen
class Piece:
    """A run of digits at text[start:end]; `loose`: nothing but a sign or two stands between it and the run before."""

    digits: str
    start: int
    end: int
    loose: bool
    dated: bool


def pieces(text: str) -> list[Piece]:
    """Every run of digits in a canonical text; `dated`: it is part of a date or of a stated amount."""
    aside = _aside(text)
    found: list[Piece] = []
    last = -9
    for run in _DIGITS.finditer(text):
        start, end = run.span()
        between = text[last:start] if start - last <= _NEAR else None
        loose = between is not None and not _LETTERS.search(between)
        dated = any(low <= start < high for low, high in aside)
        found.append(Piece(run[0], start, end, loose, dated))
        last = end
    return found


_NEAR = 3


def _aside(text: str) -> list[tuple[int, int]]:
    return [each.span() for shape in (_DATES, _AMOUNTS) for each in shape.finditer(text)]
