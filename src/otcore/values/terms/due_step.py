"""One move of a date."""

from datetime import date, timedelta
from functools import lru_cache
from typing import final

from attrs import frozen
from dateutil.relativedelta import relativedelta

from otcore.values.calendar import WorkCalendar
from otcore.values.faults import Invalid

_LONGEST = {"months": 120, "weeks": 520, "days": 3650, "working_days": 2600}
"""How far one step may go, there or back: ten years."""

_LAST_DAY = 31
_WEEK = 7


@final
@frozen
class DueStep:
    """A move by months; then to `day` of that month (in a shorter month its last, so 31 is the month's end; 0: none);
    then by weeks, days and working days; then on to the next `weekday` (`date.weekday()`: 0 is Monday), the day itself
    if it is one.

    Raises `Invalid` TERMS_STEP for more than ten years, a day beyond 31 or a weekday beyond 6.
    """

    months: int = 0
    weeks: int = 0
    days: int = 0
    working_days: int = 0
    day: int = 0
    weekday: int | None = None

    def __attrs_post_init__(self) -> None:
        for name, most in _LONGEST.items():
            if abs(getattr(self, name)) > most:
                raise Invalid.one("TERMS_STEP", f"a step goes at most {most} {name}", f"/{name}", limit=most)
        if not 0 <= self.day <= _LAST_DAY:
            raise Invalid.one("TERMS_STEP", f"a month has the days 1 to {_LAST_DAY}", "/day", day=self.day)
        if self.weekday is not None and not 0 <= self.weekday < _WEEK:
            raise Invalid.one("TERMS_STEP", "a week has the days 0 (Monday) to 6", "/weekday", weekday=self.weekday)

    def moved(self, day: date, calendar: WorkCalendar) -> date:
        """The day after this move. Raises `Invalid` DATE_RANGE beyond the years 1 to 9999."""
        try:
            there = self._by_calendar_days(day)
            there = calendar.add_working_days(there, self.working_days) if self.working_days else there
            return there if self.weekday is None else there + timedelta(days=(self.weekday - there.weekday()) % _WEEK)
        except (OverflowError, ValueError):
            raise Invalid.one("DATE_RANGE", f"a step from {day} leaves the years 1 to 9999", day=day) from None

    def _by_calendar_days(self, day: date) -> date:
        if self.months or self.day:
            day += _by_months(self.months, self.day or None)
        return day + timedelta(weeks=self.weeks, days=self.days) if self.weeks or self.days else day


# The same few steps date every invoice; making the delta takes longer than using it.
_by_months = lru_cache(maxsize=512)(lambda months, day: relativedelta(months=months, day=day))


END_OF_MONTH = DueStep(day=_LAST_DAY)
"""On to the last day of the month."""
