"""A ledger that was read: rows of the receivables ledger, and what stood beside them."""

from collections.abc import Mapping

from attrs import field, frozen

from otcore.adapters.ledgers.layout import Shape
from otcore.receivables.ledger import Entry


@frozen(kw_only=True)
class Ledger:
    """What a file gave.

    entries: the rows. read: how many rows the file has. shape: what a row of it is. names, groups: by customer;
    salespeople: by invoice. columns: fact -> the column it was read from; unused: columns that are no known fact.

    sales_known: settled invoices are in it too; a list of open items knows no sales, so no figure that is measured by
    them. days_known: every payment has its day; where it has none, it is booked on the day of its invoice, and what is
    open is known as of the file's day only.
    """

    entries: tuple[Entry, ...]
    read: int
    shape: Shape
    names: Mapping[str, str] = field(factory=dict)
    groups: Mapping[str, str] = field(factory=dict)
    salespeople: Mapping[str, str] = field(factory=dict)
    columns: Mapping[str, str] = field(factory=dict)
    unused: tuple[str, ...] = ()
    sales_known: bool = True
    days_known: bool = True
