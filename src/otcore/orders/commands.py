"""What a host asks of an order, in the imperative. `day` is the business day of the act."""

from datetime import date

from attrs import frozen

from otcore.orders.details import OrderDetails
from otcore.orders.hold import HoldKind
from otcore.orders.line import RequestedLine
from otcore.orders.order import Order
from otcore.values.adjustment import Adjustment
from otcore.values.command import Command


@frozen(kw_only=True)
class PlaceOrder(Command[Order]):
    """Take an order in. It is stored whatever comes of it: promised, held or rejected.

    Raises `ORDER_EXISTS` when the id is taken, `CUSTOMER_UNKNOWN` (as `NotFound`) when nobody could have placed it, and
    `Invalid` when the document contradicts itself (no lines, the same line twice, two currencies).
    """

    order: str
    customer: str
    day: date
    currency: str
    lines: tuple[RequestedLine, ...]
    adjustments: tuple[Adjustment, ...] = ()
    details: OrderDetails = OrderDetails()


@frozen(kw_only=True)
class AcknowledgeOrder(Command[Order]):
    """Answer the buyer: received and waiting (AB), accepted (AP), accepted with change (CA). A rejected order has its
    answer.
    """

    order: str
    day: date


@frozen(kw_only=True)
class AgreeToChanges(Command[Order]):
    """The buyer agrees to what was acknowledged with changes."""

    order: str
    day: date


@frozen(kw_only=True)
class ReleaseHold(Command[Order]):
    """Lift one hold. When it was the last, goods are promised and the value counts in the exposure.

    Refused: `NOT_HELD`, `ORDER_OVER`.
    """

    order: str
    kind: HoldKind
    reason: str
    day: date


@frozen(kw_only=True)
class CancelOrder(Command[Order]):
    """Give the whole order up. Refused: `ALREADY_SHIPPED` once anything left (short-close the rest), `ORDER_OVER`."""

    order: str
    day: date
    reason: str = ""
