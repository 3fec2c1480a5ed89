"""What a check finds: differences, and what they come to for a document."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from attrs import frozen


class Tolerance(StrEnum):
    """How far a stated figure may be from the calculated one.

    STRICT: not at all; a figure is the exact result, or that result rounded once. OFFICIAL: as far as the official
    schematrons let it be, rule by rule.
    """

    STRICT = "strict"
    OFFICIAL = "official"


class Verdict(StrEnum):
    """What a document is found to be.

    EXACT: every stated figure follows from the others. DIFFERS: some figure does not. INVALID: a figure that must be
    there is missing, stands twice or is no number. UNREADABLE: not an invoice that can be read at all.
    """

    EXACT = "exact"
    DIFFERS = "differs"
    INVALID = "invalid"
    UNREADABLE = "unreadable"


@frozen
class Difference:
    """A figure that does not follow.

    `rule` is the id of the EN 16931, Peppol or XRechnung rule that it breaks. `stated` is the figure as the document
    writes it, None when it is missing; `calculated` is what the rule gives, None when that cannot be known. `path` is
    where the figure stands or would stand, `line` the line of the file (0: not known).
    """

    rule: str
    path: str
    stated: str | None
    calculated: Decimal | None
    line: int = 0


_PRESENCE = (5, 12, 13, 14, 15, 16, 22, 24, 26, 31, 36, 41, 43, 45, 46, 48, 53)

INVALIDATING = frozenset(
    (*(f"BR-{number:02}" for number in _PRESENCE), "BR-DEX-11", "NUMBER_FORMAT", "NUMBER_TOO_LONG", "XML_REPEATED")
)
"""The rules that say not that a figure is wrong, but that it (or every line) is missing, repeated or no number."""


def verdict_of(differences: Iterable[Difference]) -> Verdict:
    """What the differences of a document that was read come to."""
    rules = {difference.rule for difference in differences}
    if rules & INVALIDATING:
        return Verdict.INVALID
    return Verdict.DIFFERS if rules else Verdict.EXACT
