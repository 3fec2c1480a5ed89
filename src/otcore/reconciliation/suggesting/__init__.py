"""Explanations for people: what may well be meant, and is never posted on that alone."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.rules.left_out import is_plain
from otcore.reconciliation.suggesting.all_named import all_named
from otcore.reconciliation.suggesting.cut_lists import cut_lists
from otcore.reconciliation.suggesting.falling_due import falling_due
from otcore.reconciliation.suggesting.few_items import few_items
from otcore.reconciliation.suggesting.misspelled import misspelled
from otcore.reconciliation.suggesting.oldest_items import oldest_items
from otcore.reconciliation.suggesting.part_ranges import part_ranges
from otcore.reconciliation.suggesting.whole_accounts import whole_accounts

__all__ = ["suggestions"]

UNNAMED = (oldest_items, few_items, falling_due, whole_accounts)
"""Where nothing is named, and no item of a payer has the amount."""


def suggestions(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Asked only where nothing is posted: what is named goes on as a list, else sums of the payer's items."""
    yield from misspelled(reading, book, policies)
    if any(is_plain(cite, reading) for cite in reading.cites):
        yield from all_named(reading, book, policies)
        parts = list(part_ranges(reading, book, policies))
        yield from parts or cut_lists(reading, book, policies)
        return
    if any(book.standing(customer, reading.currency).of(reading.amount) for customer in reading.payers.found):
        return
    for rule in UNNAMED:
        yield from rule(reading, book, policies)
