"""The structured reference that an invoice asks its payer to repeat."""

from otcore.values.references.iso_11649 import creditor_reference, is_creditor_reference

__all__ = ["creditor_reference", "is_creditor_reference"]
