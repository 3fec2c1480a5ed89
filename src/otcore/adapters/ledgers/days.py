"""Days as ledgers write them: the order of day and month is taken from the whole column, never guessed."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from otcore.adapters.ledgers.agreeing import Doubts, Reading, Way, agreed
from otcore.adapters.ledgers.columns import Column
from otcore.adapters.ledgers.layout import Days
from otcore.adapters.ledgers.names import MONTHS
from otcore.schemas.limits import FIRST_YEAR, LAST_YEAR

# A time of the day may follow; the day is the one that is written, wherever on earth that was.
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})" + _TIME)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})" + _TIME)
_NAMED = re.compile(r"(\d{1,2})[-. /]+([^\W\d_]+)\.?[-. /,]+(\d{4}|\d{2})|([^\W\d_]+)\.?[ ](\d{1,2}),?[ ](\d{4})")
_CENTURY, _SHORT = 2000, 2
_DOUBTS = Doubts(
    "DATE_FORMAT", "DATE_AMBIGUOUS", "DATE_MIXED", "a date like 2026-03-31, 31.03.2026 or 3/31/2026", "--dates"
)


def read_days(column: Column, order: Days | None) -> Reading[date]:
    """The days of a column; faults DATE_FORMAT, DATE_AMBIGUOUS, DATE_MIXED.

    A year of four digits at the beginning, and a month by its name, need no order. Points stand between day, month and
    year, in this order (DIN 5008), unless an order is given. Two digits of a year are of this century.
    """
    ways = {Days.DMY: _dmy, Days.MDY: _mdy_not_with_points} if order is None else {order: _WAYS[order]}
    return agreed(column, {str(way): do for way, do in ways.items()}, _DOUBTS)


def _ymd(text: str) -> date | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]))
    named = _NAMED.fullmatch(text)
    if not named:
        return None
    day, month, year = (named[1], named[2], named[3]) if named[1] else (named[5], named[4], named[6])
    return _day(_full(year), MONTHS.get(month.casefold(), 0), int(day))


def _dmy(text: str) -> date | None:
    found = _YEAR_LAST.fullmatch(text)
    return _day(_full(found[4]), int(found[3]), int(found[1])) if found else _ymd(text)


def _mdy(text: str) -> date | None:
    found = _YEAR_LAST.fullmatch(text)
    return _day(_full(found[4]), int(found[1]), int(found[3])) if found else _ymd(text)


def _mdy_not_with_points(text: str) -> date | None:
    return None if "." in text[:6] and _YEAR_LAST.fullmatch(text) else _mdy(text)


_WAYS: Mapping[Days, Way[date]] = {Days.YMD: _ymd, Days.DMY: _dmy, Days.MDY: _mdy}


def _full(year: str) -> int:
    return _CENTURY + int(year) if len(year) == _SHORT else int(year)


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        if FIRST_YEAR <= year <= LAST_YEAR:
            return date(year, month, day)
    return None
