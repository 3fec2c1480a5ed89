"""Days and amounts of a cell, as the mapping says that they are written."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from otcore.adapters.statements.csv.mapping import CsvMapping
from otcore.values import Invalid, Money, decimal_of

_PARTS = {"%d": r"(?P<day>[0-9]{1,2})", "%m": r"(?P<month>[0-9]{1,2})"}
_PARTS |= {"%Y": r"(?P<year>[0-9]{4})", "%y": r"(?P<year>[0-9]{2})"}
_DIRECTIVE = re.compile("(%[dmYy])")
_CENTURY, _SHORT = 2000, 2


def day_of(text: str, mapping: CsvMapping) -> date:
    """A day in the mapping's format; two digits are a year from 2000 on. Raises `Invalid` DATE_FORMAT."""
    found = _pattern(mapping.day).fullmatch(text)
    try:
        if found is None:
            raise ValueError
        year = int(found["year"]) + (_CENTURY if len(found["year"]) == _SHORT else 0)
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        shown = ascii(text[:40])
        raise Invalid.one("DATE_FORMAT", f"{shown} is not a day like {mapping.day}", value=shown) from None


def money_of(text: str, currency: str, mapping: CsvMapping) -> Money:
    """A signed amount; the sign may stand before or behind it. Raises `Invalid` NUMBER_FORMAT and the codes of
    `Money`.
    """
    return Money(_number(text, mapping), currency)


def _number(text: str, mapping: CsvMapping) -> Decimal:
    found = _amount(mapping.decimal, mapping.group).fullmatch(text)
    if found is None or (found["before"] and found["behind"]):
        shown = ascii(text[:40])
        raise Invalid.one("NUMBER_FORMAT", f"{shown} is not an amount as the mapping has them", value=shown)
    whole = found["whole"].replace(mapping.group, "") if mapping.group else found["whole"]
    fraction = (found["fraction"] or "").rstrip("0")
    number = decimal_of(f"{whole}.{fraction}" if fraction else whole)
    return -number if number and "-" in (found["before"], found["behind"]) else number


@lru_cache(maxsize=64)
def _amount(decimal: str, group: str) -> "re.Pattern[str]":
    grouped = rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+|" if group else ""
    return re.compile(
        rf"(?P<before>[+-]?)\s?(?P<whole>{grouped}[0-9]{{1,18}})(?:{re.escape(decimal)}(?P<fraction>[0-9]{{0,10}}))?"
        r"\s?(?P<behind>[+-]?)"
    )


@lru_cache(maxsize=64)
def _pattern(day: str) -> "re.Pattern[str]":
    parts = (_PARTS.get(part) or re.escape(part) for part in _DIRECTIVE.split(day))
    return re.compile("".join(parts))
