"""What a host asks of amendments, in the imperative. `by` says which side speaks, `day` is the day of the act."""

from datetime import date

from attrs import field, frozen

from otcore.orders.amendment import LineChange, Side
from otcore.orders.details import OrderDetails
from otcore.orders.line import RequestedLine
from otcore.orders.order import Order
from otcore.values.command import Command


@frozen(kw_only=True)
class ProposeAmendment(Command[Order]):
    """Propose changes of an order; it stands as it is until the other side accepts them.

    What a change states and already stands counts as no change. A line's `quantity` is the whole of it, what was
    shipped or given up included. `details` replace those of the order, but for its reference; lines that are wanted on
    the days of the whole order go with new ones. Accepted at once: what a buyer changes before the seller answered the
    order; what a seller changes afterwards where the customer accepts changes beforehand; and what comes to just what
    the other side proposed. Anything else takes the place of what the other side proposed.

    Refused: `NO_CHANGES`, `AMENDMENT_PENDING`, `LINE_UNKNOWN`, `LINE_TWICE`, `LINE_EXISTS`, `QUANTITY_NEGATIVE`,
    `UNIT_DIFFERS`, `CURRENCY_MISMATCH`, `BELOW_SHIPPED`, `BELOW_INVOICED`, `BELOW_CANCELLED`, `PRICE_FIXED`,
    `ADJUSTMENT_BILLED`, `NOTHING_LEFT`, `AMENDMENT_REFUSED` (with the codes of the placing rules), `ORDER_OVER`,
    `ORDER_NOT_PLACED`. Raises `Invalid` for added lines that no order could have.
    """

    order: str
    day: date
    by: Side = field(converter=Side)
    changes: tuple[LineChange, ...] = ()
    added: tuple[RequestedLine, ...] = ()
    details: OrderDetails | None = None
    reason: str = ""
    reference: str = ""


@frozen(kw_only=True)
class AcceptAmendment(Command[Order]):
    """Agree to what the other side proposed. All is checked anew, for goods may have left meanwhile.

    `amendment`: which one is meant; None: whichever waits. Refused: `NO_AMENDMENT`, `NOT_YOUR_AMENDMENT`, and what
    `ProposeAmendment` is refused for.
    """

    order: str
    day: date
    by: Side = field(converter=Side)
    amendment: int | None = None


@frozen(kw_only=True)
class RejectAmendment(Command[Order]):
    """Say no to what the other side proposed: the order stands as it was.

    Refused: `NO_AMENDMENT`, `NOT_YOUR_AMENDMENT`, `ORDER_OVER`.
    """

    order: str
    day: date
    by: Side = field(converter=Side)
    reason: str = ""
    amendment: int | None = None


@frozen(kw_only=True)
class WithdrawAmendment(Command[Order]):
    """Take one's own proposal back: the order stands as it was.

    Refused: `NO_AMENDMENT`, `NOT_YOUR_AMENDMENT`, `ORDER_OVER`.
    """

    order: str
    day: date
    by: Side = field(converter=Side)
    reason: str = ""
    amendment: int | None = None
