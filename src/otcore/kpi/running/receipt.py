"""One receipt of a running state: what is left of it, and whose it is."""

from collections import Counter
from datetime import date

from attrs import field, mutable

from otcore.kpi.running.condensed import Left
from otcore.receivables.ledger import CASH, Entry, EntryKind

_PAYS = frozenset({EntryKind.ALLOCATED, EntryKind.EXCHANGED_FROM})


@mutable
class RunningReceipt:
    """One receipt, as `kpi.unapplied.unapplied_receipts` sees it; the order of its rows makes no difference."""

    minor: int = 0
    day: date | None = None
    payers: Counter[str] = field(factory=Counter)
    payees: Counter[str] = field(factory=Counter)

    def take(self, row: Entry) -> None:
        """One row more, of a kind that unapplied cash counts."""
        self.minor += CASH[row.kind] * row.amount.minor
        if row.kind is EntryKind.RECEIVED:
            self.payers[row.party] += row.amount.minor
            self.day = row.day if self.day is None else min(self.day, row.day)
        elif row.kind in _PAYS:
            self.payees[row.party] += row.amount.minor

    @property
    def left(self) -> Left:
        """What is left; nothing may be."""
        return Left(_named(self.payers) or _named(self.payees), self.day, self.minor)


def _named(parties: Counter[str]) -> str:
    """The one customer of what was not taken back; the first by name should rows disagree."""
    return min((name for name, minor in parties.items() if minor and name), default="")
