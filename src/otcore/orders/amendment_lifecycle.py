"""The life cycle of an amendment: proposed once, answered once."""

from otcore.orders import events as e
from otcore.orders.amendment import AmendmentStatus
from otcore.values.machine import Machine

AMENDMENT: Machine[AmendmentStatus] = Machine(
    {
        (None, e.AmendmentProposed): AmendmentStatus.PROPOSED,
        (AmendmentStatus.PROPOSED, e.AmendmentAccepted): AmendmentStatus.ACCEPTED,
        (AmendmentStatus.PROPOSED, e.AmendmentRejected): AmendmentStatus.REJECTED,
        (AmendmentStatus.PROPOSED, e.AmendmentWithdrawn): AmendmentStatus.WITHDRAWN,
    }
)
