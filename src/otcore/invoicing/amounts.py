"""Percentages of amounts, and amounts within bounds."""

from decimal import Decimal
from functools import lru_cache

from otcore.values.faults import Invalid
from otcore.values.money import Money

LIMIT = 10**18
"""Minor units that `Money` has never."""

_from_minor = Money.from_minor


def percent_of(minor: int, percent: Decimal) -> int:
    """minor x percent / 100, rounded half up (ties away from zero)."""
    numerator, denominator = _hundredth(percent)
    times = minor * numerator
    rounded = (2 * abs(times) + denominator) // (2 * denominator)
    return rounded if times >= 0 else -rounded


@lru_cache(maxsize=1024)  # rates are few, and taking them apart costs more than all the rest
def _hundredth(percent: Decimal) -> tuple[int, int]:
    numerator, denominator = percent.as_integer_ratio()
    return numerator, denominator * 100


def money(minor: int, currency: str) -> Money:
    """A figure of an invoice.

    Raises `Invalid` MONEY_TOO_LARGE from 10**18 minor units on: `Money` would not read it back.
    """
    if -LIMIT < minor < LIMIT:
        return _from_minor(minor, currency)
    raise Invalid.one("MONEY_TOO_LARGE", "an amount of the invoice has 10**18 minor units or more", currency=currency)
