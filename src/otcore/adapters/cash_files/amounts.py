"""Amounts of a file: texts in major units, integers in minor units, never a binary float."""

import re
from collections.abc import Callable
from typing import Any

from otcore.values.currencies import digits
from otcore.values.faults import Invalid
from otcore.values.money import Money

_COMMA = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?|[+-]?[0-9]+(?:,[0-9]+)?")
_MEMBERS = {"amount", "currency"}


def money_of(currency: str, minor_units: bool, decimal_comma: bool) -> Callable[[Any], Money]:
    """A reader of amounts in a currency; a text may name its own: "12.30 EUR".

    It raises `Invalid` MONEY_NOT_TEXT for a JSON number (an integer is taken where the file is in minor units),
    MONEY_FORMAT, CURRENCY_UNKNOWN where none is said, and what `Money` raises.
    """

    def read(value: Any) -> Money:
        if isinstance(value, str):
            return _from_text(value.strip(), currency, decimal_comma)
        if minor_units and isinstance(value, int) and not isinstance(value, bool):
            digits(_said(currency))
            return Money.from_minor(value, currency)
        if isinstance(value, dict) and set(value) == _MEMBERS and all(isinstance(each, str) for each in value.values()):
            return Money(value["amount"], value["currency"])
        raise Invalid.one(
            "MONEY_NOT_TEXT",
            'an amount is a text like "1234.56"; integers are taken as minor units only when asked for',
        )

    return read


def _from_text(value: str, currency: str, decimal_comma: bool) -> Money:
    number, _, own = value.partition(" ")
    if decimal_comma:
        if not _COMMA.fullmatch(number):
            raise Invalid.one("MONEY_FORMAT", f"{value[:40]!a} is not an amount like 1.234,56")
        number = number.replace(".", "").replace(",", ".")
    return Money(number.removeprefix("+"), _said(own.strip() or currency))


def _said(currency: str) -> str:
    if not currency:
        raise Invalid.one("CURRENCY_UNKNOWN", "it has no currency, and none was given for the file")
    return currency
