"""Calendar months, and how many days each counts for."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum


class MonthDays(StrEnum):
    """How many days a calendar month counts for."""

    ACTUAL = "actual"  # those it has; of the month of the day asked for, those up to the day
    THIRTY = "thirty"  # thirty; of the month of the day asked for, those up to the day, thirty at its end


def month_of(day: date) -> date:
    """The first of its month, which names the month."""
    return day.replace(day=1)


def months_back(as_of: date, first: date) -> Iterator[date]:
    """The months from the day's own back to that of the first day."""
    month = month_of(as_of)
    while month > month_of(first):
        yield month
        month = month_of(month - timedelta(days=1))
    if month == month_of(first):
        yield month


def days_of(month: date, as_of: date, counted: MonthDays) -> int:
    """How many days a month counts for, as of a day."""
    length = monthrange(month.year, month.month)[1]
    reached = as_of.day if month == month_of(as_of) else length
    if counted is MonthDays.ACTUAL:
        return reached
    return 30 if reached == length else min(reached, 30)
