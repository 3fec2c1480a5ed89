"""Structured references as payments state them: in a field of their own, or anywhere in the text."""

from otcore.reconciliation.references.finding import StructuredReference, structured_references
from otcore.values.references import STRONG, ReferenceKind, normal_reference, reference_key, reference_kinds

__all__ = [
    "STRONG",
    "ReferenceKind",
    "StructuredReference",
    "normal_reference",
    "reference_key",
    "reference_kinds",
    "structured_references",
]
