"""Answering the buyer, and the buyer's answer to changes."""

from otcore.orders.acknowledgement import ResponseCode, response_code
from otcore.orders.amendment import Amendment, Side
from otcore.orders.answers import answers
from otcore.orders.closing import unanswered
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges, RejectOrder
from otcore.orders.events import (
    Event,
    OrderAcknowledged,
    OrderCancelled,
    OrderConfirmed,
    OrderRejected,
    ReceiptAcknowledged,
)
from otcore.orders.guards import must_allow
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason

BUYER_AGREED = "buyer agreed"
SELLER_AGREED = "seller agreed"
BY_POLICY = "customer's policy accepts changes"
"""How an order comes to be confirmed."""


def acknowledge(order: Order, command: AcknowledgeOrder, accepts_changes: bool) -> tuple[Event, ...]:
    """The facts that follow from answering; `accepts_changes` is the customer's policy.

    An order without change is confirmed at once; one with changes waits for the buyer unless the policy accepts them;
    one of which nothing is delivered is rejected. Refused: `ORDER_NOT_SUBMITTED`, and `ORDER_HELD` once the buyer was
    told that it arrived.
    """
    must_be_submitted(order)
    if order.held:
        return _receipt(order, command)
    told = answers(order)
    code = response_code(told)
    if code is ResponseCode.REJECTED:
        return (OrderRejected(("NO_LONGER_SOLD: " + ", ".join(line.agreed.name for line in order.lines),)),)
    acknowledged = OrderAcknowledged(command.day, code, told)
    if code is ResponseCode.ACCEPTED:
        return (acknowledged, OrderConfirmed("accepted without change"))
    if accepts_changes:
        return (acknowledged, OrderConfirmed(BY_POLICY))
    return (acknowledged,)


def offer(
    order: Order, command: AcknowledgeOrder, proposal: Amendment, settled: frozenset[HoldKind]
) -> tuple[OrderAcknowledged]:
    """The fact that the buyer is told of the seller's proposal (CA). `settled`: kinds of holds that go with it.

    Refused: `ORDER_NOT_SUBMITTED`, `ORDER_HELD`.
    """
    must_be_submitted(order)
    waits = [hold.code for hold in order.holds if hold.kind not in settled]
    if waits:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(waits))
    return (OrderAcknowledged(command.day, ResponseCode.CHANGED, answers(order, proposal)),)


def agree_to_changes(order: Order, command: AgreeToChanges) -> tuple[Event, ...]:
    """The facts that follow from the buyer's yes to an answer without a proposal. Refused: `NOTHING_TO_AGREE`."""
    if not LIFE_CYCLE.allows(order.status, OrderConfirmed):
        raise Rejected("NOTHING_TO_AGREE", order=order.id, status=order.status.value)
    return (OrderConfirmed(BUYER_AGREED),)


def reject_order(order: Order, command: RejectOrder) -> tuple[Event, ...]:
    """The facts that follow from the seller's no."""
    require_reason(command.reason)
    if LIFE_CYCLE.allows(order.status, OrderRejected):
        return (*unanswered(order), OrderRejected((command.reason,)))
    if order.status is not Status.CONFIRMED:
        must_allow(order, OrderRejected)
    if any(line.ledger.shipped for line in order.lines):
        raise Rejected("ALREADY_SHIPPED", order=order.id)
    return (*unanswered(order), OrderCancelled(command.reason, order.open_value, Side.SELLER))


def must_be_submitted(order: Order) -> None:
    """Refused: `ORDER_NOT_SUBMITTED`."""
    if order.status is not Status.SUBMITTED:
        raise Rejected("ORDER_NOT_SUBMITTED", order=order.id, status=order.status.value)


def _receipt(order: Order, command: AcknowledgeOrder) -> tuple[Event, ...]:
    if order.response is not None:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(hold.code for hold in order.holds))
    return (ReceiptAcknowledged(command.day),)
