"""What an aging is made of: every open item by due day, and every receipt that closes nothing, with its bucket."""

from datetime import date

from attrs import frozen

from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.condensed_rows import needs_groups
from otcore.kpi.grouping import BY_CUSTOMER, Grouping
from otcore.kpi.open_items import OpenItem, as_of_rows, open_items
from otcore.kpi.unapplied import UnappliedReceipt, unapplied_receipts
from otcore.receivables.ledger import Entry


@frozen
class Aged:
    """One part of an aging: an open item, or what is open of one instalment, or a receipt with money left.

    `open` of a receipt is below zero: what is left of it, in the customer's favour. `bucket`: the place of its own age
    among the specification's; where that puts credits and cash elsewhere, it does not stand there. `cash`: a receipt.
    """

    group: str
    part: OpenItem
    bucket: int
    cash: bool = False

    @property
    def customer(self) -> str:
        """Whose it is."""
        return self.part.customer


def aged(
    entries: tuple[Entry, ...],
    as_of: date,
    currency: str,
    spec: AgingSpec = DUE_DATE_AGING,
    by: Grouping = BY_CUSTOMER,
) -> tuple[Aged, ...]:
    """Open items by id and due day, then receipts by id, from the rows up to the day.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    if by.name != BY_CUSTOMER.name:
        needs_groups(entries, by)
    rows = as_of_rows(entries, as_of, currency)
    items = [
        Aged(by.of_item(item.id, item.customer), part, spec.bucket_of(part, as_of))
        for item in open_items(rows, as_of, currency)
        for part in item.parts
    ]
    receipts = [
        Aged(by.of_receipt(part.id, part.customer), part, spec.bucket_of(part, as_of), True)
        for part in map(_credit, unapplied_receipts(rows, currency))
    ]
    return (*items, *receipts)


def _credit(receipt: UnappliedReceipt) -> OpenItem:
    return OpenItem(receipt.receipt, receipt.customer, -receipt.left, receipt.day)
