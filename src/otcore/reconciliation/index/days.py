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

    @property
    def twos(self) -> frozenset[int]:
        """What two of them come to."""
        if self._twos is None:
            self._twos = frozenset(map(sum, combinations(self.amounts, 2)))
        return self._twos


class Days:
    """The due days of an account. Kept up to date only when asked: until then it is noted what has changed.

    Days on which more than 40 fall due are left out: there something always fits.
    """

    __slots__ = ("_changed", "_of")

    def __init__(self, dues: set[int]) -> None:
        self._changed = dues
        self._of: dict[int, Day] = {}

    def change(self, due: int) -> None:
        """Note that the items of a day are others now."""
        self._changed.add(due)

    def reaching(self, keys: Sequence[int], opens: Sequence[int], target: int) -> Iterator[tuple[int, int]]:
        """From where to where items of one day stand of which three come to the target, if one may be taken twice."""
        for due in self._changed:
            first, end = _places(due, keys)
            if _FEWEST <= end - first <= _MOST:
                self._of[due] = Day(opens[first:end])
            else:
                self._of.pop(due, None)
        self._changed.clear()
        for due, day in self._of.items():
            if day.most >= target and not day.twos.isdisjoint([target - amount for amount in day.amounts]):
                yield _places(due, keys)


def _places(due: int, keys: Sequence[int]) -> tuple[int, int]:
    first = bisect_left(keys, first_of(due))
    return first, bisect_left(keys, first_of(due + 1), first)
