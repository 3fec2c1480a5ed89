"""The texts of XML Schema's simple types (XML Schema 1.1 part 2) as values."""

import re
from datetime import date
from decimal import Decimal

from otcore.values import Invalid, decimal_of

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.]{5,30})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_BLANKS = re.compile(r"\s+")
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_QUARTET = 4
_NUMBER = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def day_of(text: str) -> date:
    """The day that an xs:date or xs:dateTime writes.

    It is the day as written: the writer's own, not moved to another time zone. Raises `Invalid` DATE_FORMAT.
    """
    match = _DAY.fullmatch(text)
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        shown = ascii(text[:40])
        raise Invalid.one("DATE_FORMAT", f"{shown} is not a day like 2026-03-31", value=shown) from None


def boolean_of(text: str) -> bool:
    """An xs:boolean: true, false, 1, 0. Raises `Invalid` BOOLEAN_FORMAT."""
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    shown = ascii(text[:40])
    raise Invalid.one("BOOLEAN_FORMAT", f"{shown} is neither true nor false", value=shown)


def number_of(text: str, *, max_digits: int = 28, max_places: int = 10) -> Decimal:
    """An xs:decimal, which may also be written +5, .5 and 5. Raises `Invalid` with the codes of `decimal_of`."""
    match = _NUMBER.fullmatch(text)
    if match and (match[2] or match[3]):
        sign, whole, fraction = match.groups()
        text = f"{sign.replace('+', '')}{whole or '0'}{'.' if fraction else ''}{fraction or ''}"
    return decimal_of(text, max_digits=max_digits, max_places=max_places)


def base64_of(text: str) -> str:
    """An xs:base64Binary without the blanks that may stand in it. Raises `Invalid` BASE64_FORMAT."""
    content = _BLANKS.sub("", text)
    if len(content) % _QUARTET or not _BASE64.fullmatch(content):
        raise Invalid.one("BASE64_FORMAT", "this is not Base64 (RFC 4648, 4)")
    return content
