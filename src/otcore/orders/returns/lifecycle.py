"""The life cycle of a return: everything that moves its stored status. What is credited for it is told elsewhere."""

from enum import StrEnum

from otcore.orders.returns import events as e
from otcore.values.machine import Machine


class ReturnStatus(StrEnum):
    """Where a return stands; one of which a part came stays authorised."""

    REQUESTED = "requested"
    AUTHORISED = "authorised"
    RECEIVED = "received"
    CLOSED = "closed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


_CAME = (ReturnStatus.AUTHORISED, ReturnStatus.RECEIVED, ReturnStatus.CLOSED)
"""Where something may have come back."""

RETURN_LIFE_CYCLE: Machine[ReturnStatus] = Machine(
    {
        (None, e.ReturnOpened): ReturnStatus.REQUESTED,
        (ReturnStatus.REQUESTED, e.ReturnAuthorised): ReturnStatus.AUTHORISED,
        (ReturnStatus.REQUESTED, e.ReturnRejected): ReturnStatus.REJECTED,
        (ReturnStatus.REQUESTED, e.ReturnCancelled): ReturnStatus.CANCELLED,
        (ReturnStatus.AUTHORISED, e.ReturnCancelled): ReturnStatus.CANCELLED,
        (ReturnStatus.AUTHORISED, e.ReturnReceived): ReturnStatus.AUTHORISED,
        (ReturnStatus.AUTHORISED, e.ReturnCompleted): ReturnStatus.RECEIVED,
        (ReturnStatus.AUTHORISED, e.ReturnExchanged): ReturnStatus.AUTHORISED,
        (ReturnStatus.AUTHORISED, e.ReturnClosed): ReturnStatus.CLOSED,
        (ReturnStatus.RECEIVED, e.ReturnExchanged): ReturnStatus.RECEIVED,
        (ReturnStatus.RECEIVED, e.ReturnClosed): ReturnStatus.CLOSED,
        **{(status, e.ReturnCredited): status for status in _CAME},
    }
)
