"""A share of a whole."""

from decimal import Decimal

from otcore.values.decimals import EXACT


def share(part: int, whole: int) -> Decimal:
    """From 0 to 1, rounded half up to 6 places. `whole` is positive."""
    return Decimal((part * 2_000_000 + whole) // (2 * whole)).scaleb(-6, EXACT)
