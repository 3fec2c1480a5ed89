"""Ledger rows by customer, group or salesperson, so that any figure can be asked of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve

from otcore.kpi.grouping import BY_CUSTOMER, Grouping
from otcore.kpi.open_items import as_of_rows, owners_of_items
from otcore.kpi.unapplied import owners_of_receipts
from otcore.receivables.ledger import CASH, DEBIT, Entry, EntryKind


def parted(
    entries: tuple[Entry, ...], as_of: date, currency: str, by: Grouping = BY_CUSTOMER
) -> Mapping[str, tuple[Entry, ...]]:
    """The rows of one currency up to the day by group, groups in the order of their names.

    A row of an item goes with the item, one of a receipt with the receipt. Where money of one group closes an item of
    another, the row becomes two: `exchanged_from` the receipt, `exchanged_to` the item. Law: the control accounts of
    the groups sum to that of all, and so does their unapplied cash. Raises `Invalid` CURRENCY_UNKNOWN.
    """
    rows = as_of_rows(entries, as_of, currency)
    items = {id: by.of_item(id, owner) for id, owner in owners_of_items(rows).items()}
    cash = (row for row in rows if row.kind in CASH)
    receipts = {id: by.of_receipt(id, owner) for id, owner in owners_of_receipts(cash).items()}
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        for group, part in _parts(row, items, receipts):
            found[group].append(part)
    return {name: tuple(found[name]) for name in sorted(found)}


def _parts(row: Entry, items: Mapping[str, str], receipts: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    if row.kind is not EntryKind.ALLOCATED:
        yield (items[row.item] if row.kind in DEBIT else receipts[row.receipt]), row
    elif items[row.item] == receipts[row.receipt]:
        yield items[row.item], row
    else:
        yield items[row.item], evolve(row, kind=EntryKind.EXCHANGED_TO)
        yield receipts[row.receipt], evolve(row, kind=EntryKind.EXCHANGED_FROM)
