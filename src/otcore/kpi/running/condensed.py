"""A few rows of the same meaning as very many: every figure of the receivables is the same from either.

What is open as of a day stands as one item for each day and due day; all that is settled as one item, with the sums of
its rows by kind and day; what is left of receipts as one receipt for each day. So the control account, sales and cash
of every day are what they were, and the open items as of the day have the ages they had.

What differs: ids and their number (a figure's population, how many items are open), and what is asked of an earlier
day than the one condensed for beyond the control account, sales and cash: which items were open then. Figures of single
items, payments or customers refuse such rows (`condensed_rows`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from otcore.kpi.condensed_rows import CondensedRows
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.fast_init import fast_init
from otcore.values.money import Money

Moved = Mapping[tuple[EntryKind, date], int]
"""The rows by kind and day, in minor units."""

_SETTLED = "settled"


@fast_init
@frozen
class Open:
    """What is open, in minor units, of the items of a customer with these days; credits (below zero) by themselves.

    `day` is None where only payments are known, `due` also where no due day was given.
    """

    customer: str
    day: date | None
    due: date | None
    minor: int


@fast_init
@frozen
class Left:
    """What is left of the receipts of a customer that came in on a day; None where only what they paid is known."""

    customer: str
    day: date | None
    minor: int


def condensed(
    moved: Moved, opened: Iterable[Open], left: Iterable[Left], as_of: date, currency: str, by_customer: bool = False
) -> CondensedRows:
    """The rows; `by_customer`: customers are told apart. Law: their sums by kind and day are `moved`."""
    standing = (*_items(opened, as_of, currency), *_receipts(left, as_of, currency))
    settled = Counter(moved)
    for row in standing:
        settled[row.kind, row.day] -= row.amount.minor
    rest = (
        Entry(kind, day, Money.from_minor(minor, currency), "", _SETTLED, _SETTLED)
        for (kind, day), minor in settled.items()
        if minor
    )
    return CondensedRows.of((*rest, *standing), by_customer)


def _items(opened: Iterable[Open], as_of: date, currency: str) -> Iterator[Entry]:
    for number, each in enumerate(opened):
        owed = Money.from_minor(each.minor, currency)
        if each.day is None:
            yield Entry(EntryKind.EXCHANGED_TO, as_of, -owed, each.customer, f"open {number}")
        else:
            yield Entry(EntryKind.ISSUED, each.day, owed, each.customer, f"open {number}", due=each.due)


def _receipts(left: Iterable[Left], as_of: date, currency: str) -> Iterator[Entry]:
    for number, each in enumerate(left):
        cash = Money.from_minor(each.minor, currency)
        if each.day is None:
            yield Entry(EntryKind.EXCHANGED_FROM, as_of, -cash, each.customer, receipt=f"left {number}")
        else:
            yield Entry(EntryKind.RECEIVED, each.day, cash, each.customer, receipt=f"left {number}")
