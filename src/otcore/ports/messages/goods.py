"""What is told of shipments and stock."""

from datetime import date

from attrs import frozen

from otcore.ports.messages.message import Message


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
class StockShortMessage(Message):
    """More is promised than is there and than will come."""

    topic = "stock.short"

    item: str
    product: str
    location: str
    short: str
