"""What one customer owes in one currency: its open items, the oldest first, and by amount."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from operator import attrgetter

from otcore.reconciliation.index.entry import Entry, first_of

_KEY = attrgetter("key")


class Standing:
    """Open items of a customer in a currency: `debts` and `credits` by due date, and the items of each amount.

    Beside each debt stand its key (`keys`) and what is open of it (`opens`). `amounts`: every different amount, the
    least first.
    """

    __slots__ = ("amounts", "by_amount", "credits", "debts", "keys", "opens")

    def __init__(self) -> None:
        self.debts: list[Entry] = []
        self.keys: list[int] = []
        self.opens: list[int] = []
        self.credits: list[Entry] = []
        self.by_amount: dict[int, list[Entry]] = {}
        self.amounts: list[int] = []

    def __len__(self) -> int:
        return len(self.debts) + len(self.credits)

    def add(self, entry: Entry) -> None:
        """Take an open item in."""
        if entry.open < 0:
            insort(self.credits, entry, key=_KEY)
        else:
            at = bisect_left(self.keys, entry.key)
            self.debts.insert(at, entry)
            self.keys.insert(at, entry.key)
            self.opens.insert(at, entry.open)
        same = self.by_amount.get(entry.open)
        if same is None:
            self.by_amount[entry.open] = [entry]
            insort(self.amounts, entry.open)
        else:
            insort(same, entry, key=_KEY)

    def remove(self, entry: Entry) -> None:
        """Take an item out, before its open amount changes."""
        if entry.open < 0:
            del self.credits[_place(self.credits, entry)]
        else:
            at = bisect_left(self.keys, entry.key)
            del self.debts[at], self.keys[at], self.opens[at]
        same = self.by_amount[entry.open]
        if len(same) > 1:
            del same[_place(same, entry)]
        else:
            del self.by_amount[entry.open]
            del self.amounts[bisect_left(self.amounts, entry.open)]

    def within(self, low: int, high: int, grain: int) -> int:
        """How many different amounts are open from `low` to `high` that the grain divides."""
        first, end = bisect_left(self.amounts, low), bisect_right(self.amounts, high)
        return end - first if grain == 1 else sum(amount % grain == 0 for amount in self.amounts[first:end])

    def due_by(self, day: int) -> int:
        """How many of the debts are due by a day: these are the first of them."""
        return bisect_left(self.keys, first_of(day + 1))

    def without(self, entries: Iterable[Entry]) -> list[Entry]:
        """The debts without these, which are open; credits may be among them."""
        debts = self.debts.copy()
        for entry in entries:
            if entry.open > 0:
                del debts[_place(debts, entry)]
        return debts

    def halves(self, amount: int) -> list[int]:
        """The smaller of each two open amounts that come to an amount, if one may be taken twice."""
        known = self.by_amount
        return [each for each in self.amounts[: bisect_right(self.amounts, amount // 2)] if amount - each in known]

    def of(self, amount: int) -> list[Entry]:
        """The items of which exactly so much is open, the oldest first."""
        return self.by_amount.get(amount, _NONE)


_NONE: list[Entry] = []


def _place(entries: list[Entry], entry: Entry) -> int:
    return bisect_left(entries, entry.key, key=_KEY)
