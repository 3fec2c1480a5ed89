"""Which kinds of structured reference a text may be, and the forms that references are compared in."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from unicodedata import normalize

from otcore.values.references.belgian import is_belgian_reference
from otcore.values.references.danish import danish_identification, is_danish_reference
from otcore.values.references.dutch import is_dutch_reference
from otcore.values.references.finnish import is_finnish_reference
from otcore.values.references.iso_11649 import is_creditor_reference
from otcore.values.references.mod_11 import is_croatian_reference, is_slovenian_reference
from otcore.values.references.norwegian import is_norwegian_reference
from otcore.values.references.swedish import is_swedish_reference
from otcore.values.references.swiss import is_old_swiss_reference, is_swiss_reference


class ReferenceKind(StrEnum):
    """A kind of structured reference."""

    ISO_11649 = "iso_11649"
    BELGIAN = "belgian"
    SWISS = "swiss"
    SWISS_OLD = "swiss_old"
    FINNISH = "finnish"
    NORWEGIAN = "norwegian"
    SWEDISH = "swedish"
    DANISH = "danish"
    DUTCH = "dutch"
    SLOVENIAN = "slovenian"
    CROATIAN = "croatian"


CHECKS: Mapping[ReferenceKind, Callable[[str], bool]] = {
    ReferenceKind.ISO_11649: is_creditor_reference,
    ReferenceKind.BELGIAN: is_belgian_reference,
    ReferenceKind.SWISS: is_swiss_reference,
    ReferenceKind.SLOVENIAN: is_slovenian_reference,
    ReferenceKind.CROATIAN: is_croatian_reference,
    ReferenceKind.DUTCH: is_dutch_reference,
    ReferenceKind.SWISS_OLD: is_old_swiss_reference,
    ReferenceKind.DANISH: is_danish_reference,
    ReferenceKind.FINNISH: is_finnish_reference,
    ReferenceKind.NORWEGIAN: is_norwegian_reference,
    ReferenceKind.SWEDISH: is_swedish_reference,
}
"""What tells a kind, the most particular first."""

STRONG = frozenset(
    {
        ReferenceKind.ISO_11649,
        ReferenceKind.BELGIAN,
        ReferenceKind.SWISS,
        ReferenceKind.SLOVENIAN,
        ReferenceKind.CROATIAN,
    }
)
"""Kinds that a number seldom is by chance: of others, one number in ten or eleven of a fitting length is."""


_APART = re.compile("[^A-Z0-9]+")


def reference_kinds(text: str) -> tuple[ReferenceKind, ...]:
    """Every kind whose form and check digits the whole text has, the most particular first.

    A number is of several kinds at once when their check digits agree: the payee knows which it gave out.
    """
    return tuple(kind for kind, is_one in CHECKS.items() if is_one(text))


def normal_reference(text: str) -> str:
    """The form a reference is stored in: capitals and digits only; of an ISO 11649 creditor reference its body."""
    plain = _APART.sub("", normalize("NFKC", text).upper())
    return plain[4:] if is_creditor_reference(plain) else plain


def reference_key(text: str) -> str:
    """The form that two writings of one reference have in common.

    As `normal_reference`, and without what does not count: the zeros that fill a number up, the model before a
    Slovenian or Croatian one, the card and creditor around a Danish one.
    """
    normal = normal_reference(danish_identification(text) or text)
    if normal.startswith(("SI12", "HR01")) and (is_slovenian_reference(text) or is_croatian_reference(text)):
        normal = normal[4:]
    return normal.lstrip("0") or normal if normal.isdigit() else normal
