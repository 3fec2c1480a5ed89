"""Lifting holds and giving orders up."""

from otcore.orders.commands import CancelOrder, ReleaseHold
from otcore.orders.events import Event, HoldReleased, OrderCancelled
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.order import Order
from otcore.values.faults import Rejected


def release(order: Order, command: ReleaseHold) -> tuple[Event, ...]:
    """The facts that follow from lifting one hold."""
    if all(hold.kind != command.kind for hold in order.holds):
        raise Rejected("NOT_HELD", order=order.id, hold=command.kind.value)
    if not LIFE_CYCLE.allows(order.status, HoldReleased):
        raise Rejected("ORDER_OVER", order=order.id, status=order.status.value)
    return (HoldReleased(command.kind, command.reason, order.open_value),)


def cancel(order: Order, command: CancelOrder) -> tuple[Event, ...]:
    """The facts that follow from giving the order up."""
    if not LIFE_CYCLE.allows(order.status, OrderCancelled):
        raise Rejected("ORDER_OVER", order=order.id, status=order.status.value)
    if any(line.ledger.shipped for line in order.lines):
        raise Rejected("ALREADY_SHIPPED", order=order.id)
    return (OrderCancelled(command.reason, order.open_value),)
