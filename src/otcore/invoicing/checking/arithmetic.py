"""Exact arithmetic on stated figures, whatever the host has set for its own decimals."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

MOST_DIGITS = 64
"""The digits that a figure may be written with; a longer one is no amount that anybody means."""

_WIDE = Context(prec=6 * MOST_DIGITS, traps=[InvalidOperation, DivisionByZero, Overflow])
"""Sums and products of such figures are exact; a quotient is close enough to round as the exact one would."""

_HUNDREDTH = Decimal("0.01")


def total(values: Iterable[Decimal]) -> Decimal:
    """The sum; zero for none."""
    result = Decimal(0)
    for value in values:
        result = _WIDE.add(result, value)
    return result


def less(value: Decimal, other: Decimal) -> Decimal:
    """The first less the second."""
    return _WIDE.subtract(value, other)


def times(value: Decimal, other: Decimal) -> Decimal:
    """The product."""
    return _WIDE.multiply(value, other)


def over(value: Decimal, other: Decimal) -> Decimal:
    """The quotient. Raises `decimal.DivisionByZero` and its like for a zero divisor."""
    return _WIDE.divide(value, other)


def percent_of(base: Decimal, percent: Decimal) -> Decimal:
    """So many hundredths of the base."""
    return times(times(base, percent), _HUNDREDTH)


def rounded(value: Decimal, places: int) -> Decimal:
    """The value with so many decimals, half up with ties away from zero; never a negative zero."""
    result = value.quantize(Decimal((0, (1,), -places)), ROUND_HALF_UP, _WIDE)
    return result if result else result.copy_abs()
