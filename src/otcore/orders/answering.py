"""Answering the buyer, and the buyer's answer to changes."""

from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode, response_code
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges
from otcore.orders.events import Event, OrderAcknowledged, OrderConfirmed, OrderRejected, ReceiptAcknowledged
from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.faults import Rejected


def acknowledge(order: Order, command: AcknowledgeOrder, accepts_changes: bool) -> tuple[Event, ...]:
    """The facts that follow from answering; `accepts_changes` is the customer's policy.

    An order without change is confirmed at once; one with changes waits for the buyer unless the policy accepts them;
    one of which nothing is delivered is rejected. Refused: `ORDER_NOT_SUBMITTED`, and `ORDER_HELD` once the buyer was
    told that it arrived.
    """
    if order.status is not Status.SUBMITTED:
        raise Rejected("ORDER_NOT_SUBMITTED", order=order.id, status=order.status.value)
    if order.held:
        return _receipt(order, command)
    answers = tuple(answer(line) for line in order.lines)
    code = response_code(answers)
    if code is ResponseCode.REJECTED:
        return (OrderRejected(("NO_LONGER_SOLD: " + ", ".join(line.agreed.name for line in order.lines),)),)
    acknowledged = OrderAcknowledged(command.day, code, answers)
    if code is ResponseCode.ACCEPTED:
        return (acknowledged, OrderConfirmed("accepted without change"))
    if accepts_changes:
        return (acknowledged, OrderConfirmed("customer's policy accepts changes"))
    return (acknowledged,)


def agree_to_changes(order: Order, command: AgreeToChanges) -> tuple[Event, ...]:
    """The facts that follow from the buyer's yes. Refused: `NOTHING_TO_AGREE`."""
    if not LIFE_CYCLE.allows(order.status, OrderConfirmed):
        raise Rejected("NOTHING_TO_AGREE", order=order.id, status=order.status.value)
    return (OrderConfirmed("buyer agreed"),)


def answer(line: OrderLine) -> LineAnswer:
    """Rejected when no longer sold; as ordered when all is promised (or needs no promise); changed when a part comes
    later.
    """
    open_, backordered = line.ledger.open, line.ledger.backordered
    if not line.agreed.sold:
        return LineAnswer(line.id, LineCode.REJECTED, open_, open_)
    if not line.agreed.stocked or backordered == 0:
        return LineAnswer(line.id, LineCode.ACCEPTED, open_, backordered * 0)
    return LineAnswer(line.id, LineCode.CHANGED, open_, backordered)


def _receipt(order: Order, command: AcknowledgeOrder) -> tuple[Event, ...]:
    if order.response is not None:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(hold.code for hold in order.holds))
    return (ReceiptAcknowledged(command.day),)
