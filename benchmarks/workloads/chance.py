"""Chance: draws that a seed decides."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

Drawn = TypeVar("Drawn")


class Chance:
    """Draws; the same seed draws the same."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def happens(self, share: float) -> bool:
        """True in `share` of the draws (0 to 1)."""
        return self._random.random() < share

    def number(self, first: int, last: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(first, last)

    def digits(self, count: int) -> str:
        """So many digits, the first of them no zero."""
        return str(self._random.randint(10 ** (count - 1), 10**count - 1))

    def skewed(self, median: float, spread: float) -> float:
        """A positive number with a long tail (log-normal)."""
        return median * self._random.lognormvariate(0, spread)

    def one(self, options: Sequence[Drawn]) -> Drawn:
        """One of them, each as likely."""
        return self._random.choice(options)

    def some(self, options: Sequence[Drawn], count: int) -> list[Drawn]:
        """So many different ones, in any order."""
        return self._random.sample(options, count)

    def shuffled(self, options: Sequence[Drawn]) -> list[Drawn]:
        """All of them, in any order."""
        return self._random.sample(options, len(options))

    def weighted(self, weights: Mapping[Drawn, float]) -> Drawn:
        """One of the keys, as likely as its weight."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def heads(self, cumulative: Sequence[float], count: int) -> list[int]:
        """So many indices, as likely as the cumulative weights say."""
        return self._random.choices(range(len(cumulative)), cum_weights=cumulative, k=count)
