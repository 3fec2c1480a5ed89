"""The numbered subfields of field 86 as German banks write it: "166?00GUTSCHRIFT?20SVWZ+...?32NAME".

Source: DFÜ-Abkommen, appendix 3, chapter 8. The three digits in front are the kind of transaction; the sign before each
number is the bank's choice.
"""

import re
from collections.abc import Iterator, Sequence

from otcore.reconciliation.remittance.codes import SUBFIELDS
from otcore.reconciliation.remittance.joined import Joined, concatenated, unbroken
from otcore.reconciliation.remittance.parts import Part

_FIRST = re.compile(r"\s*(?:[0-9]{3})?([^\w\s/.,:+-])(?=(?:0|1|2)0)")


def subfields_of(lines: Sequence[str]) -> list[tuple[str, Part, Joined]]:
    """The first code, part and text of each kind of subfield, those of one kind joined; none where the text has none.

    Lines break such a field at any sign, so nothing is put between them.
    """
    first = _FIRST.match(lines[0]) if lines else None
    if first is None:
        return []
    joined = unbroken(lines)
    found: dict[Part, list[tuple[str, Joined]]] = {}
    for code, start, end in _marked(joined.text, first[1]):
        found.setdefault(SUBFIELDS[code], []).append((first[1] + code, joined.part(start, end)))
    return [(these[0][0], part, concatenated(text for _, text in these)) for part, these in found.items()]


def _marked(text: str, sign: str) -> Iterator[tuple[str, int, int]]:
    """Each number with the beginning and end of its value."""
    marks = [mark for mark in re.finditer(re.escape(sign) + "([0-9]{2})", text) if mark[1] in SUBFIELDS]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        yield mark[1], mark.end(), end
