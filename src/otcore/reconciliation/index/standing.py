"""What one customer owes in one currency: its open items, the oldest first, and by amount."""

from bisect import bisect_left, bisect_right, insort
from operator import attrgetter

from otcore.reconciliation.index.entry import Entry

_KEY = attrgetter("key")


class Standing:
    """Open items of a customer in a currency: `debts` and `credits` by due date, and the debts of each amount."""

    __slots__ = ("by_amount", "credits", "debts")

    def __init__(self) -> None:
        self.debts: list[Entry] = []
        self.credits: list[Entry] = []
        self.by_amount: dict[int, list[Entry]] = {}

    def __len__(self) -> int:
        return len(self.debts) + len(self.credits)

    def add(self, entry: Entry) -> None:
        """Take an open item in."""
        insort(self.credits if entry.open < 0 else self.debts, entry, key=_KEY)
        insort(self.by_amount.setdefault(entry.open, []), entry, key=_KEY)

    def remove(self, entry: Entry) -> None:
        """Take an item out, before its open amount changes."""
        _drop(self.credits if entry.open < 0 else self.debts, entry)
        same = self.by_amount[entry.open]
        _drop(same, entry)
        if not same:
            del self.by_amount[entry.open]

    def due(self, day: int) -> list[Entry]:
        """The debts that are due by a day."""
        return self.debts[: bisect_right(self.debts, (day, 1 << 62), key=_KEY)]

    def of(self, amount: int) -> list[Entry]:
        """The items of which exactly so much is open, the oldest first."""
        return self.by_amount.get(amount, _NONE)


_NONE: list[Entry] = []


def _drop(entries: list[Entry], entry: Entry) -> None:
    del entries[bisect_left(entries, entry.key, key=_KEY)]
