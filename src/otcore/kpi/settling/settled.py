"""Which parts of which items cash has closed, and when: what days to pay and days late are counted over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.settling.closings import Closing, closings
from otcore.receivables.ledger import DEBIT, Entry, EntryKind
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class DuePart:
    """An item, or one instalment of it: what was invoiced, when it was due (None: not said), and what closed it."""

    item: str
    customer: str
    issued: date
    due: date | None
    minor: int
    closings: tuple[Closing, ...]

    @property
    def closed(self) -> bool:
        """Whether nothing of it is open."""
        return sum(each.minor for each in self.closings) == self.minor

    @property
    def cash(self) -> tuple[Closing, ...]:
        """What cash closed of it."""
        return tuple(each for each in self.closings if each.cash)


def due_parts(rows: Rows) -> tuple[tuple[DuePart, ...], tuple[str, ...]]:
    """Every invoiced item by due part, from rows of one currency; and those that cannot be told, by id.

    What closes an item closes its first due first, in the order of days. Not told: credits, items of which only
    payments are known, and those with more taken back than there was. An item that came to nothing has no part.
    """
    found, untold = list[DuePart](), list[str]()
    debits = sorted((row for row in rows if row.kind in DEBIT), key=lambda row: row.item)
    for id, group in groupby(debits, lambda row: row.item):
        parts = _parts(id, list(group))
        if parts is None:
            untold.append(id)
        else:
            found += parts
    return tuple(found), tuple(untold)


def _parts(id: str, rows: list[Entry]) -> list[DuePart] | None:
    issued = [row for row in rows if row.kind is EntryKind.ISSUED]
    closed = closings(row for row in rows if row.kind is not EntryKind.ISSUED)
    if not issued or closed is None:
        return None
    day, customer = min(row.day for row in issued), min(row.party for row in issued)
    dues: defaultdict[date, int] = defaultdict(int)
    for row in issued:
        dues[row.due or day] += row.amount.minor
    if min(dues.values()) < 0:
        return None
    told = any(row.due for row in issued)
    sliced = zip(sorted(dues), _slices([dues[due] for due in sorted(dues)], closed), strict=True)
    return [DuePart(id, customer, day, due if told else None, dues[due], found) for due, found in sliced if dues[due]]


def _slices(amounts: Iterable[int], closed: Iterable[Closing]) -> Iterator[tuple[Closing, ...]]:
    waiting = list(reversed(list(closed)))
    for amount in amounts:
        taken, left = list[Closing](), amount
        while left and waiting:
            next_ = waiting.pop()
            part = min(left, next_.minor)
            taken.append(Closing(next_.day, part, next_.cash))
            left -= part
            if next_.minor > part:
                waiting.append(Closing(next_.day, next_.minor - part, next_.cash))
        yield tuple(taken)
