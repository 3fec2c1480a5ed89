"""What is open of an item in instalments, due day by due day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from otcore.receivables.ledger import DEBIT, Entry
from otcore.values.money import Money
from otcore.values.terms import Instalment


def pieces(opening: Iterable[Entry], day: date, left: Money) -> tuple[Instalment, ...]:
    """What is left of an item by due day, the first due first: all that closes it closes what is due first.

    `opening`: the rows that made the item, one for each instalment; one without a due day is due on `day`. More than
    was owed stands on the last due day. Nothing open is no piece. Law: the pieces sum to `left`.
    """
    dues: defaultdict[date, int] = defaultdict(int)
    for row in opening:
        dues[row.due or day] += DEBIT[row.kind] * row.amount.minor
    return tuple(Instalment(due, Money.from_minor(minor, left.currency)) for due, minor in spread(dues, left.minor))


def spread(dues: Mapping[date, int], left: int) -> Iterator[tuple[date, int]]:
    """What was owed by due day, and what is left of it in all: what is left by due day, in minor units."""
    whole = sum(dues.values())
    closed, bound = whole - left, max if whole >= 0 else min
    last, owed, before = max(dues), 0, 0
    for due in sorted(dues):
        owed += dues[due]
        still = owed - closed if due == last else bound(0, owed - closed)
        if still != before:
            yield due, still - before
        before = still
