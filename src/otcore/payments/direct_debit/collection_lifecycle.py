"""The life cycle of a collection. While it is planned or presented, nothing else is collected for the same debt."""

from enum import StrEnum

from otcore.payments.direct_debit import collection_events as e
from otcore.values.machine import Machine


class CollectionStatus(StrEnum):
    """Where a collection stands."""

    PLANNED = "planned"
    PRESENTED = "presented"
    COLLECTED = "collected"
    RETURNED = "returned"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


COLLECTION_LIFE_CYCLE: Machine[CollectionStatus] = Machine(
    {
        (None, e.CollectionPlanned): CollectionStatus.PLANNED,
        (CollectionStatus.PLANNED, e.CollectionPresented): CollectionStatus.PRESENTED,
        (CollectionStatus.PLANNED, e.CollectionCancelled): CollectionStatus.CANCELLED,
        (CollectionStatus.PRESENTED, e.CollectionCollected): CollectionStatus.COLLECTED,
        (CollectionStatus.PRESENTED, e.CollectionRejected): CollectionStatus.REJECTED,
        (CollectionStatus.PRESENTED, e.CollectionReturned): CollectionStatus.RETURNED,
        (CollectionStatus.COLLECTED, e.CollectionReturned): CollectionStatus.RETURNED,
    }
)
