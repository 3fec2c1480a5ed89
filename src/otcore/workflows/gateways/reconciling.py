"""Finding out what a gateway did: at a host's wish, when a web hook comes, and as time goes by."""

from datetime import date

from otcore.payments.gateway import folding
from otcore.payments.gateway.answers import Notification, Told
from otcore.payments.gateway.commands import ReconcilePayment, TakeNotification
from otcore.payments.gateway.events import NotificationTaken
from otcore.payments.gateway.payment import PENDING, GatewayPayment
from otcore.ports.aggregates import GATEWAY_PAYMENT
from otcore.ports.errors import GatewayError
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.workflows.gateways.calling import gateway_of, looked, ours
from otcore.workflows.gateways.recording import carried_out, recorded, stored
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load

Answers = tuple[tuple[str, Told], ...]


def reconcile(command: ReconcilePayment, house: House) -> Flow[Kept[GatewayPayment]]:
    """The payment as the gateway has it."""
    kept = yield from Load(GATEWAY_PAYMENT, command.payment)
    answers = yield from looked(kept.some, house)
    return (yield from _settled(kept.id, answers, command.day, house))


def take_notification(command: TakeNotification, house: House) -> Flow[Kept[GatewayPayment]]:
    """The payment after a web hook: what it tells of was asked for, and is in the books."""
    note: Notification = gateway_of(house, command.gateway).read(command.text, command.signature)
    kept = yield from ours(note.payment)
    if note.id in kept.some.notified:
        return kept
    answers = yield from looked(kept.some, house)
    if note.effect and all(answer.reference != note.effect for _, answer in answers):
        raise GatewayError(f"gateway {command.gateway} tells of {note.effect}, which it does not know yet")
    return (yield from _settled(kept.id, answers, command.day, house, note.id))


def pending(day: date, house: House) -> Flow[tuple[str, ...]]:
    """The payments of which somebody has to ask what came of them."""
    if not house.gateways:
        return ()
    found = yield from Find(GATEWAY_PAYMENT, Where(status=PENDING, until=day))
    return tuple(kept.id for kept in found)


def look_into(id: str, day: date, house: House) -> Flow[int]:
    """One payment asked about; 0 where that led to nothing new, where the gateway does not answer, and where it says
    what cannot be: then `ReconcilePayment` tells what.
    """
    kept = yield from Load(GATEWAY_PAYMENT, id)
    try:
        answers = yield from looked(kept.some, house)
        after = yield from _settled(id, answers, day, house)
    except (GatewayError, Rejected):
        return 0
    return 0 if after.some == kept.some else 1


def _settled(id: str, answers: Answers, day: date, house: House, notification: str = "") -> Flow[Kept[GatewayPayment]]:
    """What was found out in the books; and what follows from that asked for, as a capture after the authorisation."""
    kept = yield from Load(GATEWAY_PAYMENT, id, True)
    if notification and notification not in kept.some.notified:
        kept = kept.after((NotificationTaken(notification),))
    was = kept.some.pending
    kept = yield from recorded(kept, answers, day)
    if kept.some.pending is not None and kept.some.pending != was:
        return (yield from carried_out(kept, house))
    return (yield from stored(kept, kept.after(folding.given_up(kept.some, [each for each, _ in answers], day))))
