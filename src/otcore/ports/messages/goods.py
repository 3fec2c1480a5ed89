"""What is told of shipments, returns and stock."""

from datetime import date

from attrs import frozen

from otcore.ports.messages.message import Message
from otcore.values.money import Money


@frozen
class ShipmentPlannedMessage(Message):
    """A despatch is being prepared."""

    topic = "shipment.planned"

    shipment: str
    order: str
    customer: str
    day: date


@frozen
class ShipmentPostedMessage(Message):
    """Goods left the house."""

    topic = "shipment.posted"

    shipment: str
    order: str
    customer: str


@frozen
class ShipmentDeliveredMessage(Message):
    """Goods arrived at the buyer's."""

    topic = "shipment.delivered"

    shipment: str
    order: str
    customer: str
    day: date


@frozen
class ShipmentCancelledMessage(Message):
    """What was planned will not leave."""

    topic = "shipment.cancelled"

    shipment: str
    order: str
    customer: str
    why: str = ""


@frozen
class ShipmentReversedMessage(Message):
    """The goods did not leave after all, or came back whole before they were billed."""

    topic = "shipment.reversed"

    shipment: str
    order: str
    customer: str
    why: str = ""


@frozen
class ReturnRequestedMessage(Message):
    """A buyer asks to send goods back."""

    topic = "return.requested"

    return_id: str
    order: str
    customer: str


@frozen
class ReturnAuthorisedMessage(Message):
    """The goods may come."""

    topic = "return.authorised"

    return_id: str
    order: str
    customer: str


@frozen
class ReturnRejectedMessage(Message):
    """The goods may not come."""

    topic = "return.rejected"

    return_id: str
    order: str
    customer: str
    why: str = ""


@frozen
class ReturnCancelledMessage(Message):
    """The goods will not come."""

    topic = "return.cancelled"

    return_id: str
    order: str
    customer: str
    why: str = ""


@frozen
class ReturnReceivedMessage(Message):
    """Goods came back; `value` is to be credited for them, less the `fee`."""

    topic = "return.received"

    return_id: str
    order: str
    customer: str
    value: Money
    fee: Money


@frozen
class ReturnCompletedMessage(Message):
    """All came that was to come."""

    topic = "return.completed"

    return_id: str
    order: str
    customer: str


@frozen
class ReturnExchangedMessage(Message):
    """Another order replaces the goods."""

    topic = "return.exchanged"

    return_id: str
    order: str
    customer: str
    exchange: str


@frozen
class ReturnClosedMessage(Message):
    """Nothing more comes."""

    topic = "return.closed"

    return_id: str
    order: str
    customer: str
    why: str = ""


@frozen
class StockShortMessage(Message):
    """More is promised than is there and than will come."""

    topic = "stock.short"

    item: str
    product: str
    location: str
    short: str
