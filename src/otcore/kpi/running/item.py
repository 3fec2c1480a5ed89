"""One item of a running state: what its rows add up to."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from attrs import field, mutable

from otcore.kpi.pieces import spread
from otcore.kpi.running.condensed import Open
from otcore.receivables.ledger import DEBIT, Entry, EntryKind

_OPENS = (EntryKind.ISSUED, EntryKind.CREDITED)


@mutable
class RunningOpening:
    """The rows of one kind that can make an item: their first day, and what they owe by due day."""

    day: date | None = None
    dues: defaultdict[date | None, int] = field(factory=lambda: defaultdict(int))

    def take(self, row: Entry) -> None:
        """One row more."""
        self.day = row.day if self.day is None else min(self.day, row.day)
        self.dues[row.due] += DEBIT[row.kind] * row.amount.minor


@mutable
class RunningItem:
    """One item; the order of its rows makes no difference."""

    total: int = 0
    issuer: str | None = None
    party: str | None = None
    openings: dict[EntryKind, RunningOpening] = field(factory=dict)

    def take(self, row: Entry) -> None:
        """One row more, of a kind that the control account counts."""
        self.total += DEBIT[row.kind] * row.amount.minor
        self.party = _least(self.party, row.party)
        if row.kind is EntryKind.ISSUED:
            self.issuer = _least(self.issuer, row.party)
        if row.kind in _OPENS:
            self.openings.setdefault(row.kind, RunningOpening()).take(row)

    @property
    def customer(self) -> str:
        """Whose it is: its invoice says it, else its payments."""
        return (self.party if self.issuer is None else self.issuer) or ""

    @property
    def open(self) -> Iterator[Open]:
        """What is open of it, by due day: `kpi.open_items.OpenItem.parts`."""
        if not self.total:
            return
        opening = self.openings.get(EntryKind.ISSUED) or self.openings.get(EntryKind.CREDITED)
        if opening is None or opening.day is None:
            yield Open(self.customer, None, None, self.total)
        elif len(opening.dues) == 1:
            yield Open(self.customer, opening.day, next(iter(opening.dues)), self.total)
        else:
            for due, minor in spread(_known(opening.dues, opening.day), self.total):
                yield Open(self.customer, opening.day, due, minor)


def _known(dues: defaultdict[date | None, int], day: date) -> dict[date, int]:
    """By due day; what has none is due on the item's own day."""
    found = defaultdict[date, int](int)
    for due, minor in dues.items():
        found[due or day] += minor
    return found


def _least(before: str | None, name: str) -> str:
    return name if before is None else min(before, name)
