"""Amounts in the order in which they are likely to be meant, with the sums that are looked for again and again."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from otcore.reconciliation.sums.places import totals_of

_NEAR = 48
_THREES = 16
_ANY = 10


class Line:
    """What sums there are is found once, when it is first asked for: most amounts are none of them.

    A sum that is said to be there may take one amount twice: who asks then looks for its places.
    """

    __slots__ = ("_totals", "_twos", "amounts", "known")

    def __init__(self, amounts: Sequence[int]) -> None:
        self.amounts = amounts
        self.known = frozenset(amounts)
        self._totals: list[int] | None = None
        self._twos: tuple[list[int], frozenset[int]] | None = None

    @property
    def totals(self) -> list[int]:
        """The sums of all up to each."""
        if self._totals is None:
            self._totals = list(accumulate(self.amounts))
        return self._totals

    @property
    def twos(self) -> frozenset[int]:
        """The sums of two of the first 48."""
        return self._pairs()[1]

    def few(self) -> frozenset[int]:
        """The sums of one of all, of two of the first 48, of three of the first 16, of any number of the first 10."""
        near = self.amounts[:_THREES]
        twos = self._pairs()[0]
        threes = [twos[at] + last for place, last in enumerate(near) for at in range(place * (place - 1) // 2)]
        return self.known.union(twos, threes, totals_of(self.amounts[:_ANY]))

    def has_two(self, target: int) -> bool:
        """Whether two of all come to it."""
        known = self.known
        return not known.isdisjoint([target - amount for amount in known])

    def has_three(self, target: int) -> bool:
        """Whether three of the first 48 do."""
        return not self.twos.isdisjoint([target - amount for amount in self.amounts[:_NEAR]])

    def has_four(self, target: int) -> bool:
        """Whether four of the first 48 do."""
        twos = self.twos
        return not twos.isdisjoint([target - two for two in twos])

    def reached(self, target: int) -> int:
        """The place at which all from the first on come to it, or go beyond."""
        return bisect_left(self.totals, target)

    def _pairs(self) -> tuple[list[int], frozenset[int]]:
        """By the place of the later one."""
        if self._twos is None:
            near = self.amounts[:_NEAR]
            twos: list[int] = []
            for at, amount in enumerate(near):
                twos += [amount + other for other in near[:at]]
            self._twos = twos, frozenset(twos)
        return self._twos
