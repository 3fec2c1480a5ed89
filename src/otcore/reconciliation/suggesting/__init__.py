"""Explanations for people: what may well be meant, and is never posted on that alone."""

from otcore.reconciliation.suggesting.cut_lists import cut_lists
from otcore.reconciliation.suggesting.falling_due import falling_due
from otcore.reconciliation.suggesting.few_items import few_items
from otcore.reconciliation.suggesting.oldest_items import oldest_items

SUGGESTING = (cut_lists, oldest_items, few_items, falling_due)
"""Rules that are asked only where nothing is posted."""

__all__ = ["SUGGESTING"]
