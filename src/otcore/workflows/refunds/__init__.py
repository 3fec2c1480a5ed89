"""Refunds: the money set aside, approved, ordered from the bank, and here again when it does not arrive."""
