"""What a host asks of an order, in the imperative. `day` is the business day of the act."""

from datetime import date

from attrs import field, frozen

from otcore.orders.amendment import LineChange, Side
from otcore.orders.details import OrderDetails
from otcore.orders.hold import HoldKind
from otcore.orders.line import RequestedLine
from otcore.orders.order import Order
from otcore.values.adjustment import Adjustment
from otcore.values.command import Command
from otcore.values.quantity import Quantity


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

    With `changes` or `added` lines, or where the seller's own proposal waits, the answer is CA with what the seller
    proposes: another quantity, price, day or a substitute. The buyer agrees by `AgreeToChanges` or by an amendment that
    comes to the same; a customer who accepts changes beforehand has agreed. An order that waits may be answered so
    where the changes settle what it waits for.

    Refused: `ORDER_NOT_SUBMITTED`, `ORDER_HELD`, and with changes what `ProposeAmendment` is refused for.
    """

    order: str
    day: date
    changes: tuple[LineChange, ...] = ()
    added: tuple[RequestedLine, ...] = ()
    reason: str = ""


@frozen(kw_only=True)
class AgreeToChanges(Command[Order]):
    """The buyer agrees to what was acknowledged with changes, and to what the seller proposed since.

    Refused: `NOTHING_TO_AGREE`, and with a proposal what `AcceptAmendment` is refused for.
    """

    order: str
    day: date


@frozen(kw_only=True)
class RejectOrder(Command[Order]):
    """The seller will not deliver (RE): before both sides agreed the order is rejected, afterwards it is cancelled.

    Refused: `ALREADY_SHIPPED` once anything left (cancel the rest), `ORDER_OVER`, `ORDER_NOT_PLACED`.
    Raises `Invalid` REASON_MISSING.
    """

    order: str
    day: date
    reason: str


@frozen(kw_only=True)
class HoldOrder(Command[Order]):
    """Make an order wait: a person does, or a fraud tool. `code` says more than the kind, for programs; `reason` for
    people.

    A credit controller's hold of kind credit is lifted like one that a check placed. What is promised stays promised
    unless the house frees it (`House.free_on_hold`).
    Refused: `ORDER_NOT_PLACED` for a draft, `ORDER_OVER`, `ALREADY_HELD` by the same kind and code.
    Raises `Invalid` REASON_MISSING.
    """

    order: str
    kind: HoldKind = field(converter=HoldKind)
    reason: str
    day: date
    code: str = ""


@frozen(kw_only=True)
class ReleaseHold(Command[Order]):
    """Lift one hold. When it was the last, goods are promised and the value counts in the exposure.

    Refused: `NOT_HELD`, `ORDER_OVER`. Raises `Invalid` REASON_MISSING.
    """

    order: str
    kind: HoldKind = field(converter=HoldKind)
    reason: str
    day: date


@frozen(kw_only=True)
class CancelOrder(Command[Order]):
    """Give the whole order up; the buyer does, or the seller (RE). A draft is thrown away.

    Refused: `ALREADY_SHIPPED` once anything left (short-close the rest), `BILLED_AHEAD` while something is billed that
    did not leave (credit it first), `ORDER_OVER`.
    """

    order: str
    day: date
    reason: str = ""
    by: Side = field(default=Side.BUYER, converter=Side)


@frozen(kw_only=True)
class LineCancellation:
    """What of one line will not be delivered; `quantity` None: all that is open."""

    line: str
    quantity: Quantity | None = None


@frozen(kw_only=True)
class CancelLines(Command[Order]):
    """Give parts of an order up, at any time: what is shipped or billed stays. Nothing left and nothing shipped: the
    order is cancelled.

    Refused: `ORDER_NOT_PLACED`, `ORDER_OVER`, `EMPTY_SELECTION` when nothing would change, `LINE_UNKNOWN`,
    `LINE_TWICE`, `UNIT_DIFFERS`, `QUANTITY_NEGATIVE`, `MORE_THAN_OPEN`, `BILLED_AHEAD`.
    """

    order: str
    day: date
    lines: tuple[LineCancellation, ...]
    reason: str = ""


@frozen(kw_only=True)
class CloseOrder(Command[Order]):
    """Do nothing more of a confirmed order, whatever is open of it. What was shipped is still billed.

    Refused: `ORDER_NOT_CONFIRMED`, `ORDER_OVER`, `BILLED_AHEAD`. Raises `Invalid` REASON_MISSING.
    """

    order: str
    day: date
    reason: str


@frozen(kw_only=True)
class ReopenOrder(Command[Order]):
    """Go on with a closed order: its open value is checked against the credit again, its goods are promised again.

    Refused: `ORDER_NOT_CLOSED`, `NOTHING_OPEN` when nothing was left to ship, `CUSTOMER_CLOSED`. Raises `Invalid`
    REASON_MISSING.
    """

    order: str
    day: date
    reason: str
