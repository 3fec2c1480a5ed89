"""What falls due on one day: of a large account the sums of two items of each day, found once and kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from operator import attrgetter

from otcore.reconciliation.index.entry import Entry

_MOST = 64
_DAY_BITS = 22
_DUE = attrgetter("due")


class Days:
    """How often two items of one day come to a sum, on each day and in all.

    Days on which more than 64 fall due are left out, for good: there something always fits.
    """

    __slots__ = ("_crowded", "_of_day", "_sums")

    def __init__(self, debts: Sequence[Entry]) -> None:
        self._sums = Counter[int]()
        self._of_day = Counter[int]()
        self._crowded: set[int] = set()
        for due, entries in groupby(debts, _DUE):
            amounts = [entry.open for entry in entries]
            if len(amounts) > _MOST:
                self._crowded.add(due)
            else:
                self._count(due, list(map(sum, combinations(amounts, 2))))

    def add(self, due: int, amount: int, others: Sequence[int]) -> None:
        """Take an item in that falls due with these others."""
        if due in self._crowded:
            return
        if len(others) < _MOST:
            self._count(due, [amount + other for other in others])
            return
        for at, other in enumerate(others):
            self.remove(due, other, others[:at])
        self._crowded.add(due)

    def remove(self, due: int, amount: int, others: Sequence[int]) -> None:
        """Take an item out that fell due with these others."""
        for other in others if due not in self._crowded else ():
            two = amount + other
            _fewer(self._sums, two)
            _fewer(self._of_day, (two << _DAY_BITS) + due)

    def threes(
        self, amounts: Sequence[int], by_amount: Mapping[int, Sequence[Entry]], target: int
    ) -> Iterator[tuple[Entry, int]]:
        """Items with a day, theirs or the next to it, of which two others come to what is missing from the target."""
        sums, of_day = self._sums, self._of_day
        for amount in [amount for amount in amounts if target - amount in sums]:
            rest = target - amount << _DAY_BITS
            for entry in by_amount[amount]:
                for day in (entry.due - 1, entry.due, entry.due + 1):
                    if rest + day in of_day:
                        yield entry, day

    def _count(self, due: int, twos: list[int]) -> None:
        self._sums.update(twos)
        self._of_day.update([(two << _DAY_BITS) + due for two in twos])


def _fewer(counts: Counter[int], key: int) -> None:
    if counts[key] > 1:
        counts[key] -= 1
    else:
        del counts[key]
