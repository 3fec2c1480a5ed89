"""The ends of months: the days that figures are compared over."""

from calendar import monthrange
from datetime import date

from dateutil.relativedelta import relativedelta

from otcore.values.period import Period


def month_ends(as_of: date, count: int, since: date) -> tuple[date, ...]:
    """The last so many ends of months, the last of them the day itself; none before the month of `since`."""
    ends = [as_of]
    first = as_of.replace(day=1)
    while len(ends) < count and first > since:
        ends.append(date.fromordinal(first.toordinal() - 1))
        first -= relativedelta(months=1)
    return tuple(reversed(ends))


def month_of(day: date) -> Period:
    """The days of the month up to the day."""
    return Period(day.replace(day=1), day)


def is_end(day: date) -> bool:
    """Whether it is the last day of its month."""
    return day.day == monthrange(day.year, day.month)[1]
