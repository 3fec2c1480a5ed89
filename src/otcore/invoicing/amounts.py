"""From exact numbers to minor units: every rounding of an invoice happens in one of these two places."""

from decimal import ROUND_HALF_UP, Decimal

from otcore.values.decimals import EXACT
from otcore.values.faults import Invalid
from otcore.values.money import Money

_LIMIT = 10**18
_multiply = EXACT.multiply
_scale = EXACT.scaleb
_from_minor = Money.from_minor


def minor_units(value: Decimal, places: int) -> int:
    """The value in minor units of a currency with `places` decimals, rounded half up (ties away from zero)."""
    return int(_scale(value, places).to_integral_value(ROUND_HALF_UP))


def percent_of(minor: int, percent: Decimal) -> int:
    """minor x percent / 100, rounded half up (ties away from zero)."""
    return int(_scale(_multiply(percent, minor), -2).to_integral_value(ROUND_HALF_UP))


def money(minor: int, currency: str) -> Money:
    """A figure of an invoice.

    Raises `Invalid` MONEY_TOO_LARGE from 10**18 minor units on: `Money` would not read it back.
    """
    if -_LIMIT < minor < _LIMIT:
        return _from_minor(minor, currency)
    raise Invalid.one("MONEY_TOO_LARGE", "an amount of the invoice has 10**18 minor units or more", currency=currency)
