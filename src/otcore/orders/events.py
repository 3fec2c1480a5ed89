"""What can happen to an order, in the past tense; quantities are in the unit of their line."""

from datetime import date
from decimal import Decimal
from typing import get_args

from attrs import frozen

from otcore.orders.acknowledgement import LineAnswer, ResponseCode
from otcore.orders.advances import Deducted, Milestone
from otcore.orders.amendment import Amendment, Side
from otcore.orders.details import OrderDetails
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.line import Agreed, OrderLine, RequestedLine
from otcore.stock.reserving import Allocation
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.rates import Rate


@frozen
class OrderDrafted:
    """A draft, or what a draft says from now on; nothing is agreed yet, `value` is what it would come to today."""

    order: str
    customer: str
    day: date
    currency: str
    lines: tuple[OrderLine, ...]
    adjustments: tuple[Adjustment, ...]
    details: OrderDetails
    value: Money
    requested: tuple[RequestedLine, ...]


@fast_init
@frozen
class OrderPlaced:
    """The order is in the books; `value` is what it is worth, tax included.

    `rate`: into the currency of the customer's credit account; None: the order is in that currency.
    """

    order: str
    customer: str
    day: date
    currency: str
    lines: tuple[OrderLine, ...]
    adjustments: tuple[Adjustment, ...]
    details: OrderDetails
    value: Money
    rate: Rate | None = None


@frozen
class OrderRejected:
    """The order will not be fulfilled; `reasons` are codes with their facts, readable."""

    reasons: tuple[str, ...]


@frozen
class HoldPlaced:
    """The order waits."""

    hold: Hold


@frozen
class HoldReleased:
    """One reason to wait is gone: `by` whom and why, and what the open value was then. `day` None: not recorded."""

    kind: HoldKind
    reason: str
    value: Money
    day: date | None = None
    by: str = ""


@frozen
class RateFixed:
    """The rate into the currency of the customer's credit account, found after the order was placed."""

    rate: Rate


@frozen
class CreditCleared:
    """How much of the open value counts in the exposure while a rise of it waits for a release; None: all of it."""

    value: Money | None


@frozen
class StockAllocated:
    """Goods are promised to lines; these replace the promises that the lines had.

    `awaited`: of goods that are yet to arrive, for the lines named there. `days`: by when all of a line is promised.
    `until`: when the promises of an order that is not confirmed lapse.
    """

    lines: tuple[tuple[str, tuple[Allocation, ...]], ...]
    awaited: tuple[tuple[str, tuple[Allocation, ...]], ...] = ()
    days: tuple[tuple[str, date | None], ...] = ()
    until: date | None = None


@frozen
class StockFreed:
    """Every promise of the order went back to the shelves; its value still counts in the exposure. `why`: a code."""

    why: str


@frozen
class ReceiptAcknowledged:
    """The buyer was told that the order arrived and waits (AB)."""

    day: date


@frozen
class OrderAcknowledged:
    """The buyer was told what will be delivered."""

    day: date
    code: ResponseCode
    answers: tuple[LineAnswer, ...]


@frozen
class OrderConfirmed:
    """Both sides agree; `by` says how: nothing changed, the customer's policy, or the buyer's answer."""

    by: str


@fast_init
@frozen
class ShippedLine:
    """What left of one line; `cancelled` will not follow (short-closed).

    `promised` is what of the line's promises left with it, `released` what of them was given back, `awaited` what of
    its promises of arriving goods ended, each by location.
    """

    line: str
    quantity: Decimal
    promised: tuple[tuple[str, Decimal], ...]
    released: tuple[tuple[str, Decimal], ...]
    cancelled: Decimal
    awaited: tuple[tuple[str, Decimal], ...] = ()


@frozen
class GoodsShipped:
    """A despatch advice was posted; `value` of the order moved from ordered to delivered. `ahead`: the part of it that
    was billed before; None: nothing.
    """

    shipment: str
    lines: tuple[ShippedLine, ...]
    value: Money
    dropped: Money
    ahead: Money | None = None


@frozen
class ShipmentReversed:
    """A shipment did not leave after all, or came back whole before it was billed; its value is open again."""

    shipment: str
    lines: tuple[tuple[str, Decimal, Decimal], ...]
    """Line, quantity, and what had been closed short with it."""
    value: Money
    ahead: Money | None = None
    """The part of the value that is billed; None: nothing."""


@frozen
class GoodsDelivered:
    """Goods of a shipment arrived at the buyer's."""

    shipment: str
    lines: tuple[tuple[str, Decimal], ...]


