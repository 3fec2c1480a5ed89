"""What closed each item, in the order of days: what was taken back is taken off the same receipt."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain

from attrs import frozen

from otcore.receivables.ledger import DEBIT, Entry, EntryKind
from otcore.values.fast_init import fast_init

WITH_CASH = frozenset({EntryKind.ALLOCATED, EntryKind.EXCHANGED_TO})
"""Rows by which cash closes an item."""


@fast_init
@frozen
class Closing:
    """So much of an item, in minor units, closed on a day, by cash or without."""

    day: date
    minor: int
    cash: bool


def closings(rows: Iterable[Entry]) -> tuple[Closing, ...] | None:
    """Of the rows that close one item, the first day first. None where more was taken back than was ever closed."""
    sources: defaultdict[tuple[bool, str], list[Closing]] = defaultdict(list)
    for row in sorted(rows, key=_place):
        cash = row.kind in WITH_CASH
        left = _take(sources[cash, row.receipt], Closing(row.day, -DEBIT[row.kind] * row.amount.minor, cash))
        if left:
            return None
    return tuple(sorted(chain.from_iterable(sources.values()), key=lambda each: (each.day, each.cash, each.minor)))


def _take(before: list[Closing], closing: Closing) -> int:
    """One more of a source: added, or taken off its latest ones; answers what could not be."""
    if closing.minor >= 0:
        before += [closing] if closing.minor else []
        return 0
    left = -closing.minor
    while left and before:
        last = before.pop()
        if last.minor > left:
            before.append(Closing(last.day, last.minor - left, last.cash))
        left -= min(left, last.minor)
    return left


def _place(row: Entry) -> tuple[date, int]:
    return row.day, DEBIT[row.kind] * row.amount.minor
