"""Days and amounts as OFX writes them."""

import re
from datetime import date
from decimal import Decimal

from otcore.adapters.statements.ofx.tree import Element
from otcore.values import Invalid, Money, decimal_of

# YYYYMMDD, then perhaps a time and an offset. The day counts as the bank wrote it.
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9.:]{0,14})(?:\[[^\]]{0,20}\])?")
_AMOUNT = re.compile(r"([+-]?)([0-9]*)(?:[.,]([0-9]*))?")


def day_in(element: Element, *names: str) -> date | None:
    """The first of these days that is stated. Raises `Invalid` DATE_FORMAT."""
    for name in names:
        child = element.child(name)
        if child is not None and child.text:
            return _day(child)
    return None


def required_day(element: Element, name: str) -> date:
    """Raises `Invalid` OFX_MISSING, DATE_FORMAT."""
    day = day_in(element, name)
    if day is None:
        raise missing(element, name)
    return day


def money_in(element: Element, name: str, currency: str) -> Money:
    """A signed amount, its decimals behind a point or a comma; zeros beyond the currency's decimals are fine.

    Raises `Invalid` OFX_MISSING, NUMBER_FORMAT, CURRENCY_UNKNOWN and the codes of `Money`.
    """
    child = element.child(name)
    if child is None or not child.text:
        raise missing(element, name)
    try:
        return Money(_number(child), currency)
    except Invalid as error:
        raise error.at(child.place) if not error.faults[0].path else error from None


def missing(element: Element, name: str) -> Invalid:
    """The error that something must stand in an element and does not."""
    return element.fault("OFX_MISSING", f"{name} is missing or blank", name=name)


def _number(child: Element) -> Decimal:
    found = _AMOUNT.fullmatch(child.text)
    if found is None or not (found[2] or found[3]):
        raise child.fault("NUMBER_FORMAT", f"{child.text[:40]!a} is not an amount like -12.50", value=child.text[:40])
    sign = "-" if found[1] == "-" else ""
    fraction = (found[3] or "").rstrip("0")
    number = f"{found[2] or '0'}{'.' if fraction else ''}{fraction}"
    return decimal_of(sign + number if decimal_of(number) else number)


def _day(child: Element) -> date:
    found = _DAY.fullmatch(child.text)
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat("")
    except ValueError:
        shown = ascii(child.text[:40])
        raise child.fault("DATE_FORMAT", f"{shown} is not a day like 20260331", value=shown) from None
