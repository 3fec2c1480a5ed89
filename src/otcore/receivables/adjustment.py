"""What closes a part of an open item without cash, and why."""

from enum import StrEnum
from typing import Final

from attrs import frozen

from otcore.values.money import Money


class Why(StrEnum):
    """Why cash and what it closes differ. The codes are public: in ledgers, files and answers."""

    DISCOUNT = "discount"  # taken for paying early
    FEE = "fee"  # kept by a bank on the way
    WITHHOLDING = "withholding"  # tax that the payer hands to its state
    ROUNDING = "rounding"  # a few minor units
    WRITE_OFF = "write_off"  # given up by a person, or within a limit
    FX = "fx"  # the item is in another currency than the cash
    DEDUCTION = "deduction"  # taken off by the payer, not accepted: stays open, in dispute
    PARTIAL = "partial"  # the rest is still to come: stays open


STAYS_OPEN: Final = frozenset({Why.DEDUCTION, Why.PARTIAL})
"""They say why something is still owed, so nothing can be closed by them."""

EITHER_WAY: Final = frozenset({Why.ROUNDING, Why.FX})
"""Differences that may also be in the payer's favour: a negative amount closes less than the cash is worth."""


@frozen
class Adjustment:
    """What closes a part of an item without cash, and why; in the item's currency."""

    why: Why
    amount: Money
