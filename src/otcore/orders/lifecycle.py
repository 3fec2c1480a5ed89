"""The life cycle of an order: everything that moves its stored status. What is shipped, billed or paid is derived
elsewhere.
"""

from enum import StrEnum

from otcore.orders import events as e
from otcore.values.machine import Machine


class Status(StrEnum):
    """Where an order stands between buyer and seller."""

    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


LIFE_CYCLE: Machine[Status] = Machine(
    {
        (None, e.OrderPlaced): Status.SUBMITTED,
        (Status.SUBMITTED, e.OrderRejected): Status.REJECTED,
        (Status.SUBMITTED, e.HoldPlaced): Status.SUBMITTED,
        (Status.SUBMITTED, e.HoldReleased): Status.SUBMITTED,
        (Status.SUBMITTED, e.StockAllocated): Status.SUBMITTED,
        (Status.SUBMITTED, e.ReceiptAcknowledged): Status.SUBMITTED,
        (Status.SUBMITTED, e.OrderAcknowledged): Status.ACKNOWLEDGED,
        (Status.SUBMITTED, e.OrderCancelled): Status.CANCELLED,
        (Status.ACKNOWLEDGED, e.OrderConfirmed): Status.CONFIRMED,
        (Status.ACKNOWLEDGED, e.OrderCancelled): Status.CANCELLED,
        (Status.CONFIRMED, e.HoldPlaced): Status.CONFIRMED,
        (Status.CONFIRMED, e.HoldReleased): Status.CONFIRMED,
        (Status.CONFIRMED, e.StockAllocated): Status.CONFIRMED,
        (Status.CONFIRMED, e.GoodsShipped): Status.CONFIRMED,
        (Status.CONFIRMED, e.LinesInvoiced): Status.CONFIRMED,
        (Status.CONFIRMED, e.OrderCancelled): Status.CANCELLED,
        (Status.CONFIRMED, e.OrderClosed): Status.CLOSED,
    }
)
