"""Ledger rows multiplied by a ratio an item, so that what is closed stays closed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction

from attrs import evolve

from otcore.receivables.ledger import CASH, DEBIT, Entry, EntryKind
from otcore.values.money import Money
from otcore.values.rounding import Rounding, round_ratio

Ratio = Callable[[str], Fraction]
"""The ratio of an item, or of a receipt, by id."""

_KINDS = tuple(EntryKind)


def scaled(
    rows: Iterable[Entry], items: Ratio, receipts: Ratio, currency: str, rounding: Rounding
) -> tuple[Entry, ...]:
    """The rows with every amount times the ratio of its item, or of its receipt, in a currency.

    Each sum of an item's rows (in the order of their days) is rounded once and a row is the difference to the one
    before: so an item that is closed stays closed, and what is open of it is its open amount times the ratio, rounded
    once. The same for receipts. A row that closes an item with cash counts on both sides: it is written as two rows,
    `exchanged_from` the receipt and `exchanged_to` the item, for their ratios may differ. Rows are in the order of
    their days; the order they come in makes no difference.
    """
    sides = sorted((side for row in rows for side in _sides(row)), key=_place)
    sums: defaultdict[tuple[bool, str], int] = defaultdict(int)
    return tuple(_scaled(sides, sums, items, receipts, currency, rounding))


def _scaled(
    sides: Iterable[Entry],
    sums: defaultdict[tuple[bool, str], int],
    items: Ratio,
    receipts: Ratio,
    currency: str,
    rounding: Rounding,
) -> Iterator[Entry]:
    for row in sides:
        owed = row.kind in DEBIT
        id = row.item if owed else row.receipt
        ratio, sign = (items if owed else receipts)(id), (DEBIT if owed else CASH)[row.kind]
        before = sums[owed, id]
        sums[owed, id] = after = before + sign * row.amount.minor
        moved = _rounded(after * ratio, rounding) - _rounded(before * ratio, rounding)
        yield evolve(row, amount=Money.from_minor(sign * moved, currency))


def _sides(row: Entry) -> tuple[Entry, ...]:
    if row.kind is not EntryKind.ALLOCATED:
        return (row,)
    return evolve(row, kind=EntryKind.EXCHANGED_FROM), evolve(row, kind=EntryKind.EXCHANGED_TO)


def _place(row: Entry) -> tuple[date, int, str, str, str, date, int]:
    named = (row.day, _KINDS.index(row.kind), row.item, row.receipt, row.party)
    return (*named, row.due or date.min, row.amount.minor)


def _rounded(value: Fraction, rounding: Rounding) -> int:
    return round_ratio(value.numerator, value.denominator, rounding)
