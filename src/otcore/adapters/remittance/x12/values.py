"""Amounts and days as X12 writes them (data types R and DT of X12.6)."""

import re
from datetime import date

from otcore.adapters.remittance.x12.segments import Segment
from otcore.schemas.limits import FIRST_YEAR, LAST_YEAR
from otcore.values.faults import Invalid
from otcore.values.money import Money

_AMOUNT = re.compile(r"(-?)([0-9]{0,16})(?:\.([0-9]{0,6}))?")
_DAY = re.compile("([0-9]{4}|[0-9]{2})([0-9]{2})([0-9]{2})")
_CENTURY = 70  # two digits of a year: from here on the nineteen hundreds


def money_in(segment: Segment, element: int, currency: str) -> Money | None:
    """An amount; None when the element is not there.

    Raises `Invalid` X12_AMOUNT, and at its place what `Money` refuses.
    """
    said = segment.get(element)
    if not said:
        return None
    match = _AMOUNT.fullmatch(said)
    if match is None or not (match[2] or match[3]):
        raise segment.fault("X12_AMOUNT", f"{said[:40]!a} is not an amount like -1250.5", element)
    try:
        money = Money(f"{match[2] or '0'}.{match[3] or '0'}", currency)
    except Invalid as error:
        raise segment.fault(error.faults[0].code, error.faults[0].message, element) from None
    return -money if match[1] else money


def day_in(segment: Segment, element: int) -> date | None:
    """A day, of eight digits, or of six in older versions; None when the element is not there. X12_DATE."""
    said = segment.get(element)
    if not said:
        return None
    match = _DAY.fullmatch(said)
    try:
        year, month, day = map(int, match.groups()) if match else (0, 0, 0)
        if match and len(match[1]) == len("26"):
            year += 1900 if year >= _CENTURY else 2000
        found = date(year, month, day)
    except ValueError:
        found = date.min
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise segment.fault("X12_DATE", f"{said[:40]!a} is not a day like 20260131", element)
    return found
