"""Storing what a gateway said: the payment's facts, and the money that they move, in one unit of work.

What is refused is refused before anything is saved, so that a flow may go on after it.
"""

from collections.abc import Iterable
from datetime import date

from otcore.payments.gateway import deciding, folding
from otcore.payments.gateway import events as e
from otcore.payments.gateway.answers import Told
from otcore.payments.gateway.payment import GatewayPayment
from otcore.ports.aggregates import GATEWAY_PAYMENT
from otcore.ports.kinds import Kept
from otcore.workflows.gateways.booking import captured, require_bookable, went_back
from otcore.workflows.gateways.calling import called
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save

_CAPTURED = (e.PaymentPartCaptured, e.PaymentCaptured)
_WENT_BACK = (e.PaymentPartRefunded, e.PaymentRefunded)


def carried_out(kept: Kept[GatewayPayment], house: House) -> Flow[Kept[GatewayPayment]]:
    """The payment once the gateway was asked for all that is pending; `kept` was loaded or saved in this unit.

    Where the gateway does not answer, that is stored, and somebody asks again later.
    """
    while (operation := kept.some.pending) is not None:
        answer = yield from called(kept.some, operation, house)
        before = yield from Load(GATEWAY_PAYMENT, kept.id, True)
        if answer is None:
            return (yield from stored(before, before.after(folding.silent(before.some, operation.day))))
        kept = yield from recorded(before, ((operation.id, answer),), operation.day)
        if kept.some.pending == operation:
            return kept
    return kept


def recorded(kept: Kept[GatewayPayment], answers: Iterable[tuple[str, Told]], day: date) -> Flow[Kept[GatewayPayment]]:
    """The payment with what follows from answers, and their money in the books."""
    after = kept.after(folding.told(kept.some, answers, day))
    return (yield from stored(kept, after.after(deciding.follows(kept.some, after.some, day))))


def stored(before: Kept[GatewayPayment], after: Kept[GatewayPayment]) -> Flow[Kept[GatewayPayment]]:
    """The payment saved, and each capture and refund among its new facts booked; as it is stored then."""
    if not after.events:
        return after
    new = after.events[len(before.events) :]
    yield from require_bookable(after.some, [event.effect for event in new if isinstance(event, _WENT_BACK)])
    yield from Save(after)
    for event in new:
        if isinstance(event, _CAPTURED):
            yield from captured(after.some, event.effect)
        elif isinstance(event, _WENT_BACK):
            yield from went_back(after.some, event.effect)
    return (yield from Load(GATEWAY_PAYMENT, after.id))
