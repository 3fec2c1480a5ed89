"""The life cycle of a refund."""

from enum import StrEnum

from otcore.payments.refunds import events as e
from otcore.values.machine import Machine


class RefundStatus(StrEnum):
    """Where a refund stands."""

    REQUESTED = "requested"
    APPROVED = "approved"
    ORDERED = "ordered"
    PAID = "paid"
    REFUSED = "refused"
    RETURNED = "returned"


REFUND_LIFE_CYCLE: Machine[RefundStatus] = Machine(
    {
        (None, e.RefundRequested): RefundStatus.REQUESTED,
        (RefundStatus.REQUESTED, e.RefundApproved): RefundStatus.APPROVED,
        (RefundStatus.REQUESTED, e.RefundRefused): RefundStatus.REFUSED,
        (RefundStatus.APPROVED, e.RefundRefused): RefundStatus.REFUSED,
        (RefundStatus.APPROVED, e.RefundOrdered): RefundStatus.ORDERED,
        (RefundStatus.ORDERED, e.RefundPaid): RefundStatus.PAID,
        (RefundStatus.ORDERED, e.RefundReturned): RefundStatus.RETURNED,
        (RefundStatus.PAID, e.RefundReturned): RefundStatus.RETURNED,
    }
)
