"""What falls due on one day: of a large account the sums of two items of each day, found once and kept."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from otcore.reconciliation.index.entry import Entry

_MOST = 64
_NEXT = 1

Key = TypeVar("Key")


class Days:
    """On how many days two items come to a sum, and how often they do on each.

    Days on which more than 64 fall due are left out, for good: there something always fits.
    """

    __slots__ = ("_crowded", "_sums", "_twos")

    def __init__(self, debts: Sequence[Entry]) -> None:
        self._sums: dict[int, int] = {}
        self._twos: dict[tuple[int, int], int] = {}
        self._crowded: set[int] = set()
        for due, entries in groupby(debts, _due):
            amounts = [entry.open for entry in entries]
            if len(amounts) > _MOST:
                self._crowded.add(due)
            for at, amount in enumerate(amounts):
                self.add(due, amount, amounts[:at])

    def add(self, due: int, amount: int, others: Sequence[int]) -> None:
        """Take an item in that falls due with these others."""
        if due in self._crowded:
            return
        if len(others) >= _MOST:
            for at, other in enumerate(others):
                self.remove(due, other, others[:at])
            self._crowded.add(due)
            return
        sums, twos = self._sums, self._twos
        for other in others:
            two = amount + other, due
            known = twos.get(two, 0)
            twos[two] = known + 1
            if not known:
                sums[two[0]] = sums.get(two[0], 0) + 1

    def remove(self, due: int, amount: int, others: Sequence[int]) -> None:
        """Take an item out that fell due with these others."""
        if due in self._crowded:
            return
        for other in others:
            two = amount + other, due
            if _fewer(self._twos, two):
                _fewer(self._sums, two[0])

    def threes(
        self, amounts: Sequence[int], by_amount: Mapping[int, Sequence[Entry]], target: int
    ) -> Iterator[tuple[Entry, int]]:
        """Items with a day, theirs or the next to it, of which two others come to what is missing from the target."""
        sums, twos = self._sums, self._twos
        for amount in [amount for amount in amounts if target - amount in sums]:
            rest = target - amount
            for entry in by_amount[amount]:
                for day in (entry.due - _NEXT, entry.due, entry.due + _NEXT):
                    if (rest, day) in twos:
                        yield entry, day


def _fewer(counts: dict[Key, int], key: Key) -> bool:
    """One less; whether that was the last."""
    if counts[key] > 1:
        counts[key] -= 1
        return False
    del counts[key]
    return True


def _due(entry: Entry) -> int:
    return entry.due
