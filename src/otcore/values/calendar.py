"""Days on which work is done."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import final

from attrs import field, frozen

from otcore.values.faults import Invalid

SATURDAY_AND_SUNDAY = frozenset({5, 6})
"""By `date.weekday()`: Monday is 0."""

_DAY = timedelta(days=1)


def _weekdays(days: Iterable[int]) -> frozenset[int]:
    return frozenset(days)


def _dates(days: Iterable[date]) -> frozenset[date]:
    return frozenset(days)


@final
@frozen
class WorkCalendar:
    """Every day is a working day but those of the weekend (`date.weekday()`: 0 is Monday) and the holidays.

    Raises `Invalid` CALENDAR_WEEKEND for a weekend that is not made of days of the week, or is the whole of it; and
    DATE_RANGE where a search leaves the years 1 to 9999.
    """

    weekend: frozenset[int] = field(default=SATURDAY_AND_SUNDAY, converter=_weekdays)
    holidays: frozenset[date] = field(default=frozenset(), converter=_dates)

    def __attrs_post_init__(self) -> None:
        if not self.weekend < frozenset(range(7)):
            days = ", ".join(map(str, sorted(self.weekend)))
            raise Invalid.one("CALENDAR_WEEKEND", f"a weekend is some of the days 0 to 6, not {days}", weekend=days)

    def is_working(self, day: date) -> bool:
        """Whether work is done on this day."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def next_working(self, day: date) -> date:
        """This day, or the first working day after it."""
        return self._roll(day, _DAY)

    def previous_working(self, day: date) -> date:
        """This day, or the last working day before it."""
        return self._roll(day, -_DAY)

    def add_working_days(self, day: date, days: int) -> date:
        """So many working days later (earlier, when negative); a day off counts as the next working day.

        Law: adding a and then b is adding a + b.
        """
        step = _DAY if days > 0 else -_DAY
        found = self.next_working(day)
        for _ in range(abs(days)):
            found = self._roll(_moved(found, step), step)
        return found

    def _roll(self, day: date, step: timedelta) -> date:
        while not self.is_working(day):
            day = _moved(day, step)
        return day


def _moved(day: date, step: timedelta) -> date:
    try:
        return day + step
    except OverflowError:
        raise Invalid.one("DATE_RANGE", f"no working day is left beyond {day}") from None


MONDAY_TO_FRIDAY = WorkCalendar()
"""No holidays."""
