"""What can happen to an order, in the past tense."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.orders.acknowledgement import LineAnswer, ResponseCode
from otcore.orders.details import OrderDetails
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.line import OrderLine
from otcore.stock.reserving import Allocation
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


@fast_init
@frozen
class OrderPlaced:
    """The order is in the books; `value` is what it is worth, tax included."""

    order: str
    customer: str
    day: date
    currency: str
    lines: tuple[OrderLine, ...]
    adjustments: tuple[Adjustment, ...]
    details: OrderDetails
    value: Money


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
    """One reason to wait is gone: who says so is on the record, `reason` says why, `value` what it was then."""

    kind: HoldKind
    reason: str
    value: Money


@frozen
class StockAllocated:
    """Goods are promised to lines; these replace the promises that the lines had."""

    lines: tuple[tuple[str, tuple[Allocation, ...]], ...]


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

    `promised` is what of the line's promises left with it, `released` what of them was given back, each by location.
    """

    line: str
    quantity: Decimal
    promised: tuple[tuple[str, Decimal], ...]
    released: tuple[tuple[str, Decimal], ...]
    cancelled: Decimal


@frozen
class GoodsShipped:
    """A despatch advice was posted; `value` of the order moved from ordered to delivered."""

    shipment: str
    lines: tuple[ShippedLine, ...]
    value: Money
    dropped: Money


@frozen
class LinesInvoiced:
    """Quantities were billed."""

    invoice: str
    lines: tuple[tuple[str, Decimal], ...]


@frozen
class OrderCancelled:
    """Nothing more will be shipped; `released` is the value that no longer counts."""

    reason: str
    released: Money


@frozen
class OrderClosed:
    """Everything that will be shipped is shipped and billed."""


Event = (
    OrderPlaced
    | OrderRejected
    | HoldPlaced
    | HoldReleased
    | StockAllocated
    | ReceiptAcknowledged
    | OrderAcknowledged
    | OrderConfirmed
    | GoodsShipped
    | LinesInvoiced
    | OrderCancelled
    | OrderClosed
)

EVENTS: tuple[type, ...] = (
    OrderPlaced,
    OrderRejected,
    HoldPlaced,
    HoldReleased,
    StockAllocated,
    ReceiptAcknowledged,
    OrderAcknowledged,
    OrderConfirmed,
    GoodsShipped,
    LinesInvoiced,
    OrderCancelled,
    OrderClosed,
)
