"""What is drawn by chance: whole numbers (minutes, days, pieces), the same for the same seed on every machine."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from random import Random
from typing import Protocol

from attrs import Attribute, field, frozen

from otcore.values.faults import Invalid


class Distribution(Protocol):
    """Whole numbers by chance."""

    def draw(self, chance: Random) -> int:
        """One of them."""
        ...


@frozen
class Always:
    """One number, each time."""

    value: int

    def draw(self, chance: Random) -> int:
        """The number."""
        return self.value


@frozen
class Between:
    """Every number from `low` to `high` alike, both included. Raises `Invalid` DISTRIBUTION_EMPTY when low is above."""

    low: int
    high: int

    def __attrs_post_init__(self) -> None:
        if self.high < self.low:
            raise Invalid.one("DISTRIBUTION_EMPTY", f"nothing is between {self.low} and {self.high}")

    def draw(self, chance: Random) -> int:
        """A number of the range."""
        return chance.randint(self.low, self.high)


def _counts(counts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(counts))


@frozen
class Observed:
    """Numbers with how often each was seen: each is drawn as often as it was.

    Raises `Invalid` DISTRIBUTION_EMPTY when nothing was seen.
    """

    counts: tuple[tuple[int, int], ...] = field(converter=_counts)

    @counts.validator
    def _seen(self, attribute: "Attribute[tuple[tuple[int, int], ...]]", counts: tuple[tuple[int, int], ...]) -> None:
        if not counts or min(count for _, count in counts) < 1:
            raise Invalid.one("DISTRIBUTION_EMPTY", "a distribution needs numbers that were seen at least once")

    @classmethod
    def of(cls, numbers: Iterable[int]) -> "Observed":
        """From the numbers themselves."""
        return cls(Counter(numbers).items())

    def draw(self, chance: Random) -> int:
        """A number that was seen."""
        steps = list(accumulate(count for _, count in self.counts))
        return self.counts[bisect_right(steps, chance.randrange(steps[-1]))][0]
