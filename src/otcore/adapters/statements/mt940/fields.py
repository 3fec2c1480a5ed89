"""A SWIFT text file cut into messages, and each message into its fields.

A field begins with a line `:61:...`; lines that begin with no tag of these messages go on with it. A message begins
with `:20:` and ends with a line `-`, or where the next one begins. Between messages stand the headers of the transport.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from otcore.adapters.statements.decoding import lines_of
from otcore.adapters.xml.place import place
from otcore.values import Invalid

_TAG = re.compile(r":(20|21|25P?|28C?|60[FM]|61|86|62[FM]|64|65|NS|34F|13D?|90[CD]):(.*)", re.DOTALL)
_END = re.compile(r"-(?:\}.*|\x03|XXX)?\s*")
_HEADER = re.compile(r"\s*|\{[1-5]:.*|[\x01-\x1f]*|:?[A-Z0-9][A-Z0-9 ]{0,40}:?\s*")
# A time of day that a line break cut off: "16" / ":26:37". Only in a text, and no message has such a value there.
_TIME = re.compile(r"[0-5][0-9](?!\w)")
_TIMELIKE = frozenset({"20", "21", "25", "28"})
_TEXTS = frozenset({"61", "86"})
_MOST_LINES = 1_000


@frozen
class Field:
    """A field: its tag, its lines (the first without the tag) and the line of the file that it begins in."""

    tag: str
    lines: tuple[str, ...]
    line: int
    source: str = ""

    @property
    def first(self) -> str:
        """Its first line, without the blanks around it."""
        return self.lines[0].strip()

    def fault(self, code: str, message: str, **facts: object) -> Invalid:
        """An error about this field, to be raised."""
        return Invalid.one(code, message, self.place, tag=self.tag, **facts)

    @property
    def place(self) -> str:
        """File, line and tag, as faults have them."""
        return place(self.source, self.line, path=f":{self.tag}:")


def messages_of(text: str, source: str) -> Iterator[tuple[Field, ...]]:
    """The messages of a file, each from its `:20:`.

    Raises `Invalid` MT940_FIELD for a line that belongs to no message and is no header, so that none is lost.
    """
    message: list[Field] = []
    for number, line in enumerate(lines_of(text), 1):
        found = _TAG.fullmatch(line)
        if found and found[1] == "20" and not _goes_on(message, found):
            yield from _closed(message)
            message = [Field("20", (found[2],), number, source)]
        elif _END.fullmatch(line):
            yield from _closed(message)
            message = []
        elif not message:
            _refuse_stray(line, number, source)
        elif found and not _goes_on(message, found):
            message.append(Field(found[1], (found[2],), number, source))
        else:
            message[-1] = _longer(message[-1], line)
    yield from _closed(message)


def _longer(field: Field, line: str) -> Field:
    if len(field.lines) >= _MOST_LINES:
        raise field.fault("MT940_FIELD", f"the field has more than {_MOST_LINES} lines")
    return Field(field.tag, (*field.lines, line), field.line, field.source)


def _closed(message: list[Field]) -> Iterator[tuple[Field, ...]]:
    if message:
        yield tuple(message)


def _goes_on(message: list[Field], found: "re.Match[str]") -> bool:
    """Whether what looks like a tag is a piece of the text before it."""
    return bool(message) and message[-1].tag in _TEXTS and found[1] in _TIMELIKE and _TIME.match(found[2]) is not None


def _refuse_stray(line: str, number: int, source: str) -> None:
    found = _TAG.fullmatch(line)
    if found:
        message = f"a field :{found[1]}: stands outside of any statement"
        raise Invalid.one("MT940_FIELD", message, place(source, number), tag=found[1])
    if not _HEADER.fullmatch(line):
        message = f"{line[:40]!a} belongs to no statement"
        raise Invalid.one("MT940_FIELD", message, place(source, number))
