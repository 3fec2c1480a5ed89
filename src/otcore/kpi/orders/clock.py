"""How long it took from one milestone to another."""

from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from otcore.kpi.orders.rows import Reached
from otcore.values.calendar import WorkCalendar

_MICROSECOND, _DAY = timedelta(microseconds=1), timedelta(days=1)


class Clock(StrEnum):
    """DAYS: calendar days between the days of business; one day to the next is 1. WORKING_DAYS: the working days after
    the first day up to the last. RECORDED: the time between the recorded moments, in days of 24 hours.
    """

    DAYS = "days"
    WORKING_DAYS = "working-days"
    RECORDED = "recorded"


def took(start: Reached, end: Reached, clock: Clock, calendar: WorkCalendar) -> Fraction | str:
    """Days, negative when the end came first; NO_TIME where a moment is asked for and not known."""
    if clock is Clock.RECORDED:
        if start.at is None or end.at is None:
            return "NO_TIME"
        return Fraction((end.at - start.at) // _MICROSECOND, _DAY // _MICROSECOND)
    if clock is Clock.DAYS:
        return Fraction((end.day - start.day).days)
    if end.day < start.day:
        return Fraction(-_working_days(end.day, start.day, calendar))
    return Fraction(_working_days(start.day, end.day, calendar))


def _working_days(start: date, end: date, calendar: WorkCalendar) -> int:
    return sum(calendar.is_working(start + timedelta(days=each)) for each in range(1, (end - start).days + 1))
