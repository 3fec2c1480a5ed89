"""Structured payment references with check digits: one module a standard."""

from otcore.values.references.belgian import belgian_reference, is_belgian_reference
from otcore.values.references.danish import danish_reference, is_danish_reference
from otcore.values.references.dutch import dutch_reference, is_dutch_reference
from otcore.values.references.finnish import finnish_reference, is_finnish_reference
from otcore.values.references.iso_11649 import creditor_reference, is_creditor_reference
from otcore.values.references.kinds import STRONG, ReferenceKind, normal_reference, reference_key, reference_kinds
from otcore.values.references.mod_11 import (
    croatian_reference,
    is_croatian_reference,
    is_slovenian_reference,
    slovenian_reference,
)
from otcore.values.references.norwegian import is_norwegian_reference, norwegian_reference
from otcore.values.references.swedish import has_length_digit, is_swedish_reference, swedish_reference
from otcore.values.references.swiss import is_old_swiss_reference, is_swiss_reference, swiss_reference

__all__ = [
    "STRONG",
    "ReferenceKind",
    "belgian_reference",
    "creditor_reference",
    "croatian_reference",
    "danish_reference",
    "dutch_reference",
    "finnish_reference",
    "has_length_digit",
    "is_belgian_reference",
    "is_creditor_reference",
    "is_croatian_reference",
    "is_danish_reference",
    "is_dutch_reference",
    "is_finnish_reference",
    "is_norwegian_reference",
    "is_old_swiss_reference",
    "is_slovenian_reference",
    "is_swedish_reference",
    "is_swiss_reference",
    "normal_reference",
    "norwegian_reference",
    "reference_key",
    "reference_kinds",
    "slovenian_reference",
    "swedish_reference",
    "swiss_reference",
]
