"""Delivering: the buyer has the goods, all of them or fewer than left."""

from collections.abc import Iterator
from decimal import Decimal

from otcore.orders.events import GoodsDelivered
from otcore.orders.order import Order
from otcore.orders.shipments.commands import ConfirmDelivery, DeliveredLine
from otcore.orders.shipments.events import ShipmentDelivered
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE
from otcore.orders.shipments.shipment import Shipment, ShipmentLine
from otcore.values.faults import Rejected

Delivery = tuple[tuple[GoodsDelivered, ...], tuple[ShipmentDelivered, ...]]
"""The facts for the order and for the shipment."""


def deliver(order: Order, shipment: Shipment, command: ConfirmDelivery) -> Delivery:
    """The facts that follow from a proof of delivery, or `Rejected`."""
    if not SHIPMENT_LIFE_CYCLE.allows(shipment.status, ShipmentDelivered):
        raise Rejected("SHIPMENT_NOT_POSTED", shipment=shipment.id, status=shipment.status.value)
    if not any(line.under_way for line in shipment.lines):
        raise Rejected("ALREADY_DELIVERED", shipment=shipment.id)
    if command.day < shipment.day:
        raise Rejected("DELIVERED_EARLIER", shipment=shipment.id, shipped=str(shipment.day), delivered=str(command.day))
    lines = tuple((line, quantity) for line, quantity in _delivered(order, shipment, command) if quantity)
    if not lines:
        raise Rejected("NOTHING_DELIVERED", shipment=shipment.id)
    return (GoodsDelivered(shipment.id, lines),), (ShipmentDelivered(command.day, lines),)


def _delivered(order: Order, shipment: Shipment, command: ConfirmDelivery) -> Iterator[tuple[str, Decimal]]:
    if command.lines is None:
        yield from ((line.line, line.under_way) for line in shipment.lines)
        return
    if len({said.line for said in command.lines}) < len(command.lines):
        raise Rejected("LINE_TWICE", order=order.id, shipment=shipment.id)
    for said in command.lines:
        yield said.line, _checked(order, shipment, shipment.line(said.line), said)


def _checked(order: Order, shipment: Shipment, line: ShipmentLine | None, said: DeliveredLine) -> Decimal:
    ordered = order.line(said.line)
    if line is None or ordered is None:
        raise Rejected("LINE_UNKNOWN", order=order.id, line=said.line)
    unit, value = said.quantity.unit, said.quantity.value
    if unit != ordered.agreed.unit:
        raise Rejected("UNIT_DIFFERS", order=order.id, line=said.line, stated=unit, ordered=ordered.agreed.unit)
    if value < 0:
        raise Rejected("QUANTITY_NEGATIVE", order=order.id, line=said.line, stated=str(said.quantity))
    if value > line.under_way:
        under_way = str(line.under_way)
        raise Rejected("MORE_THAN_SHIPPED", order=order.id, line=said.line, stated=str(value), under_way=under_way)
    return value
