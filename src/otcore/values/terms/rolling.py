"""Where a due day goes that is no working day."""

from datetime import date
from enum import StrEnum

from otcore.values.calendar import WorkCalendar


class Rolling(StrEnum):
    """FOLLOWING: the next working day; PRECEDING: the one before; MODIFIED_FOLLOWING: the next within the month, else
    the one before; NONE: it stays. These are the business day conventions of ISDA (2006 Definitions, 4.12).
    """

    NONE = "none"
    FOLLOWING = "following"
    PRECEDING = "preceding"
    MODIFIED_FOLLOWING = "modified-following"


def rolled(day: date, rolling: Rolling, calendar: WorkCalendar) -> date:
    """The day itself where work is done on it, else the one that the rule names. Raises `Invalid` DATE_RANGE."""
    if rolling is Rolling.NONE:
        return day
    if rolling is Rolling.PRECEDING:
        return calendar.previous_working(day)
    following = calendar.next_working(day)
    leaves = rolling is Rolling.MODIFIED_FOLLOWING and following.month != day.month
    return calendar.previous_working(day) if leaves else following
