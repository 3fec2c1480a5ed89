"""Weights are logarithms: hundredths of a bit, in integers, so that every machine finds the same."""

from functools import lru_cache


@lru_cache(maxsize=65536)
def log2(number: int) -> int:
    """100 * log2 of a positive whole number, rounded down; 0 for less than one."""
    if number < 2:
        return 0
    if number > _LARGE:
        return 100 * (number.bit_length() - 1)
    return int((number**100).bit_length() - 1)


_LARGE = 10**12
DIGIT = 332
"""What one decimal digit is worth."""
