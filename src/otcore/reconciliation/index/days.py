"""What falls due on one day: of a large account the sums of two items of each day, found once and kept."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from otcore.reconciliation.index.entry import first_of

_FEWEST = 3
_MOST = 40


class Day:
    """The amounts that fall due on a day. `most`: what three of them come to at most."""

    __slots__ = ("_twos", "amounts", "most")

    def __init__(self, amounts: Sequence[int]) -> None:
        self.amounts = amounts
        self.most = sum(sorted(amounts)[-_FEWEST:])
        self._twos: frozenset[int] | None = None

    def may_reach(self, target: int) -> bool:
        """Whether three of them come to the target, if one may be taken twice."""
        if target > self.most:
            return False
        if self._twos is None:
            self._twos = frozenset(map(sum, combinations(self.amounts, 2)))
        return not self._twos.isdisjoint([target - amount for amount in self.amounts])


class Days:
    """The due days of an account. Kept up to date only when asked: until then it is noted what was added.

    What was paid stays until its day is looked at: it makes a sum too many, never one too few. Days on which more than
    40 fall due are left out until fewer do: there something always fits.
    """

    __slots__ = ("_added", "_crowded", "_of")

    def __init__(self, dues: set[int]) -> None:
        self._added = dues
        self._crowded: set[int] = set()
        self._of: dict[int, Day] = {}

    def add(self, due: int) -> None:
        """Note that an item more falls due on a day."""
        self._added.add(due)

    def reaching(self, keys: Sequence[int], opens: Sequence[int], target: int) -> Iterator[tuple[int, int]]:
        """From where to where items of one day stand of which three come to the target, if one may be taken twice."""
        for due in self._added:
            self._renew(due, keys, opens)
        self._added = self._crowded.copy()
        for due in [due for due, day in self._of.items() if day.may_reach(target)]:
            first, end = _places(due, keys)
            if end - first != len(self._of[due].amounts):
                self._renew(due, keys, opens)
            if due in self._of and self._of[due].may_reach(target):
                yield first, end

    def _renew(self, due: int, keys: Sequence[int], opens: Sequence[int]) -> None:
        first, end = _places(due, keys)
        if end - first > _MOST:
            self._crowded.add(due)
        else:
            self._crowded.discard(due)
        if _FEWEST <= end - first <= _MOST:
            self._of[due] = Day(opens[first:end])
        else:
            self._of.pop(due, None)


def _places(due: int, keys: Sequence[int]) -> tuple[int, int]:
    first = bisect_left(keys, first_of(due))
    return first, bisect_left(keys, first_of(due + 1), first)
