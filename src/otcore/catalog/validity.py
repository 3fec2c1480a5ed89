"""From when until when something counts."""

from datetime import date
from typing import final

from attrs import frozen

from otcore.values.faults import Invalid


@final
@frozen
class Validity:
    """The days from `since` to `until`, both included; None: no end on that side.

    Raises `Invalid` PERIOD_ORDER when it ends before it starts.
    """

    since: date | None = None
    until: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise Invalid.one("PERIOD_ORDER", f"{self.until} is before {self.since}", start=self.since, end=self.until)

    def __contains__(self, day: date) -> bool:
        return (self.since or date.min) <= day <= (self.until or date.max)

    def overlaps(self, other: "Validity") -> bool:
        """Whether some day is in both."""
        return (self.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (
            self.until or date.max
        )

    def __str__(self) -> str:
        return f"{self.since or ''}/{self.until or ''}"


ALWAYS = Validity()
"""Without an end on either side."""
