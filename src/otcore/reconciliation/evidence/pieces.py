"""The pieces of a text that numbers are made of: runs of digits, with what stands between them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from otcore.values.fast_init import fast_init

_DIGITS = re.compile(r"[0-9]+")
_DATES = re.compile(
    r"(?:[0-3]?[0-9][./-] ?[01]?[0-9][./-] ?(?:20)?[0-9] ?[0-9]|20[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
)
_AMOUNTS = re.compile(
    r"\b(?:[A-Z]{3} ?(?:[0-9]{1,3}(?:[.,' ][0-9]{3})+|[0-9]+)[.,]|(?:[0-9]{1,3}(?:[.' ][0-9]{3})+|[0-9]+),)[0-9]{2}\b"
    r"(?![./-]?[0-9])"
)
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
    runs = [run.span() for run in _DIGITS.finditer(text)]
    aside = _aside(text, runs)
    found: list[Piece] = []
    last = -9
    for start, end in runs:
        loose = start - last <= _NEAR and not _has_letter(text[last:start])
        dated = bool(aside) and any(low <= start < high for low, high in aside)
        found.append(Piece(text[start:end], start, end, loose, dated))
        last = end
    return found


_NEAR = 3


@lru_cache(maxsize=1024)
def _has_letter(between: str) -> bool:
    return _LETTERS.search(between) is not None


def _aside(text: str, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where dates and amounts are. Both begin or end with short runs of digits, which are looked for first."""
    aside = list(_dates(text, runs))
    if any(end - start == _CENTS and text[start - 1 : start] in _POINTS for start, end in runs):
        aside += [each.span() for each in _AMOUNTS.finditer(text)]
    return aside


_CENTS = 2
_POINTS = (".", ",")


def _dates(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    after = 0
    for start, end in runs:
        if start >= after and text[end : end + 1] in _PARTED:
            date = _DATES.match(text, start)
            if date:
                after = date.end()
                yield start, after


_PARTED = (".", "/", "-")
