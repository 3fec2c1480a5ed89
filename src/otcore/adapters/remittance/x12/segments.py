"""The segments of an X12 interchange: what separates them is told by the ISA segment, which has a fixed length.

Source: ASC X12.5, "Interchange control structures", and X12.6, "Application control structure": ISA has 16 elements of
fixed lengths; the sign after "ISA" separates elements, the last element (ISA16) components, and the sign behind it ends
segments. Line ends between and within segments are for people.
"""

from collections.abc import Iterator

from attrs import frozen

from otcore.adapters.xml.place import place
from otcore.schemas.decoding import decoded
from otcore.schemas.limits import LONG_TEXT
from otcore.values.faults import Invalid

SEGMENTS = 250_000
"""What has more segments is refused."""

_LENGTHS = (3, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1)
_ISA = sum(_LENGTHS) + len(_LENGTHS) - 1
_BREAKS = str.maketrans("", "", "\r\n")


@frozen
class Segment:
    """A segment: its name, its elements, where it stands, and how it is written (with asterisks between elements)."""

    name: str
    elements: tuple[str, ...]
    source: str
    line: int
    number: int
    text: str

    def get(self, element: int) -> str:
        """An element (the first is 1), without blanks around it; "" when it is not there."""
        return self.elements[element - 1].strip() if element <= len(self.elements) else ""

    def need(self, element: int) -> str:
        """An element that has to be there. Raises `Invalid` X12_ELEMENT."""
        found = self.get(element)
        if not found:
            raise self.fault("X12_ELEMENT", "the element is missing", element)
        return found

    def fault(self, code: str, message: str, element: int = 0) -> Invalid:
        """A fault here: "820.edi line 4 segment 4 RMR04"."""
        where = f"segment {self.number} {self.name}{f'{element:02}' if element else ''}"
        return Invalid.one(code, message, place(self.source, self.line, path=where))


def segments_of(data: bytes, source: str = "") -> Iterator[Segment]:
    """The segments of a file of one or more interchanges, each read by its own separators, while they are asked for.

    Raises `Invalid`: the codes of `decoded`; X12_ISA for an interchange that does not begin with an ISA segment of the
    standard's lengths; X12_SEGMENT for a segment without end, or with signs that are not seen, and for too many.
    """
    try:
        text = decoded(data)
    except Invalid as error:
        raise error.at(source) from None
    return _segments(text, source)


def _segments(text: str, source: str) -> Iterator[Segment]:
    signs, number, line = "", 0, 1
    at = _next(text, 0)
    line += text.count("\n", 0, at)
    while at < len(text):
        number += 1
        if text.startswith("ISA", at):
            signs = _signs(text[at : at + _ISA + 1]) or _signs(_unwrapped(text[at : at + 2 * _ISA]))
        end = text.find(signs[1], at) if signs else -1
        if end < 0:
            yield _broken(text[at:], source, line, number, signs)
        name, *elements = _unwrapped(text[at:end]).split(signs[0])
        written = "*".join((name, *elements))
        segment = Segment(name, tuple(elements), source, line, number, written)
        if not written.isprintable() or len(written) > LONG_TEXT:
            raise segment.fault("X12_SEGMENT", f"more than {LONG_TEXT} signs, or one that is not seen")
        if number > SEGMENTS:
            raise segment.fault("X12_SEGMENT", f"more than {SEGMENTS} segments in one file")
        yield segment
        following = _next(text, end + 1)
        line += text.count("\n", at, following)
        at = following


def _next(text: str, at: int) -> int:
    """Where the next segment begins: blanks and line ends between segments are none."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _signs(isa: str) -> str:
    """What separates elements and what ends segments; "" when these are not an ISA segment and its end."""
    separator, end = isa[3:4], isa[_ISA : _ISA + 1]
    lengths = tuple(map(len, isa[:_ISA].split(separator))) if separator else ()
    fits = lengths == _LENGTHS and end and not any(map(str.isalnum, separator + end))
    return separator + end if fits else ""


def _unwrapped(text: str) -> str:
    """Without the line ends that a program put in to have short lines."""
    return text.translate(_BREAKS)


def _broken(rest: str, source: str, line: int, number: int, signs: str) -> Segment:
    found = Segment(rest[:3], (), source, line, number, rest[:_ISA])
    if signs:
        raise found.fault("X12_SEGMENT", f"the segment has no end: there is no {signs[1]!a} behind it")
    raise found.fault("X12_ISA", "an interchange begins with an ISA segment of 16 elements in 106 signs")
