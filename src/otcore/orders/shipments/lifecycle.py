"""The life cycle of a shipment: everything that moves its stored status. Whether it is billed stands beside it."""

from enum import StrEnum

from otcore.orders.shipments import events as e
from otcore.values.machine import Machine


class ShipmentStatus(StrEnum):
    """Where the goods of a despatch are."""

    PLANNED = "planned"
    POSTED = "posted"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    REVERSED = "reversed"


_GONE = (ShipmentStatus.POSTED, ShipmentStatus.DELIVERED)

_BESIDE = (e.ShipmentInvoiced, e.GoodsCameBack, e.BillTakenBack)
"""What may happen to goods that left without moving them."""

SHIPMENT_LIFE_CYCLE: Machine[ShipmentStatus] = Machine(
    {
        (None, e.ShipmentPlanned): ShipmentStatus.PLANNED,
        (None, e.ShipmentPosted): ShipmentStatus.POSTED,
        (ShipmentStatus.PLANNED, e.ShipmentPosted): ShipmentStatus.POSTED,
        (ShipmentStatus.PLANNED, e.ShipmentCancelled): ShipmentStatus.CANCELLED,
        **{(status, e.ShipmentDelivered): ShipmentStatus.DELIVERED for status in _GONE},
        **{(status, event): status for status in _GONE for event in _BESIDE},
        (ShipmentStatus.POSTED, e.DespatchReversed): ShipmentStatus.REVERSED,
    }
)
