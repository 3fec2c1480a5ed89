"""The lines of a text as one, and the way back from a place in it to the lines."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from otcore.reconciliation.decision import Span
from otcore.values.fast_init import fast_init

_CODE = re.compile(r"/[A-Z]{2,4}/|[A-Z]{3,4}\+")

Piece = tuple[int, int, int, int]
"""Where a piece begins in the joined text, its line, where it begins there, and its length."""

FULL = frozenset({27, 35, 61, 65, 140})
"""How long a line is that a bank broke for want of room: it goes on in the next one, at the same word.

27: subfields of the German field 86; 35: SWIFT; 65: field 86, of which the first may have its tag of four signs within;
140: unstructured remittance information in ISO 20022.
"""

NEVER: frozenset[int] = frozenset()
"""No length: every text stands by itself."""


@fast_init
@frozen
class Joined:
    """A text and the pieces of lines that it was made of."""

    text: str
    pieces: tuple[Piece, ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where `text[start:end]` stands in the lines; blanks put in by joining stand nowhere."""
        return tuple(Span(line, begin, begin + length) for _, line, begin, length in self._within(start, end))

    def span(self, start: int, end: int) -> Span | None:
        """The first of `spans`."""
        for _, line, begin, length in self._within(start, end):
            return Span(line, begin, begin + length)
        return None

    def part(self, start: int, end: int) -> "Joined":
        """The text from `start` to `end`, which knows where it came from."""
        return Joined(self.text[start:end], tuple(self._within(start, end)))

    def _within(self, start: int, end: int) -> Iterator[Piece]:
        for at, line, begin, length in self.pieces:
            first, last = max(start, at), min(end, at + length)
            if first < last:
                yield first - start, line, begin + first - at, last - first


def join(lines: Sequence[str]) -> Joined:
    """The lines as one text: a line that is full runs on into the next, others are set off by a blank."""
    if len(lines) == 1 and "\n" not in lines[0]:
        return Joined(lines[0], ((0, 0, 0, len(lines[0])),))
    return concatenated(_each(lines))


def unbroken(lines: Sequence[str]) -> Joined:
    """The lines as one text, with nothing between them."""
    return concatenated(_each(lines), apart="")


def concatenated(parts: Iterable[Joined], apart: str = " ", full: frozenset[int] = FULL) -> Joined:
    """Several texts as one; `apart` stands behind each that does not run on, as those of the lengths of `full` do where
    no code follows.
    """
    text, pieces, before = "", list[Piece](), ""
    for part in parts:
        if text and (len(before) not in full or _CODE.match(part.text)):
            text += apart
        pieces += [(len(text) + at, line, begin, length) for at, line, begin, length in part.pieces]
        text += part.text
        before = part.text
    return Joined(text, tuple(pieces))


def _each(lines: Sequence[str]) -> Iterator[Joined]:
    """Each line, those of a text that holds several too."""
    for number, text in enumerate(lines):
        at = 0
        for line in text.split("\n"):
            yield Joined(line, ((0, number, at, len(line)),))
            at += len(line) + 1
