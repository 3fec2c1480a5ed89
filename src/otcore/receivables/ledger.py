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
    CREDITED = (
        "credited"  # a credit note takes it off an item, or waits as an item of its own: the control account falls
    )


@fast_init
@frozen
class Entry:
    """One row. `party` is empty while the payer is unknown; `item` is an invoice number, `receipt` a receipt id.

    What a credit note takes off its invoice is a row of the invoice, what it could not take a row of its own number;
    that row is taken back when the credit is used for another item, which gets one.
    """

    kind: EntryKind
    day: date
    amount: Money
    party: str = ""
    item: str = ""
    receipt: str = ""
    due: date | None = None


def control(entries: tuple[Entry, ...], currency: str) -> Money:
    """What all items together still owe: issued less allocated and credited, computed from the rows alone."""
    return Money.from_minor(sum(_debit(entry) for entry in entries if entry.amount.currency == currency), currency)


def unapplied(entries: tuple[Entry, ...], currency: str) -> Money:
    """Money received that closes nothing yet: received less allocated."""
    return Money.from_minor(sum(_cash(entry) for entry in entries if entry.amount.currency == currency), currency)


def _debit(entry: Entry) -> int:
    return _DEBIT[entry.kind] * entry.amount.minor


def _cash(entry: Entry) -> int:
    return _CASH[entry.kind] * entry.amount.minor


_DEBIT = {EntryKind.ISSUED: 1, EntryKind.RECEIVED: 0, EntryKind.ALLOCATED: -1, EntryKind.CREDITED: -1}
_CASH = {EntryKind.ISSUED: 0, EntryKind.RECEIVED: 1, EntryKind.ALLOCATED: -1, EntryKind.CREDITED: 0}
