"""What is told of shipments."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.orders.shipments import events as e
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.messages import Message
from otcore.ports.messages import goods as m

Told = tuple[Message, ...]


def _planned(shipment: Shipment, event: e.ShipmentPlanned) -> Told:
    return (m.ShipmentPlannedMessage(shipment.id, shipment.order, shipment.customer, event.day),)


def _posted(shipment: Shipment, event: e.ShipmentPosted) -> Told:
    return (m.ShipmentPostedMessage(shipment.id, shipment.order, shipment.customer),)


def _delivered(shipment: Shipment, event: e.ShipmentDelivered) -> Told:
    return (m.ShipmentDeliveredMessage(shipment.id, shipment.order, shipment.customer, event.day),)


def _cancelled(shipment: Shipment, event: e.ShipmentCancelled) -> Told:
    return (m.ShipmentCancelledMessage(shipment.id, shipment.order, shipment.customer, event.reason),)


def _reversed(shipment: Shipment, event: e.DespatchReversed) -> Told:
    return (m.ShipmentReversedMessage(shipment.id, shipment.order, shipment.customer, event.reason),)


TOLD: Mapping[type, Callable[[Shipment, Any], Told]] = {
    e.ShipmentPlanned: _planned,
    e.ShipmentPosted: _posted,
    e.ShipmentDelivered: _delivered,
    e.ShipmentCancelled: _cancelled,
    e.DespatchReversed: _reversed,
}
