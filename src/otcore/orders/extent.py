"""How far something went: not at all, in part, or all of it."""

from decimal import Decimal
from enum import StrEnum


class Extent(StrEnum):
    """How far something went."""

    NONE = "none"
    PART = "part"
    ALL = "all"


def extent_of(done: Decimal, of: Decimal) -> Extent:
    """How much of a quantity is done; of nothing, nothing."""
    return spread(done, of, of - done)


def spread(done: Decimal, of: Decimal, left: Decimal) -> Extent:
    """How far something went when `left` is still to be done; too much of one line does not make up for another."""
    if not done:
        return Extent.NONE
    return Extent.ALL if left <= 0 and of else Extent.PART
