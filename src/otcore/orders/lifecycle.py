"""The life cycle of an order: everything that moves its stored status. What is shipped, billed or paid is derived
elsewhere.
"""

from enum import StrEnum

from otcore.orders import events as e
from otcore.values.machine import Machine


class Status(StrEnum):
    """Where an order stands between buyer and seller."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


_BESIDE = (
    e.HoldPlaced,
    e.HoldReleased,
    e.RateFixed,
    e.CreditCleared,
    e.StockAllocated,
    e.StockFreed,
    e.LinesCancelled,
    e.AmendmentProposed,
    e.AmendmentAccepted,
    e.AmendmentRejected,
    e.AmendmentWithdrawn,
    e.MilestonesPlanned,
    e.AdvanceBilled,
    e.AdvanceCredited,
)
"""What may happen to an order under way without moving it."""

_AFTERWARDS = (
    e.GoodsDelivered,
    e.ReturnRequested,
    e.ReturnDropped,
    e.GoodsReturned,
    e.LinesInvoiced,
    e.LinesCredited,
    e.AdvanceDeducted,
    e.AdvanceReturned,
)
"""What may happen once goods left, whether the order is still open or not."""

LIFE_CYCLE: Machine[Status] = Machine(
    {
        (None, e.OrderDrafted): Status.DRAFT,
        (None, e.OrderPlaced): Status.SUBMITTED,
        (Status.DRAFT, e.OrderDrafted): Status.DRAFT,
        (Status.DRAFT, e.OrderPlaced): Status.SUBMITTED,
        (Status.DRAFT, e.OrderCancelled): Status.CANCELLED,
        **{(Status.SUBMITTED, event): Status.SUBMITTED for event in _BESIDE},
        (Status.SUBMITTED, e.ReceiptAcknowledged): Status.SUBMITTED,
        (Status.SUBMITTED, e.OrderRejected): Status.REJECTED,
        (Status.SUBMITTED, e.OrderAcknowledged): Status.ACKNOWLEDGED,
        (Status.SUBMITTED, e.OrderCancelled): Status.CANCELLED,
        **{(Status.ACKNOWLEDGED, event): Status.ACKNOWLEDGED for event in _BESIDE},
        (Status.ACKNOWLEDGED, e.OrderConfirmed): Status.CONFIRMED,
        (Status.ACKNOWLEDGED, e.OrderRejected): Status.REJECTED,
        (Status.ACKNOWLEDGED, e.OrderCancelled): Status.CANCELLED,
        **{(Status.CONFIRMED, event): Status.CONFIRMED for event in (*_BESIDE, *_AFTERWARDS)},
        (Status.CONFIRMED, e.GoodsShipped): Status.CONFIRMED,
        (Status.CONFIRMED, e.ShipmentReversed): Status.CONFIRMED,
        (Status.CONFIRMED, e.OrderCancelled): Status.CANCELLED,
        (Status.CONFIRMED, e.OrderClosed): Status.CLOSED,
        **{(Status.CLOSED, event): Status.CLOSED for event in (*_AFTERWARDS, e.HoldReleased, e.AdvanceCredited)},
        (Status.CANCELLED, e.AdvanceCredited): Status.CANCELLED,
        (Status.REJECTED, e.AdvanceCredited): Status.REJECTED,
        (Status.CLOSED, e.OrderReopened): Status.CONFIRMED,
    }
)
