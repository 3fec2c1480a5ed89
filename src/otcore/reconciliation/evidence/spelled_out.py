"""Numbers that are there sign by sign, letters too: words of the text, alone or joined, looked up in the book."""

import re
from collections.abc import Sequence

from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.weights import NUMBER_SPELLED, digits_weight
from otcore.reconciliation.index.numbers import STARTS, Numbers

_WORD = re.compile(r"[^\W_]+")
_JOINED = 6
_LONGEST = 35


def spelled_out(text: str, found: Sequence[Piece], numbers: Numbers) -> tuple[list[Cite], set[int]]:
    """Items whose number is there with every sign, and which runs of digits belong to their numbers."""
    cites: list[Cite] = []
    used: set[int] = set()
    if not numbers.starts:
        return cites, used
    words = [(word[0], word.start(), word.end()) for word in _WORD.finditer(text)]
    ends = 0
    for first, (word, start, _) in enumerate(words):
        if start < ends or word[:STARTS] not in numbers.starts:
            continue
        hit = _longest(first, words, numbers)
        if hit:
            number, ends = hit
            weight = digits_weight(len(number), NUMBER_SPELLED)
            entries = numbers.by_skeleton[number]
            cites += [Cite("NUMBER", entry, weight, text[start:ends], start, ends) for entry in entries]
            used.update(at for at, piece in enumerate(found) if start <= piece.start < ends)
    return cites, used


def _longest(first: int, words: Sequence[tuple[str, int, int]], numbers: Numbers) -> tuple[str, int] | None:
    number, best = "", None
    for word, _, end in words[first : first + _JOINED]:
        number += word
        if len(number) > _LONGEST:
            break
        if number in numbers.by_skeleton:
            best = number, end
    return best
