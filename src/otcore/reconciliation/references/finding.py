"""Structured references within free text, as payers write them: in groups, between marks, over the end of a line.

Only what its form gives away is taken for one: a prefix, marks, or a length that other numbers seldom have, with right
check digits. References that are just numbers (Finnish, Norwegian, Swedish) are found behind the word for them.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from otcore.reconciliation.decision import Span
from otcore.reconciliation.remittance.joined import join
from otcore.values.fast_init import fast_init
from otcore.values.references.kinds import CHECKS, ReferenceKind, normal_reference, reference_key

_GROUP = 4
_ALONE = re.compile(
    r"""
    (?<![A-Z0-9]) (?:
      (?P<iso_11649> RF \x20?[0-9]{2} (?:\x20?[A-Z0-9]){1,24} )
    | (?P<belgian> [0-9]{12} | [0-9]{3}[/\x20.][0-9]{4}[/\x20.][0-9]{5} | (?<=\+\+\+)[0-9/\x20]{12,19}(?=\+\+\+) )
    | (?P<swiss> [0-9]{27} | [0-9]{2}(?:\x20[0-9]{5}){5} | (?=[0-9\x20]{28}(?![0-9])) [0-9]+\x20[0-9]+ )
    | (?P<dutch> [0-9]{16} | [0-9]{4}(?:[\x20.][0-9]{4}){3} )
    | (?P<slovenian> SI12 \x20?[0-9]{2,13} )
    | (?P<croatian> HR01 \x20?[0-9][0-9-]{0,23}[0-9] )
    | (?P<danish> (?:71|75|04)< \x20?[0-9]{15,16} (?:\+[0-9]{7,8}<?)? )
    | (?:VIITE(?:NRO|NUMERO)?|REF\.?NR) [.:\x20]{0,3} (?P<finnish> [0-9]{1,5}(?:\x20?[0-9]{5}){0,3} )
    | KID(?:-?NR|-?NUMMER)? [.:\x20]{0,3} (?P<norwegian> [0-9]{2,25}-? )
    | OCR(?:-?NR|-?NUMMER)? [.:\x20]{0,3} (?P<swedish> [0-9]{2,25} )
    ) (?![A-Z0-9])
    """,
    re.VERBOSE,
)


@fast_init
@frozen
class StructuredReference:
    """A structured reference that a text states: its kind, where, and in which forms it is compared (`reference_key`)
    and stored (`normal_reference`).
    """

    kind: ReferenceKind
    key: str
    spans: tuple[Span, ...]
    normal: str


def structured_references(lines: Sequence[str]) -> tuple[StructuredReference, ...]:
    """The structured references in the lines of a text, with right check digits, in their order."""
    joined = join(lines)
    return tuple(
        StructuredReference(kind, reference_key(text), joined.spans(start, start + len(text)), normal_reference(text))
        for kind, start, text in _found(joined.text)
    )


def _found(text: str) -> Iterator[tuple[ReferenceKind, int, str]]:
    capitals = text.upper()
    if len(capitals) != len(text):  # a sign that is two in capitals would move the places
        capitals = text
    for match in _ALONE.finditer(capitals):
        kind = ReferenceKind(str(match.lastgroup))
        said = match[kind.value]
        known = _creditor_reference(said) if kind is ReferenceKind.ISO_11649 else said
        if known and CHECKS[kind](known):
            yield kind, match.start(kind.value), known


def _creditor_reference(said: str) -> str:
    """The creditor reference that these words begin with; as printed, its groups have four signs.

    Words that follow are taken off one by one; groups that are printed so are kept together.
    """
    ends = [match.start() for match in re.finditer(r" |$", said)]
    right = [said[:end] for end in ends if CHECKS[ReferenceKind.ISO_11649](said[:end])]
    printed = [each for each in right if _in_groups(each)]
    return printed[-1] if printed else "".join(right[:1])


def _in_groups(said: str) -> bool:
    *groups, last = said.split(" ")
    return bool(groups) and all(len(group) == _GROUP for group in groups) and len(last) <= _GROUP
