"""Making an order wait, and lifting what it waits for."""

from otcore.orders.commands import HoldOrder, ReleaseHold
from otcore.orders.events import Event, HoldPlaced, HoldReleased
from otcore.orders.guards import must_allow
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason

BY_HAND = {kind: f"{kind.name}_HOLD" for kind in HoldKind}
"""The code of a hold that was placed without one of its own."""


def hold(order: Order, command: HoldOrder, by: str) -> tuple[Event, ...]:
    """The facts that follow from making the order wait; `by` is who does."""
    require_reason(command.reason)
    must_allow(order, HoldPlaced)
    code = command.code or BY_HAND[command.kind]
    if any((each.kind, each.code) == (command.kind, code) for each in order.holds):
        raise Rejected("ALREADY_HELD", order=order.id, hold=command.kind.value, code=code)
    return (HoldPlaced(Hold(command.kind, code, command.day, command.reason, by=by)),)


def release(order: Order, command: ReleaseHold, by: str = "") -> tuple[Event, ...]:
    """The facts that follow from lifting one hold; `by` is who does."""
    require_reason(command.reason)
    if all(hold.kind != command.kind for hold in order.holds):
        raise Rejected("NOT_HELD", order=order.id, hold=command.kind.value)
    must_allow(order, HoldReleased)
    return (HoldReleased(command.kind, command.reason, order.open_value, command.day, by),)
