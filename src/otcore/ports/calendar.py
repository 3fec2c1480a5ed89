"""Where work calendars come from: the domain is given the value, a host loads it when it builds its house."""

from datetime import date
from typing import Protocol

from otcore.values.calendar import WorkCalendar


class Calendars(Protocol):
    """Knows the weekends and holidays of places."""

    def load(self, place: str, first: date, last: date) -> WorkCalendar:
        """The calendar of a place ("DE", "DE-BY"), with every holiday from `first` to `last`.

        Raises `NotFound` for a place that is not known.
        """
        ...
