"""The values that fields are made of: days of two-digit years, amounts with a decimal comma."""

import re
from calendar import monthrange
from datetime import date

from otcore.values import Invalid, Money, decimal_of

_CENTURY = 80  # SWIFT: 80 to 99 is the twentieth century
_AMOUNT = re.compile(r"0*([0-9]{1,15})(?:,([0-9]*))?")
_FEBRUARY = 2
_LAST_OF_FEBRUARY = 30


def day_of(text: str) -> date:
    """A day YYMMDD. The 29th or 30th of a February that has none is its last day: banks that count a month as 30 days
    (30/360) write value dates so. Raises `Invalid` DATE_FORMAT.
    """
    year, month, day = int(text[:2]), int(text[2:4]), int(text[4:6])
    year += 1900 if year >= _CENTURY else 2000
    if month == _FEBRUARY and day <= _LAST_OF_FEBRUARY:
        day = min(day, monthrange(year, month)[1])
    try:
        return date(year, month, day)
    except ValueError:
        raise Invalid.one("DATE_FORMAT", f"{text!a} is not a day like 260331", value=text) from None


def booked_on(month_day: str, value: date) -> date:
    """A booking day MMDD, in the year that brings it closest to the value date. Raises `Invalid` DATE_FORMAT."""
    days = [day_of(f"{year % 100:02}{month_day}") for year in (value.year - 1, value.year, value.year + 1)]
    return min(days, key=lambda day: (abs(day - value), day))


def money_of(text: str, currency: str) -> Money:
    """An amount with a decimal comma, which may be missing. Raises `Invalid` NUMBER_FORMAT and the codes of `Money`."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise Invalid.one("NUMBER_FORMAT", f"{text[:40]!a} is not an amount like 1234,56", value=text[:40])
    fraction = (found[2] or "").rstrip("0")
    return Money(decimal_of(f"{found[1]}.{fraction}" if fraction else found[1]), currency)


def coded_money(text: str) -> Money | None:
    """An amount after its currency (`EUR4,5`); None for anything else: such amounts stand in free text."""
    try:
        return money_of(text[3:], text[:3])
    except Invalid:
        return None
