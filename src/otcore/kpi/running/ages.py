"""Days from which ages are counted, put together where they fall in the same bucket at every day asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date


class Ages:
    """Classes of days, numbered from the earliest: of one class, one bucket at each of the days asked for."""

    def __init__(self, days: Sequence[date], edges: Sequence[int]) -> None:
        asked = [day.toordinal() for day in days]
        self.bounds = sorted({day - edge for day in asked for edge in edges})
        """The first days of the classes from the second on, as ordinals."""
        within = [bound - 1 for bound in self.bounds[:1]] + self.bounds
        self.buckets = tuple(tuple(bisect_left(edges, day - start) for day in asked) for start in within)
        """The bucket of each class at each day."""

    def number(self, day: date) -> int:
        """The class of a day."""
        return bisect_right(self.bounds, day.toordinal())
