"""Days, amounts and control figures of a BAI2 file."""

import re
from datetime import date

from otcore.adapters.statements.bai2.records import Record
from otcore.values import Invalid, Money, digits

_DAY = re.compile(r"[0-9]{6}")
_AMOUNT = re.compile(r"[+-]?[0-9]{1,18}")
_CENTURY = 80


def day_of(record: Record, text: str) -> date:
    """A day YYMMDD. Raises `Invalid` DATE_FORMAT."""
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        year = int(text[:2])
        return date(year + (1900 if year >= _CENTURY else 2000), int(text[2:4]), int(text[4:]))
    except ValueError:
        raise record.fault("DATE_FORMAT", f"{text[:40]!a} is not a day like 260331", value=text[:40]) from None


def number_of(record: Record, text: str) -> int:
    """A whole number with or without a sign; amounts are in minor units. Raises `Invalid` NUMBER_FORMAT."""
    if not _AMOUNT.fullmatch(text):
        raise record.fault("NUMBER_FORMAT", f"{text[:40]!a} is not an amount in minor units", value=text[:40])
    return int(text)


def money_of(record: Record, minor: int, currency: str) -> Money:
    """Raises `Invalid` CURRENCY_UNKNOWN, MONEY_TOO_LARGE."""
    try:
        digits(currency)
        return Money.from_minor(minor, currency)
    except Invalid as error:
        raise error.at(record.place) from None


def field(fields: list[str], place: int) -> str:
    """The field at this place; "" where the record is shorter."""
    return fields[place] if place < len(fields) else ""
