"""Gateway payments for tests: a fact of every sort, and answers of gateways."""

from datetime import date
from typing import Any

from otcore.payments.gateway import events as e
from otcore.payments.gateway.answers import Outcome, Told
from otcore.payments.gateway.commands import AuthorisePayment
from otcore.payments.gateway.operation import Doing, Effect, Operation
from otcore.payments.gateway.payment import GatewayPayment, evolve
from otcore.values.money import Money
from tests.orders.examples import DAY, eur

AMOUNT = eur("100.00")
ASKED = Operation("authorise", Doing.AUTHORISE, AMOUNT, DAY)
CAPTURE = Operation("capture", Doing.CAPTURE, AMOUNT, DAY)

REQUESTED = e.PaymentRequested(
    payment="P1", gateway="cards", customer="C1", token="tok-good", amount=AMOUNT, day=DAY, invoice="INV-1"
)


def effect(doing: Doing, amount: str = "100.00", reference: str = "", operation: str = "") -> Effect:
    return Effect(reference or f"g-{doing}-{amount}", doing, eur(amount), DAY, operation or doing.value)


SAMPLES: dict[type, Any] = {
    e.PaymentRequested: REQUESTED,
    e.OperationAsked: e.OperationAsked(CAPTURE),
    e.PaymentUnknown: e.PaymentUnknown("authorise", DAY),
    e.OperationUnknown: e.OperationUnknown("capture", DAY),
    e.PaymentAuthorised: e.PaymentAuthorised(effect(Doing.AUTHORISE)),
    e.PaymentFailed: e.PaymentFailed("authorise", "do_not_honour", DAY),
    e.OperationDeclined: e.OperationDeclined("capture", "expired", DAY),
    e.PaymentPartCaptured: e.PaymentPartCaptured(effect(Doing.CAPTURE, "40.00")),
    e.PaymentCaptured: e.PaymentCaptured(effect(Doing.CAPTURE)),
    e.PaymentPartRefunded: e.PaymentPartRefunded(effect(Doing.REFUND, "30.00")),
    e.PaymentRefunded: e.PaymentRefunded(effect(Doing.REFUND)),
    e.PaymentVoided: e.PaymentVoided(effect(Doing.VOID)),
    e.NotificationTaken: e.NotificationTaken("event-1"),
    e.EffectsPaidOut: e.EffectsPaidOut("B-1", ("g-capture-100.00",), DAY),
    e.EffectsNotPaidOut: e.EffectsNotPaidOut("B-1", ("g-capture-100.00",), DAY),
}


def after(*events: Any) -> GatewayPayment:
    payment: GatewayPayment | None = None
    for event in events:
        payment = evolve(payment, event)
    assert payment is not None
    return payment


def requested(**more: Any) -> GatewayPayment:
    from attrs import evolve as changed

    return after(changed(REQUESTED, **more), e.OperationAsked(ASKED))


def told(
    doing: Doing,
    amount: str = "100.00",
    outcome: Outcome = Outcome.DONE,
    reference: str = "",
    code: str = "",
    day: date | None = None,
    fee: Money | None = None,
) -> Told:
    name = reference or f"g-{doing}-{amount}"
    return Told(doing=doing, outcome=outcome, amount=eur(amount), reference=name, code=code, day=day, fee=fee)


def wish(**more: Any) -> AuthorisePayment:
    fields: dict[str, Any] = {
        "payment": "P1",
        "gateway": "cards",
        "customer": "C1",
        "token": "tok-good",
        "day": DAY,
        "amount": AMOUNT,
        "invoice": "INV-1",
    }
    return AuthorisePayment(**fields | more)
