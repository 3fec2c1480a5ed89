"""The receivables ledger: one append-only row for everything that moves what customers owe or have paid."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.money import Money


class EntryKind(StrEnum):
    """Why a row was written. Amounts are signed as they change the kind's own sum."""

    ISSUED = "issued"  # an invoice: the control account rises
    RECEIVED = "received"  # money in: unapplied cash rises
    ALLOCATED = "allocated"  # a receipt closes (part of) an item: both fall


@fast_init
@frozen
class Entry:
    """One row. `party` is empty while the payer is unknown; `item` is an invoice number, `receipt` a receipt id."""

    kind: EntryKind
    day: date
    amount: Money
    party: str = ""
    item: str = ""
    receipt: str = ""
    due: date | None = None


def control(entries: tuple[Entry, ...], currency: str) -> Money:
    """What all items together still owe: issued less allocated, computed from the rows alone."""
    return Money.from_minor(sum(_debit(entry) for entry in entries if entry.amount.currency == currency), currency)


def unapplied(entries: tuple[Entry, ...], currency: str) -> Money:
    """Money received that closes nothing yet: received less allocated."""
    return Money.from_minor(sum(_cash(entry) for entry in entries if entry.amount.currency == currency), currency)


def _debit(entry: Entry) -> int:
    signs = {EntryKind.ISSUED: 1, EntryKind.ALLOCATED: -1, EntryKind.RECEIVED: 0}
    return signs[entry.kind] * entry.amount.minor


def _cash(entry: Entry) -> int:
    signs = {EntryKind.ISSUED: 0, EntryKind.ALLOCATED: -1, EntryKind.RECEIVED: 1}
    return signs[entry.kind] * entry.amount.minor
