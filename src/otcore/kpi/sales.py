"""Credit sales, from ledger rows: what was invoiced, less what was credited."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.period import Period

T = TypeVar("T")


class SalesBasis(StrEnum):
    """What counts as sales."""

    LESS_CREDITS = "less credits"  # invoices, less what was credited in the same days
    INVOICED = "invoiced"  # invoices alone


_SIGNS: Mapping[SalesBasis, Mapping[EntryKind, int]] = MappingProxyType(
    {
        SalesBasis.LESS_CREDITS: {EntryKind.ISSUED: 1, EntryKind.CREDITED: -1},
        SalesBasis.INVOICED: {EntryKind.ISSUED: 1},
    }
)


def sales(rows: Iterable[Entry], period: Period, basis: SalesBasis = SalesBasis.LESS_CREDITS) -> int:
    """The sales dated in the period, in minor units; the rows are of one currency."""
    signs = _SIGNS[basis]
    return sum(signs[row.kind] * row.amount.minor for row in rows if row.kind in signs and row.day in period)


def sales_by(
    of: Callable[[date], T], rows: Iterable[Entry], basis: SalesBasis = SalesBasis.LESS_CREDITS
) -> Mapping[T, int]:
    """The sales of each day, month or whatever the days are gathered by, in minor units."""
    signs, found = _SIGNS[basis], defaultdict[T, int](int)
    for row in rows:
        if row.kind in signs:
            found[of(row.day)] += signs[row.kind] * row.amount.minor
    return found


def sold_items(rows: Iterable[Entry], period: Period, basis: SalesBasis = SalesBasis.LESS_CREDITS) -> set[str]:
    """The items, by id, whose rows are sales of the period."""
    signs = _SIGNS[basis]
    return {row.item for row in rows if row.kind in signs and row.day in period}
