"""Weights are logarithms: hundredths of a bit, in integers, so that every machine finds the same."""

from bisect import bisect_right
from functools import lru_cache

_HUNDREDTHS = 100
_LARGE = 10**12
_PLACES = _LARGE.bit_length()


@lru_cache(maxsize=65536)
def log2(number: int) -> int:
    """100 * log2 of a positive whole number, rounded down; 0 for less than one."""
    if number < 2:
        return 0
    whole = number.bit_length() - 1
    if number > _LARGE:
        return _HUNDREDTHS * whole
    return _HUNDREDTHS * whole + bisect_right(_STEPS, number << (_PLACES - whole)) - 1


def _step(hundredths: int) -> int:
    """The least whole number n with n / 2**_PLACES >= 2 ** (hundredths / 100)."""
    goal = 1 << (_PLACES * _HUNDREDTHS + hundredths)
    step = int(2 ** (_PLACES + hundredths / _HUNDREDTHS)) - 1  # a float is right to far less than one here
    while step**_HUNDREDTHS < goal:
        step += 1
    return step


_STEPS = tuple(map(_step, range(_HUNDREDTHS)))
DIGIT = 332
"""What one decimal digit is worth."""
