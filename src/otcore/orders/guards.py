"""What the life cycle does not let happen, as refusals with a code."""

from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.orders.order import Order
from otcore.values.faults import Rejected

OVER = frozenset({Status.CLOSED, Status.REJECTED, Status.CANCELLED})
"""Nothing more is decided of an order in these, but that a closed one is reopened."""

_TOO_EARLY = {Status.DRAFT: "ORDER_NOT_PLACED"}


def must_allow(order: Order, event: type) -> None:
    """Refused: `ORDER_NOT_PLACED` for a draft, `ORDER_OVER`, `ORDER_NOT_CONFIRMED` for what is still being agreed."""
    if LIFE_CYCLE.allows(order.status, event):
        return
    code = "ORDER_OVER" if order.status in OVER else _TOO_EARLY.get(order.status, "ORDER_NOT_CONFIRMED")
    raise Rejected(code, order=order.id, status=order.status.value)
