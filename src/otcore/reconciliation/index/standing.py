"""What one customer owes in one currency: its open items, the oldest first, and by amount."""

from bisect import bisect_left, bisect_right, insort
from operator import attrgetter

from otcore.reconciliation.index.entry import Entry

_KEY = attrgetter("key")


class Standing:
    """Open items of a customer in a currency: `debts` and `credits` by due date, and the debts of each amount."""

    __slots__ = ("amounts", "by_amount", "credits", "debts")

    def __init__(self) -> None:
        self.debts: list[Entry] = []
        self.credits: list[Entry] = []
        self.by_amount: dict[int, list[Entry]] = {}
        self.amounts: list[int] = []

    def __len__(self) -> int:
        return len(self.debts) + len(self.credits)

    def add(self, entry: Entry) -> None:
        """Take an open item in."""
        insort(self.credits if entry.open < 0 else self.debts, entry, key=_KEY)
        same = self.by_amount.get(entry.open)
        if same is None:
            self.by_amount[entry.open] = [entry]
            insort(self.amounts, entry.open)
        else:
            insort(same, entry, key=_KEY)

    def remove(self, entry: Entry) -> None:
        """Take an item out, before its open amount changes."""
        _drop(self.credits if entry.open < 0 else self.debts, entry)
        same = self.by_amount[entry.open]
        _drop(same, entry)
        if not same:
            del self.by_amount[entry.open]
            del self.amounts[bisect_left(self.amounts, entry.open)]

    def within(self, low: int, high: int, grain: int) -> int:
        """How many different amounts are open from `low` to `high` that the grain divides."""
        found = self.amounts[bisect_left(self.amounts, low) : bisect_right(self.amounts, high)]
        return len(found) if grain == 1 else sum(amount % grain == 0 for amount in found)

    def due(self, day: int) -> list[Entry]:
        """The debts that are due by a day."""
        return self.debts[: bisect_right(self.debts, (day, 1 << 62), key=_KEY)]

    def of(self, amount: int) -> list[Entry]:
        """The items of which exactly so much is open, the oldest first."""
        return self.by_amount.get(amount, _NONE)


_NONE: list[Entry] = []


def _drop(entries: list[Entry], entry: Entry) -> None:
    del entries[bisect_left(entries, entry.key, key=_KEY)]
