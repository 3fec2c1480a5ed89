"""An allocation: a part of a receipt that closes a part of an open item, and what else closes with it."""

from attrs import frozen

from otcore.receivables.adjustment import Adjustment, Why
from otcore.values.fast_init import fast_init
from otcore.values.money import Money, total

__all__ = ["Adjustment", "Allocation", "Why"]


@fast_init
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
    def worth(self) -> Money:
        """The cash, in the item's currency."""
        return self.amount if self.exchanged is None else self.exchanged

    @property
    def closes(self) -> Money:
        """How much less is open of the item, in the item's currency."""
        worth = self.worth
        return worth + total((each.amount for each in self.adjustments), worth.currency)
