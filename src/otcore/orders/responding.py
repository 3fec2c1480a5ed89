"""What an order response says, as things stand: to the order, to a change that the buyer asked for, or to its
cancellation.
"""

from attrs import frozen

from otcore.orders.acknowledgement import LineAnswer, ResponseCode
from otcore.orders.amendment import Amendment, AmendmentStatus, Side
from otcore.orders.amendments.amending import COUNTERED
from otcore.orders.answers import answers
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.values.faults import Rejected


@frozen
class Response:
    """The answer to the whole, its lines where they say more, a sentence, and the number of the change it answers."""

    code: ResponseCode
    lines: tuple[LineAnswer, ...] = ()
    note: str = ""
    change: str = ""


_ANSWERS = {
    AmendmentStatus.PROPOSED: ResponseCode.RECEIVED,
    AmendmentStatus.ACCEPTED: ResponseCode.ACCEPTED,
    AmendmentStatus.REJECTED: ResponseCode.REJECTED,
}


def response_to_order(order: Order) -> Response:
    """The last answer on the order; a cancellation that the buyer asked for is accepted.

    Refused: `ORDER_NOT_ANSWERED`.
    """
    if order.status is Status.CANCELLED and order.response is not ResponseCode.REJECTED:
        return Response(ResponseCode.ACCEPTED, note="\n".join(order.reasons))
    if order.response is None:
        raise Rejected("ORDER_NOT_ANSWERED", order=order.id)
    changed = order.response is ResponseCode.CHANGED
    refused = order.response is ResponseCode.REJECTED
    return Response(order.response, order.answers if changed else (), "\n".join(order.reasons) if refused else "")


def response_to_amendment(order: Order, number: int) -> Response:
    """The answer to a change that the buyer asked for: received, accepted or rejected; or what the seller proposes, CA,
    in place of what the buyer asked for or unasked, while it waits for the buyer.

    Refused: `NO_AMENDMENT`.
    """
    if not 0 < number <= len(order.amendments):
        raise Rejected("NO_AMENDMENT", order=order.id, amendment=str(number))
    said = order.amendments[number - 1]
    if said.by is Side.SELLER:
        return _offer(order, said)
    code = _ANSWERS.get(said.status)
    if code is None:
        raise Rejected("NO_AMENDMENT", order=order.id, amendment=str(number), status=said.status.value)
    return Response(code, note=said.answer, change=said.reference)


def _offer(order: Order, said: Amendment) -> Response:
    if said.status is not AmendmentStatus.PROPOSED:
        raise Rejected("NO_AMENDMENT", order=order.id, amendment=str(said.number), status=said.status.value)
    before = order.amendments[said.number - 2] if said.number > 1 else None
    countered = before is not None and before.by is Side.BUYER and before.answer == COUNTERED
    change = before.reference if before is not None and countered else ""
    return Response(ResponseCode.CHANGED, answers(order, said), said.reason, change)
