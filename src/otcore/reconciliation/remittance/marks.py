"""Where the codes of a text are, whichever way they are written."""

import re
from collections.abc import Iterator
from operator import attrgetter

from attrs import frozen

from otcore.reconciliation.remittance.codes import (
    APART,
    LABEL_ENDS,
    LABEL_ROOM,
    LABEL_WORDS,
    LABELS,
    PLUS,
    SLASH,
    WORDS,
)
from otcore.reconciliation.remittance.parts import Part
from otcore.values.fast_init import fast_init

_CUT = re.compile("/([A-Z]{2,4})$")
_LONGEST_SLASH = 6
_START = attrgetter("start")
_WORD = re.compile(r"[^\s/;,:=#]+")


@fast_init
@frozen
class Mark:
    """A code: where it begins, where its value begins, the code as it is known, and what it tells."""

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
    first = min([mark.start for mark in found], default=len(text))
    for end in LABEL_ENDS:
        if end in text:
            found += [mark for mark in _labels(text, end) if mark.start < first]
    if len(found) > 1:
        found.sort(key=_START)
    return found


def _plus(text: str) -> Iterator[Mark]:
    """Codes before a plus sign; a bank may have broken one, and put a blank there."""
    end = text.find("+")
    while end > 0:
        for length in (4, 3, 5):
            start = max(0, end - length)
            code = _compact(text[start:end].upper())
            part = PLUS.get(code) if len(code) >= length - 1 else None
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
        code = text[start + 1 : end] if 0 < end <= start + _LONGEST_SLASH else ""
        part = SLASH.get(code) or SLASH.get(code := _compact(code))
        if part is not None and ((found and code not in APART) or _set_apart(text, start)):
            found.append(Mark(start, end + 1, f"/{code}/", part))
        start = end
    if found:
        found += _cut(text)
    return found


def _compact(code: str) -> str:
    """Without the blank that a bank put where it broke it."""
    return code if code.isalnum() else "".join(code.split())


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
        begin = max(0, end - LABEL_ROOM)
        words = list(_WORD.finditer(text, begin, end))[-LABEL_WORDS:]
        for first in range(len(words)):
            label = "".join(word.group() for word in words[first:]).upper()
            part = LABELS.get(label)
            if part is not None and _set_apart(text, words[first].start()):
                yield Mark(words[first].start(), end + 1, label + sign, part)
                break
        end = text.find(sign, end + 1)
