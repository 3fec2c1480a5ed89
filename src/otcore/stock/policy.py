"""How much of an order has to be promised for any of it to be promised."""

from enum import StrEnum


class Allocating(StrEnum):
    """Whole means: on the shelves or, with a day, of what is to arrive."""

    PARTIAL = "partial"
    """What there is."""
    LINE = "line"
    """Each line whole, or nothing of it."""
    ORDER = "order"
    """Every line whole, or nothing of any."""
