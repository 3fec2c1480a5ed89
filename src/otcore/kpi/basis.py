"""By number or by amount."""

from enum import StrEnum


class Basis(StrEnum):
    """What a share is counted in."""

    COUNT = "count"
    AMOUNT = "amount"
