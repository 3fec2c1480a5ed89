"""What can happen to a return, in the past tense, and the lines it tells of."""

from datetime import date
from decimal import Decimal
from typing import get_args

from attrs import frozen

from otcore.orders.returns.restocking import RestockingFee
from otcore.values.money import Money

ZERO = Decimal(0)


@frozen
class ReturnLine:
    """What is to come back of one order line, and what became of it: `good`, `scrapped`, or `dropped` (the buyer keeps
    it), in the line's unit. `reinvoice`: what is credited for it is billed again, by the order that replaces it.
    """

    line: str
    quantity: Decimal
    reason: str = ""
    reinvoice: bool = False
    good: Decimal = ZERO
    scrapped: Decimal = ZERO
    dropped: Decimal = ZERO

    @property
    def came_back(self) -> Decimal:
        """What is in the house again, good or spoilt."""
        return self.good + self.scrapped

    @property
    def left(self) -> Decimal:
        """What is still to come."""
        return self.quantity - self.came_back - self.dropped


@frozen
class ToCredit:
    """What a credit note has to take off a line of an invoice, for an order line; `reinvoice`: it is billed again
    elsewhere. In the line's unit.
    """

    invoice: str
    line: str
    quantity: Decimal
    reinvoice: bool = False


@frozen
class CreditedPart:
    """What a credit note gave for a return: the lines of one invoice, and of `value`, tax included, the `fee` kept."""

    note: str
    invoice: str
    lines: tuple[tuple[str, Decimal], ...]
    value: Money
    fee: Money


@frozen
class ReturnOpened:
    """The buyer asks to send goods back; `nothing`: no money, in the order's currency."""

    return_id: str
    order: str
    customer: str
    day: date
    lines: tuple[ReturnLine, ...]
    nothing: Money


@frozen
class ReturnAuthorised:
    """The goods may come."""

    day: date
    fee: RestockingFee


@frozen
class ReturnRejected:
    """The goods may not come."""

    reason: str


@frozen
class ReturnCancelled:
    """The goods will not come; none had."""

    reason: str


@frozen
class ReturnReceived:
    """Goods came: by line, good and spoilt. `value`: what is to be credited for them, tax included, less the `fee`."""

    day: date
    lines: tuple[tuple[str, Decimal, Decimal], ...]
    credits: tuple[ToCredit, ...]
    value: Money
    fee: Money


@frozen
class ReturnCompleted:
    """All came that was to come."""

    day: date


@frozen
class ReturnExchanged:
    """Another order replaces the goods."""

    order: str
    day: date


@frozen
class ReturnClosed:
    """Nothing more comes; `dropped`: what was still to come, by line."""

    day: date
    reason: str
    dropped: tuple[tuple[str, Decimal], ...]


@frozen
class ReturnCredited:
    """A credit note was issued for goods that came."""

    part: CreditedPart


Event = (
    ReturnOpened
    | ReturnAuthorised
    | ReturnRejected
    | ReturnCancelled
    | ReturnReceived
    | ReturnCompleted
    | ReturnExchanged
    | ReturnClosed
    | ReturnCredited
)

EVENTS: tuple[type, ...] = get_args(Event)
