"""Rows that stand for very many, and what cannot be asked of them."""

from collections.abc import Iterable
from typing import Self

from otcore.kpi.grouping import Grouping
from otcore.receivables.ledger import Entry
from otcore.values.faults import Invalid


class CondensedRows(tuple[Entry, ...]):
    """A few rows in place of a ledger (`running.condensed`): its sums by day, and what is open by its days.

    Single items and payments are not told apart in them, nor are customers unless `by_customer`.
    """

    by_customer: bool = False

    @classmethod
    def of(cls, rows: Iterable[Entry], by_customer: bool) -> Self:
        """These rows, marked."""
        found = cls(rows)
        found.by_customer = by_customer
        return found


def needs_items(entries: tuple[Entry, ...], what: str) -> None:
    """Refuse what needs every item's own rows. Raises `Invalid` FIGURE_NEEDS_ITEMS for condensed ones."""
    if isinstance(entries, CondensedRows):
        raise Invalid.one("FIGURE_NEEDS_ITEMS", f"condensed rows do not tell {what}: ask the ledger's own", what=what)


def needs_groups(entries: tuple[Entry, ...], by: Grouping) -> None:
    """Refuse what condensed rows do not tell of groups: those of single items, and any where customers are together.

    Raises `Invalid` FIGURE_NEEDS_ITEMS.
    """
    if isinstance(entries, CondensedRows) and (by.items or by.receipts or not entries.by_customer):
        needs_items(entries, f"what is open by {by.name}")
