"""Planning despatches: what is prepared, and what of it is given up."""

from otcore.orders.events import GoodsShipped
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.order import Order
from otcore.orders.shipments.commands import CancelShipment, PlanShipment
from otcore.orders.shipments.events import ShipmentCancelled, ShipmentPlanned
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE
from otcore.orders.shipments.shipment import Shipment
from otcore.orders.shipments.shipping import despatch_lines
from otcore.orders.shipments.terms import ShippingTerms
from otcore.values.faults import Rejected
from otcore.values.money import Money


def plan(
    order: Order, shipment: Shipment | None, command: PlanShipment, terms: ShippingTerms
) -> tuple[ShipmentPlanned, ...]:
    """The fact that a despatch is prepared, or `Rejected`; a held order may be prepared for."""
    if shipment is not None:
        raise Rejected("SHIPMENT_EXISTS", shipment=command.shipment)
    if not LIFE_CYCLE.allows(order.status, GoodsShipped):
        raise Rejected("ORDER_NOT_CONFIRMED", order=order.id, status=order.status.value)
    despatch_lines(order, command.shipment, command.lines, terms)
    nothing = Money.zero(order.currency)
    return (ShipmentPlanned(command.shipment, order.id, order.customer, command.day, command.lines, nothing),)


def cancel_plan(shipment: Shipment, command: CancelShipment) -> tuple[ShipmentCancelled, ...]:
    """The fact that a planned despatch is given up, or `Rejected`."""
    if not SHIPMENT_LIFE_CYCLE.allows(shipment.status, ShipmentCancelled):
        raise Rejected("SHIPMENT_NOT_PLANNED", shipment=shipment.id, status=shipment.status.value)
    return (ShipmentCancelled(command.reason),)
