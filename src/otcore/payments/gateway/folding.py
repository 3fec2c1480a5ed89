"""What follows from what a gateway says: each effect once, whoever told of it, and however often.

A gateway's answers are folded in the gateway's own order. The same answers again lead to nothing; so a call that is
repeated, a notification that comes twice and a look that finds everything done change nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from otcore.payments.gateway import events as e
from otcore.payments.gateway.answers import Outcome, Told
from otcore.payments.gateway.lifecycle import PAYMENT_LIFE_CYCLE, PaymentStage
from otcore.payments.gateway.operation import Doing, Effect, Operation, Stage
from otcore.payments.gateway.payment import GatewayPayment, evolve
from otcore.values.faults import Rejected

PATIENCE = timedelta(days=1)
"""Beyond the day of asking: what a gateway knows nothing of by then never reached it."""

NEVER_ARRIVED = "NEVER_ARRIVED"
"""Why an operation is given up that the gateway knows nothing of."""

NOTHING_TO_VOID = "NOTHING_TO_VOID"
"""Why a void that the gateway did changes nothing."""

_NOT_PROMISED = (PaymentStage.REQUESTED, PaymentStage.UNKNOWN, PaymentStage.FAILED)


def told(payment: GatewayPayment, answers: Iterable[tuple[str, Told]], day: date) -> tuple[e.Event, ...]:
    """The facts of answers, each with the id of the operation that it answers ("": of none).

    Refused: `CURRENCY_DIFFERS`, `MORE_THAN_CAPTURED` where a gateway says what cannot be.
    """
    facts: tuple[e.Event, ...] = ()
    for operation, answer in answers:
        new = tuple(_facts(payment, operation, answer, day))
        for fact in new:
            payment = evolve(payment, fact)
        facts += new
    return facts


def silent(payment: GatewayPayment, day: date) -> tuple[e.Event, ...]:
    """The fact that a gateway did not answer, said once."""
    operation = payment.pending
    if operation is None or operation.stage is Stage.UNKNOWN:
        return ()
    if operation.doing is Doing.AUTHORISE:
        return (e.PaymentUnknown(operation.id, day),)
    return (e.OperationUnknown(operation.id, day),)


def given_up(payment: GatewayPayment, known: Iterable[str], day: date) -> tuple[e.Event, ...]:
    """The fact that an operation has not been done: the gateway does not know it (`known`: those it knows) in time."""
    operation = payment.pending
    if operation is None or operation.id in known or day <= operation.day + PATIENCE:
        return ()
    return (_declined(operation, NEVER_ARRIVED, day),)


def _facts(payment: GatewayPayment, operation: str, answer: Told, day: date) -> tuple[e.Event, ...]:
    if answer.outcome is Outcome.PENDING:
        return ()
    if answer.outcome is Outcome.DECLINED:
        asked = payment.operation(operation)
        return (_declined(asked, answer.code, day),) if asked is not None and asked.pending else ()
    if payment.has(answer.reference):
        return ()
    if answer.amount.currency != payment.amount.currency:
        raise Rejected("CURRENCY_DIFFERS", payment=payment.id, told=answer.amount.currency)
    when = answer.day or day
    effect = Effect(answer.reference, answer.doing, answer.amount, when, operation, answer.fee)
    return _EFFECTS[answer.doing](payment, effect)


def _declined(operation: Operation, code: str, day: date) -> e.PaymentFailed | e.OperationDeclined:
    fact = e.PaymentFailed if operation.doing is Doing.AUTHORISE else e.OperationDeclined
    return fact(operation.id, code, day)


def _authorised(payment: GatewayPayment, effect: Effect) -> tuple[e.Event, ...]:
    allowed = PAYMENT_LIFE_CYCLE.allows(payment.status, e.PaymentAuthorised)
    return (e.PaymentAuthorised(effect),) if allowed else ()


def _captured(payment: GatewayPayment, effect: Effect) -> tuple[e.Event, ...]:
    """What was captured was promised, though nobody told."""
    if payment.status in _NOT_PROMISED:
        asked = payment.operations[0].id
        promised = Effect(f"{effect.reference}/authorised", Doing.AUTHORISE, payment.amount, effect.day, asked)
        return (e.PaymentAuthorised(promised), *_captured(evolve(payment, e.PaymentAuthorised(promised)), effect))
    whole = payment.captured + effect.amount >= payment.authorised
    return (e.PaymentCaptured(effect) if whole else e.PaymentPartCaptured(effect),)


def _went_back(payment: GatewayPayment, effect: Effect) -> tuple[e.Event, ...]:
    left = payment.captured - payment.refunded - effect.amount
    if left.minor < 0:
        raise Rejected("MORE_THAN_CAPTURED", payment=payment.id, asked=str(effect.amount), effect=effect.reference)
    return (e.PaymentPartRefunded(effect) if left else e.PaymentRefunded(effect),)


def _voided(payment: GatewayPayment, effect: Effect) -> tuple[e.Event, ...]:
    """Where something was taken in between, there was nothing to void."""
    if PAYMENT_LIFE_CYCLE.allows(payment.status, e.PaymentVoided):
        return (e.PaymentVoided(effect),)
    asked = payment.operation(effect.operation)
    return (e.OperationDeclined(asked.id, NOTHING_TO_VOID, effect.day),) if asked and asked.pending else ()


_EFFECTS: Mapping[Doing, Callable[[GatewayPayment, Effect], tuple[e.Event, ...]]] = {
    Doing.AUTHORISE: _authorised,
    Doing.CAPTURE: _captured,
    Doing.REFUND: _went_back,
    Doing.CHARGEBACK: _went_back,
    Doing.VOID: _voided,
}
