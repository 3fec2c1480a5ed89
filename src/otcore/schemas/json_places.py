"""Where things stand in a JSON text: a walk over its tokens that knows pointers and lines.

The text is known to be well formed: `json` has read it. The walk is slower, so it is taken only when a place is asked
for.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping

from attrs import define, field, frozen

from otcore.schemas.limits import INTEGER_DIGITS
from otcore.schemas.pointers import parents, step
from otcore.values.faults import Fault

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}:,]|[^\s\[\]{}:,"]++', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})
_INTEGER = re.compile(r"-?[0-9]+")


@frozen
class Place:
    """One value: its JSON pointer, where its text begins, its first token, and its name where it is a member.

    `again`: a member of the same object had the same name before.
    """

    pointer: str
    start: int
    token: str
    name: str = ""
    again: bool = False


@define
class _Open:
    """An object or list that is being read."""

    pointer: str
    named: bool
    index: int = 0
    name: str | None = None
    again: bool = False
    seen: set[str] = field(factory=set)

    def comma(self) -> None:
        self.index += 1
        self.name = None

    def call(self, name: str) -> None:
        self.again = name in self.seen
        self.seen.add(name)
        self.name = name

    def place(self, start: int, token: str) -> Place:
        here = self.pointer + step(self.index if self.name is None else self.name)
        return Place(here, start, token, self.name or "", self.again)


def places(text: str) -> Iterator[Place]:
    """Every value of the document, outer before inner, in the order of the text."""
    within: list[_Open] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in "]}":
            within.pop()
        elif token == ",":
            within[-1].comma()
        elif token[0] == '"' and within and within[-1].named and within[-1].name is None:
            within[-1].call(json.loads(token))
        elif token != ":":
            place = within[-1].place(match.start(), token) if within else Place("", match.start(), token)
            yield place
            if token in "[{":
                within.append(_Open(place.pointer, token == "{"))


def doubts_of(text: str) -> Iterator[Fault]:
    """What a careless reader would take: members named twice, NaN, endless integers, lone surrogates."""
    for place in places(text):
        if place.again:
            yield Fault("JSON_MEMBER_TWICE", "the same name stands in this object before", place.pointer)
        if place.token in _NOT_FINITE:
            yield Fault("JSON_NOT_FINITE", f"{place.token} is not a number", place.pointer)
        elif len(place.token) > INTEGER_DIGITS and _INTEGER.fullmatch(place.token):
            yield Fault("JSON_NUMBER_TOO_LONG", f"more than {INTEGER_DIGITS} digits", place.pointer)
        if _has_surrogate(place):
            yield Fault("TEXT_FORMAT", "a lone surrogate is no character", place.pointer)


def lines_of(text: str, pointers: Collection[str]) -> Mapping[str, int]:
    """The line (from 1) of each value asked for; of the nearest one around it when there is no such value."""
    around = {pointer: parents(pointer) for pointer in pointers}
    wanted = {outer for outers in around.values() for outer in outers}
    found: dict[str, int] = {}
    line, counted = 1, 0
    for place in places(text):
        if place.pointer in wanted:
            line += text.count("\n", counted, place.start)
            counted = place.start
            found[place.pointer] = line
    return {pointer: next(found[outer] for outer in outers if outer in found) for pointer, outers in around.items()}


def _has_surrogate(place: Place) -> bool:
    text = place.name + (json.loads(place.token) if place.token[0] == '"' else "")
    return _SURROGATE.search(text) is not None
