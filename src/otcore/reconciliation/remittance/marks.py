"""Where the codes of a text are, whichever way they are written."""

import re
from collections.abc import Iterator
from operator import attrgetter

from attrs import frozen

from otcore.reconciliation.remittance.codes import (
    APART,
    LABEL_ENDS,
    LABEL_WORDS,
    LABELS,
    LONGEST_LABEL,
    PLUS,
    SLASH,
    WORDS,
)
from otcore.reconciliation.remittance.parts import Part
from otcore.values.fast_init import fast_init

_CUT = re.compile("/([A-Z]{2,4})$")
_SEPARATORS = str.maketrans("/;,", "   ")


@fast_init
@frozen
class Mark:
    """A code: where it begins, where its value begins, the code as it is written, and what it tells."""

    start: int
    value: int
    code: str
    part: Part


def marks_in(text: str) -> list[Mark]:
    """The codes of a text, in their order.

    Labels are words that people write too: behind a code of a bank they are a part of what it introduces.
    """
    found = list(_plus(text)) if "+" in text else []
    if "/" in text:
        found += _slash(text)
    first = min((mark.start for mark in found), default=len(text))
    for end in LABEL_ENDS:
        if end in text:
            found += [mark for mark in _labels(text, end) if mark.start < first]
    return sorted(found, key=attrgetter("start"))


def _plus(text: str) -> Iterator[Mark]:
    end = text.find("+")
    while end > 0:
        for length in (4, 3):
            start = max(0, end - length)
            code = text[start:end].upper()
            part = PLUS.get(code)
            if part is not None and not (code in WORDS and text[start - 1 : start].isalpha()):
                yield Mark(start, end + 1, f"{code}+", part)
                break
        end = text.find("+", end + 1)


def _slash(text: str) -> list[Mark]:
    """Codes between slashes: the first is set apart from what stands before it; then texts follow codes."""
    found = list[Mark]()
    start = text.find("/")
    while start >= 0:
        end = text.find("/", start + 1)
        code = text[start + 1 : end] if end > 0 else ""
        part = SLASH.get(code)
        if part is not None and ((found and code not in APART) or _set_apart(text, start)):
            found.append(Mark(start, end + 1, f"/{code}/", part))
        start = end
    if found:
        found += _cut(text)
    return found


def _cut(text: str) -> Iterator[Mark]:
    """A code at the end of a text that was cut within it."""
    match = _CUT.search(text)
    if match and any(code.startswith(match[1]) for code in SLASH):
        yield Mark(match.start(), len(text), match[0], Part.OTHER)


def _set_apart(text: str, start: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum()


def _labels(text: str, sign: str) -> Iterator[Mark]:
    end = text.find(sign)
    while end >= 0:
        words = text[max(0, end - LONGEST_LABEL - 1) : end].upper().translate(_SEPARATORS).split(" ")
        for count in range(LABEL_WORDS, 0, -1):
            label = " ".join(words[-count:])
            part = LABELS.get(label)
            if part is not None:
                yield Mark(end - len(label), end + 1, label + sign, part)
                break
        end = text.find(sign, end + 1)
