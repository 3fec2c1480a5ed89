"""The structured `:86:` of German and many other banks: a business code, and subfields `?20` to `?63`.

The bank breaks the text wherever 27 characters (a subfield) or 65 (a line) are full, within words too. So lines are
put together without a blank, and a full subfield and the next one as well. What fills no line was ended on purpose.
"""

import re

from attrs import frozen

_STRUCTURED = re.compile(r"\s*([0-9]{3})([^0-9A-Za-z\s])(?=[0-9]{2})")
FULL = 27
_TEXT = (*map(str, range(20, 30)), *map(str, range(60, 64)))
_NAME = ("32", "33")


@frozen
class Structured:
    """The business code (GVC) and the subfields by number, as written, in the order of the field."""

    code: str
    parts: tuple[tuple[str, str], ...]

    def part(self, number: str) -> str:
        """The subfield, or several of that number together."""
        return joined(tuple(text for key, text in self.parts if key == number)).strip()

    @property
    def text(self) -> tuple[str, ...]:
        """The lines of remittance information, as the bank broke them."""
        return tuple(text for key, text in self.parts if key in _TEXT)

    @property
    def broken_text(self) -> tuple[str, ...]:
        """The same with an empty line where `?60` does not go on from `?29`."""
        lines: list[str] = []
        last = ""
        for key, text in self.parts:
            if key in _TEXT:
                lines += ["", text] if key == "60" and last != "29" else [text]
            last = key
        return tuple(lines)

    @property
    def name(self) -> str:
        """The name of the other party."""
        return joined(tuple(text for key, text in self.parts if key in _NAME)).strip()

    @property
    def rest(self) -> tuple[str, ...]:
        """What belongs to no other: booking text, journal number, and whatever a bank adds."""
        known = {*_TEXT, *_NAME, "30", "31", "34", "38"}
        return tuple(text for key, text in self.parts if key not in known)


def structured_of(lines: tuple[str, ...]) -> Structured | None:
    """The subfields of a `:86:`; None when it is not structured."""
    text = "".join(lines)
    found = _STRUCTURED.match(text)
    if found is None:
        return None
    pieces = re.split(re.escape(found[2]) + "([0-9]{2})", text[found.end(1) :])
    return Structured(found[1], tuple(zip(pieces[1::2], pieces[2::2], strict=True)))


def joined(lines: tuple[str, ...]) -> str:
    """Lines as one text: after a full line without a blank, else with one where none is."""
    text = ""
    for number, line in enumerate(lines):
        broken = number == 0 or len(lines[number - 1]) >= FULL
        text += line if broken or text.endswith(" ") or line.startswith(" ") else f" {line}"
    return text