@frozen
class LinesCancelled:
    """Quantities will not be delivered; `released` is the value that no longer counts."""

    lines: tuple[tuple[str, Decimal], ...]
    reason: str
    released: Money


@frozen
class ReturnRequested:
    """It was agreed that quantities come back."""

    return_id: str
    lines: tuple[tuple[str, Decimal], ...]


@frozen
class ReturnDropped:
    """These quantities do not come back after all: the return was rejected, called off, or closed before all came."""

    return_id: str
    lines: tuple[tuple[str, Decimal], ...]


@frozen
class GoodsReturned:
    """Quantities came back: by line, good and spoilt. `unbilled`: what of them was not billed, and never will be."""

    return_id: str
    lines: tuple[tuple[str, Decimal, Decimal], ...]
    unbilled: tuple[tuple[str, Decimal], ...] = ()


@frozen
class LinesInvoiced:
    """Quantities were billed. `ahead`: what was billed of the open value, tax included; None: nothing."""

    invoice: str
    lines: tuple[tuple[str, Decimal], ...]
    ahead: Money | None = None


@frozen
class LinesCredited:
    """Billed quantities were credited by a credit note."""

    note: str
    lines: tuple[tuple[str, Decimal], ...]


@frozen
class MilestonesPlanned:
    """The order is billed by these milestones, in place of those planned before."""

    milestones: tuple[Milestone, ...]


@frozen
class AdvanceBilled:
    """An invoice before delivery, over an amount, tax included. `milestone`: the one that it bills."""

    invoice: str
    day: date
    amount: Money
    milestone: str = ""


@frozen
class AdvanceDeducted:
    """An invoice deducts so much of each of these advances."""

    invoice: str
    parts: Deducted


@frozen
class AdvanceReturned:
    """A credit note took back an invoice that deducted advances: they are to be deducted again."""

    note: str
    invoice: str


@frozen
class AdvanceCredited:
    """A credit note takes so much off an advance."""

    note: str
    invoice: str
    amount: Money


@frozen
class AmendmentProposed:
    """One side proposes changes; the order stands as it is until they are accepted."""

    amendment: Amendment


@frozen
class AmendedLine:
    """A line as it is agreed from now on; one that was not there before is new. `promised`: by when.

    `cancelled`: what of it is given up from now on; None: what was given up before.
    """

    line: str
    agreed: Agreed
    ordered: Decimal
    promised: date | None = None
    cancelled: Decimal | None = None


@frozen
class AmendmentAccepted:
    """The proposal counts from now on. `value`, `open_value`: of the whole order, as after it."""

    number: int
    lines: tuple[AmendedLine, ...]
    value: Money
    open_value: Money
    details: OrderDetails | None = None


@frozen
class AmendmentRejected:
    """The other side said no: the order stands as it was."""

    number: int
    reason: str


@frozen
class AmendmentWithdrawn:
    """The side that proposed took it back, or proposed something else instead."""

    number: int
    reason: str


@frozen
class OrderCancelled:
    """Nothing more will be shipped; `released` is the value that no longer counts. `by`: who gave it up."""

    reason: str
    released: Money
    by: Side = Side.BUYER


@frozen
class OrderClosed:
    """Nothing more will be done: all is shipped and billed, or somebody said so (`reason`).

    `released`: the value of what stays open and no longer counts; None: nothing stayed open.
    """

    reason: str = ""
    released: Money | None = None


@frozen
class OrderReopened:
    """A closed order goes on; `value` is what is still to be shipped. Its goods and its credit are asked for anew."""

    reason: str
    value: Money


Event = (
    OrderDrafted
    | OrderPlaced
    | OrderRejected
    | HoldPlaced
    | HoldReleased
    | RateFixed
    | CreditCleared
    | StockAllocated
    | StockFreed
    | ReceiptAcknowledged
    | OrderAcknowledged
    | OrderConfirmed
    | AmendmentProposed
    | AmendmentAccepted
    | AmendmentRejected
    | AmendmentWithdrawn
    | GoodsShipped
    | ShipmentReversed
    | GoodsDelivered
    | LinesCancelled
    | ReturnRequested
    | ReturnDropped
    | GoodsReturned
    | LinesInvoiced
    | LinesCredited
    | MilestonesPlanned
    | AdvanceBilled
    | AdvanceDeducted
    | AdvanceReturned
    | AdvanceCredited
    | OrderCancelled
    | OrderClosed
    | OrderReopened
)

EVENTS: tuple[type, ...] = get_args(Event)
