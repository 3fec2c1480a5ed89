"""The virtual clock: minutes of the simulation as moments."""

from datetime import UTC, date, datetime, time, timedelta

import simpy
from attrs import frozen

_MINUTE = timedelta(minutes=1)


@frozen
class VirtualClock:
    """Says the simulation's time; it begins with the first minute (UTC) of a day."""

    first: datetime
    environment: simpy.Environment

    @classmethod
    def starting(cls, day: date) -> "VirtualClock":
        """A clock that stands at the beginning of a day."""
        return cls(datetime.combine(day, time(0), UTC), simpy.Environment())

    def now(self) -> datetime:
        """This moment, to the minute."""
        return self.first + int(self.environment.now) * _MINUTE

    @property
    def today(self) -> date:
        """This day."""
        return self.now().date()

    def until(self, moment: datetime) -> simpy.Timeout:
        """Wait for a moment; none that is past."""
        wait = -((self.now() - moment) // _MINUTE)
        return self.environment.timeout(max(wait, 0))
