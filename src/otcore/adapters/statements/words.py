"""Words out of bank files: whatever a payer wrote, it must not keep a statement out."""

import re
from collections.abc import Iterable

from otcore.values import text

# What `values.text` refuses and a bank file lets through. Anybody who can pay can write it into a remittance line.
_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
_LIMIT = 1_000


def plain(raw: str) -> str:
    """A text on one line, blanks folded, signs that change how it reads replaced by U+FFFD.

    Raises `Invalid` TEXT_TOO_LONG above 1,000 characters (ISO 20022 allows 500 at most).
    """
    return text(_HOSTILE.sub(_REPLACEMENT, " ".join(raw.split())), "text", _LIMIT)


def kept_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Those lines that say something, blanks as they stand: where a bank breaks words, a blank at the edge of a line
    tells a word's end. Signs are replaced as in `plain`.
    """
    return tuple(text(_HOSTILE.sub(_REPLACEMENT, line), "text", _LIMIT) for line in lines if line.strip())


def plain_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Those lines that say something, each plain."""
    return tuple(filter(None, map(plain, lines)))
