"""Texts in the form they are compared in, each character where it was, so that a find can be shown in the original."""

import re
from collections.abc import Iterable
from unicodedata import normalize

_MIXED = re.compile(r"(?<=[0-9])[OQILSBZ]+(?![A-Z])|(?<![A-Z])[OQILSBZ]+(?=[0-9])|(?<=[A-Z])OO+(?=[0-9])")
_DIGIT_FOR = str.maketrans("OQILSBZ", "0011582")


def canonical(text: str) -> str:
    """Upper case, compatibility forms resolved; every character stays where it was."""
    if text.isascii():
        return text.upper()
    return "".join(map(_one, text))


def unmixed(text: str) -> str:
    """Letters that are read for digits made digits, where they stand beside digits: `9O00l1` is `900011`."""
    return _MIXED.sub(lambda found: found[0].translate(_DIGIT_FOR), text)


def may_be_mixed(text: str, runs: Iterable[tuple[int, int]]) -> bool:
    """Whether a letter that is read for a digit stands right before or behind one of the runs of digits of a text."""
    return any(text[start - 1 : start] in _LETTERS or text[end : end + 1] in _LETTERS for start, end in runs)


_LETTERS = frozenset("OQILSBZ")


def _one(character: str) -> str:
    changed = normalize("NFKC", character).upper()
    return changed if len(changed) == 1 else character
