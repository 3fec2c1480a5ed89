"""The receivables ledger: one append-only row for everything that moves what customers owe or have paid."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from attrs import evolve, frozen

from otcore.values.fast_init import fast_init
from otcore.values.money import Money


class EntryKind(StrEnum):
    """Why a row was written. Amounts are signed as they change the kind's own sum.

    What is undone is a row of the same kind with the negative amount.
    """

    ISSUED = "issued"  # an invoice: the control account rises
    RECEIVED = "received"  # money in: unapplied cash rises
    ALLOCATED = "allocated"  # a receipt closes (part of) an item: both fall
    CREDITED = (
        "credited"  # a credit note takes it off an item, or waits as an item of its own: the control account falls
    )
    RETURNED = "returned"  # money that the bank took back: unapplied cash falls
    REFUNDED = "refunded"  # money that was paid back: unapplied cash falls
    EXCHANGED_FROM = "exchanged_from"  # cash given to an item in another currency: unapplied cash falls
    EXCHANGED_TO = "exchanged_to"  # what that cash closes of the item, in its currency: the control account falls
    DISCOUNT = "discount"  # closed without cash: the control account falls, by the reason (`Why`)
    FEE = "fee"
    WITHHOLDING = "withholding"
    ROUNDING = "rounding"
    WRITE_OFF = "write_off"
    FX = "fx"


@fast_init
@frozen
class Entry:
    """One row. `party` is empty while the payer is unknown; `item` is an invoice number, `receipt` a receipt id.

    What a credit note takes off its invoice is a row of the invoice, what it could not take a row of its own number;
    that row is taken back when the credit is used for another item, which gets one. Of what is closed without cash,
    `receipt` is the receipt it came with or the id of the write-off.
    """

    kind: EntryKind
    day: date
    amount: Money
    party: str = ""
    item: str = ""
    receipt: str = ""
    due: date | None = None


WITHOUT_CASH = frozenset(
    {
        EntryKind.DISCOUNT,
        EntryKind.FEE,
        EntryKind.WITHHOLDING,
        EntryKind.ROUNDING,
        EntryKind.WRITE_OFF,
        EntryKind.FX,
    }
)
"""Rows of what was closed without cash."""

DEBIT: Mapping[EntryKind, int] = MappingProxyType(
    {
        EntryKind.ISSUED: 1,
        EntryKind.ALLOCATED: -1,
        EntryKind.CREDITED: -1,
        EntryKind.EXCHANGED_TO: -1,
        **dict.fromkeys(WITHOUT_CASH, -1),
    }
)
"""How a row counts in the control account; what is not here does not."""

CASH: Mapping[EntryKind, int] = MappingProxyType(
    {
        EntryKind.RECEIVED: 1,
        EntryKind.ALLOCATED: -1,
        EntryKind.EXCHANGED_FROM: -1,
        EntryKind.RETURNED: -1,
        EntryKind.REFUNDED: -1,
    }
)
"""How a row counts in unapplied cash; what is not here does not."""


def control(entries: tuple[Entry, ...], currency: str) -> Money:
    """What all items together still owe: issued less all that closed it, computed from the rows alone."""
    return _sum(entries, currency, DEBIT)


def unapplied(entries: tuple[Entry, ...], currency: str) -> Money:
    """Money received that closes nothing yet: received less all that was given, or went back."""
    return _sum(entries, currency, CASH)


def undone(entries: Iterable[Entry], day: date) -> tuple[Entry, ...]:
    """The rows that take these back."""
    return tuple(evolve(each, day=day, amount=-each.amount) for each in entries)


def _sum(entries: tuple[Entry, ...], currency: str, signs: Mapping[EntryKind, int]) -> Money:
    rows = (entry for entry in entries if entry.amount.currency == currency)
    return Money.from_minor(sum(signs.get(entry.kind, 0) * entry.amount.minor for entry in rows), currency)
