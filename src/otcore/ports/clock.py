"""The only source of time: the domain is told, it never looks."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Says what time it is, aware and in UTC."""

    def now(self) -> datetime:
        """This moment."""
        ...
