"""What a payment says about the invoices it pays: references and document numbers, in the form they are compared in."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

_APART = re.compile(r"[^A-Z0-9]+")
_SIGNS = dict.fromkeys(code for code in range(128) if _APART.match(chr(code)))
_LONGEST = 35
_PIECES = 4


def skeleton(text: str) -> str:
    """Upper case letters and digits only: `inv-2026/0001` and `INV 2026 0001` are the same number."""
    if text.isascii():  # by far the quicker way, for nearly all
        return text.upper().translate(_SIGNS)
    return _APART.sub("", normalize("NFKC", text).upper())


def cited(text: Iterable[str]) -> tuple[str, ...]:
    """Every number the text may name: each word, and up to four neighbours joined, as banks break numbers at any place.

    Each candidate has a digit and at most 35 characters; the order is that of the text, without repeats.
    """
    words = [word for word in _APART.split(normalize("NFKC", " ".join(text)).upper()) if word]
    return tuple(dict.fromkeys(_joined(words)))


def _joined(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        number = ""
        for word in words[start : start + _PIECES]:
            number += word
            if len(number) <= _LONGEST and any(character.isdigit() for character in number):
                yield number
