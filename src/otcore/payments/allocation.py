"""An allocation: a part of a receipt that closes a part of an open item, and what else closes with it."""

from enum import StrEnum

from attrs import frozen

from otcore.values.money import Money, total


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


@frozen
class Adjustment:
    """What closes a part of an item without cash, and why; in the item's currency."""

    why: Why
    amount: Money


@frozen
class Allocation:
    """A part of a receipt, given to an item.

    `amount`: the cash; negative where a credit is used as a source. `adjustments` close more of the item than the cash.
    `reason`: why something stays open (`Why.DEDUCTION`, `Why.PARTIAL`), else "". `exchanged`: of an item in another
    currency, what the cash is worth there; None: the cash itself.
    """

    item: str
    amount: Money
    adjustments: tuple[Adjustment, ...] = ()
    reason: str = ""
    exchanged: Money | None = None

    @property
    def closes(self) -> Money:
        """How much less is open of the item, in the item's currency."""
        cash = self.amount if self.exchanged is None else self.exchanged
        return cash + total((each.amount for each in self.adjustments), cash.currency)
