"""What is told of orders."""

from attrs import frozen

from otcore.ports.messages.message import Message
from otcore.values.money import Money


@frozen
class OrderDraftedMessage(Message):
    """There is a draft, or it says something else; `value` is what it would come to today."""

    topic = "order.drafted"

    order: str
    customer: str
    value: Money


@frozen
class OrderPlacedMessage(Message):
    """An order is in the books; it may be held or rejected at once. `reference` is the buyer's number."""

    topic = "order.placed"

    order: str
    customer: str
    value: Money
    reference: str = ""


@frozen
class OrderRejectedMessage(Message):
    """The order will not be fulfilled."""

    topic = "order.rejected"

    order: str
    customer: str
    why: str


@frozen
class OrderHeldMessage(Message):
    """The order waits, for one more reason."""

    topic = "order.held"

    order: str
    customer: str
    kind: str
    code: str
    why: str
    by: str = ""


@frozen
class OrderReleasedMessage(Message):
    """One reason to wait is gone; `value` is what was open then."""

    topic = "order.released"

    order: str
    customer: str
    kind: str
    why: str
    value: Money
    by: str = ""


@frozen
class OrderAllocatedMessage(Message):
    """Goods were found for lines that waited; `waiting` names the lines that still wait."""

    topic = "order.allocated"

    order: str
    customer: str
    waiting: str = ""


@frozen
class OrderBackorderedMessage(Message):
    """Goods of the order are not there yet: line by line, how much."""

    topic = "order.backordered"

    order: str
    customer: str
    lines: str


@frozen
class OrderFreedMessage(Message):
    """The goods that were promised went back to the shelves."""

    topic = "order.freed"

    order: str
    customer: str
    why: str


@frozen
class OrderReceivedMessage(Message):
    """The buyer is to be told that the order arrived and waits (AB)."""

    topic = "order.received"

    order: str
    customer: str
    response: str


@frozen
class OrderAcknowledgedMessage(Message):
    """The buyer is to be told what will be delivered: accepted (AP), or with changes (CA)."""

    topic = "order.acknowledged"

    order: str
    customer: str
    response: str


@frozen
class OrderConfirmedMessage(Message):
    """Both sides agree, and how they came to."""

    topic = "order.confirmed"

    order: str
    customer: str
    why: str


@frozen
class AmendmentProposedMessage(Message):
    """One side proposes changes."""

    topic = "order.amendment_proposed"

    order: str
    customer: str
    number: int
    by: str
    why: str = ""


@frozen
class OrderAmendedMessage(Message):
    """A proposal counts from now on; `value` is what the order is worth now."""

    topic = "order.amended"

    order: str
    customer: str
    number: int
    revision: int
    value: Money


@frozen
class AmendmentRejectedMessage(Message):
    """A proposal was turned down; the order stands as it was."""

    topic = "order.amendment_rejected"

    order: str
    customer: str
    number: int
    why: str = ""


@frozen
class AmendmentWithdrawnMessage(Message):
    """A proposal was taken back."""

    topic = "order.amendment_withdrawn"

    order: str
    customer: str
    number: int
    why: str = ""


@frozen
class LinesCancelledMessage(Message):
    """Parts of the order will not be delivered; `value` is what they were worth."""

    topic = "order.lines_cancelled"

    order: str
    customer: str
    lines: str
    value: Money
    why: str = ""


@frozen
class OrderCancelledMessage(Message):
    """The order was given up, by the buyer or the seller."""

    topic = "order.cancelled"

    order: str
    customer: str
    by: str
    why: str = ""


@frozen
class OrderClosedMessage(Message):
    """Nothing more will be done of the order; `released` is what was still open, None for nothing."""

    topic = "order.closed"

    order: str
    customer: str
    why: str = ""
    released: Money | None = None


@frozen
class OrderReopenedMessage(Message):
    """A closed order goes on; `value` is what is still to be shipped."""

    topic = "order.reopened"

    order: str
    customer: str
    why: str
    value: Money
