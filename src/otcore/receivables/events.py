"""What happens to an open item."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.receivables.adjustment import Adjustment
from otcore.receivables.applied import Adjusted, Applied
from otcore.receivables.dispute import Dispute
from otcore.values.money import Money
from otcore.values.terms import DiscountOffer, Instalment


@frozen
class ItemOpened:
    """An invoice became a debt. `orders`: the buyer's numbers of what it bills; `discounts`: for paying early."""

    item: str
    customer: str
    reference: str
    day: date
    due: date
    amount: Money
    exposure: Money | None = None
    instalments: tuple[Instalment, ...] = ()
    orders: tuple[str, ...] = ()
    discounts: tuple[DiscountOffer, ...] = ()


@frozen
class ItemPaid:
    """A receipt closes (a part of) the debt; `adjustments` close more of it than the cash."""

    applied: Applied
    adjustments: tuple[Adjustment, ...] = ()


@frozen
class ItemReopened:
    """All that a receipt closed of the debt is owed again: it was taken off the item, or the bank took it back."""

    receipt: str
    amount: Money
    day: date
    why: str


@frozen
class ItemWrittenOff:
    """A part of the debt is given up."""

    adjusted: Adjusted
    why: str


@frozen
class WriteOffReversed:
    """What was given up is owed again."""

    source: str
    amount: Money
    day: date
    why: str


@frozen
class ItemFellOverdue:
    """A due day passed with something of what was due still open."""

    day: date


@frozen
class ItemCredited:
    """A credit note closes (a part of) the debt; of a credit, so much of it was used for a debt."""

    applied: Applied


@frozen
class CreditReleased:
    """A use of a credit is undone: the debt is owed again; of the credit, so much can be used again."""

    applied: Applied


@frozen
class ItemDisputed:
    """The buyer says that it does not owe this."""

    dispute: Dispute


@frozen
class DisputeSettled:
    """The dispute is over, and how it ended."""

    dispute: str
    day: date
    outcome: str


Event = (
    ItemOpened
    | ItemPaid
    | ItemFellOverdue
    | ItemCredited
    | ItemDisputed
    | DisputeSettled
    | ItemReopened
    | ItemWrittenOff
    | WriteOffReversed
    | CreditReleased
)

EVENTS: tuple[type, ...] = get_args(Event)
