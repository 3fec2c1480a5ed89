"""Whose row of a table an open item, or a receipt, belongs to."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from otcore.receivables.ledger import CASH, DEBIT, Entry

_NONE: Mapping[str, str] = {}


@frozen
class Grouping:
    """How open items and receipts are grouped: by customer, unless something else is known of them.

    name: what the groups are ("customer", "group", "salesperson", "currency"). items, receipts: the group of each by
    id, which goes first. customers: the group of a customer. rest: the group of all others; None: the customer itself.
    """

    name: str
    items: Mapping[str, str] = field(default=_NONE, hash=False)
    receipts: Mapping[str, str] = field(default=_NONE, hash=False)
    customers: Mapping[str, str] = field(default=_NONE, hash=False)
    rest: str | None = ""

    def of_item(self, item: str, customer: str) -> str:
        """The group of an open item."""
        return self.items.get(item) or self._of(customer)

    def of_receipt(self, receipt: str, customer: str) -> str:
        """The group of money that closes nothing."""
        return self.receipts.get(receipt) or self._of(customer)

    def _of(self, customer: str) -> str:
        return self.customers.get(customer, customer if self.rest is None else self.rest)


BY_CUSTOMER = Grouping("customer", rest=None)
"""Each customer by itself."""


BY_CURRENCY = Grouping("currency")
"""Each currency by itself, of rows that are converted: `by_currency` of the rows as they were."""


def by_customers_group(groups: Mapping[str, str], name: str = "group") -> Grouping:
    """By what each customer belongs to, or who looks after it; others stand under the empty name."""
    return Grouping(name, customers=groups)


def by_items_group(groups: Mapping[str, str], name: str = "salesperson") -> Grouping:
    """By what is known of each item; others, and money that closes nothing, stand under the empty name."""
    return Grouping(name, items=groups)


def by_currency(entries: Iterable[Entry]) -> Grouping:
    """By the currency that each item and receipt had before its rows were converted."""
    items: dict[str, str] = {}
    receipts: dict[str, str] = {}
    for row in entries:
        if row.kind in DEBIT:
            items[row.item] = row.amount.currency
        if row.kind in CASH:
            receipts[row.receipt] = row.amount.currency
    return Grouping(BY_CURRENCY.name, items, receipts)
