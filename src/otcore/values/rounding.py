"""Rounding by name: every mode treats a number and its negative alike."""

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum

from otcore.values.decimals import EXACT
from otcore.values.faults import Invalid


class Rounding(StrEnum):
    """How a number between two neighbours is rounded.

    HALF_UP: to the nearest, ties away from zero (commercial rounding, EN 16931). HALF_EVEN: ties to the even neighbour.
    HALF_DOWN: ties towards zero. UP: away from zero. DOWN: towards zero.
    """

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    HALF_DOWN = "half-down"
    UP = "up"
    DOWN = "down"


DECIMAL_MODES = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.HALF_DOWN: ROUND_HALF_DOWN,
    Rounding.UP: ROUND_UP,
    Rounding.DOWN: ROUND_DOWN,
}
"""The same modes in the `decimal` module."""

_QUANTA = tuple(Decimal((0, (1,), -places)) for places in range(29))


def round_to(value: Decimal, places: int, mode: Rounding = Rounding.HALF_UP) -> Decimal:
    """The value with exactly `places` decimals (0 to 28); never a negative zero.

    Raises `Invalid` NUMBER_NOT_FINITE for NaN and infinities.
    """
    if not value.is_finite():
        raise Invalid.one("NUMBER_NOT_FINITE", f"cannot round {value}", value=value)
    rounded = value.quantize(_QUANTA[places], DECIMAL_MODES[mode], EXACT)
    return rounded if rounded else rounded.copy_abs()


def round_ratio(numerator: int, denominator: int, mode: Rounding = Rounding.HALF_UP) -> int:
    """numerator / denominator as a whole number, rounded once from the exact quotient.

    Raises `ZeroDivisionError` for a zero denominator.
    """
    size, remainder = divmod(abs(numerator), abs(denominator))
    if remainder and _away(size, 2 * remainder - abs(denominator), mode):
        size += 1
    return -size if (numerator < 0) != (denominator < 0) else size


def _away(size: int, beyond_half: int, mode: Rounding) -> bool:
    """Whether to leave zero by one more, given the sign of what lies beyond the half."""
    if mode is Rounding.UP:
        return True
    if mode is Rounding.DOWN:
        return False
    if beyond_half:
        return beyond_half > 0
    return mode is Rounding.HALF_UP or (mode is Rounding.HALF_EVEN and size % 2 == 1)
