"""A span of days."""

from datetime import date
from typing import final

from attrs import frozen

from otcore.values.faults import Invalid


@final
@frozen
class Period:
    """The days from `start` to `end`, both included. Raises `Invalid` PERIOD_ORDER when it ends before it starts."""

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise Invalid.one("PERIOD_ORDER", f"{self.end} is before {self.start}", start=self.start, end=self.end)

    @property
    def days(self) -> int:
        """How many days it has: at least one."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"
