"""A payment through a gateway: what was asked of it, what it did, and how much of the money is here."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.payments.gateway import events as e
from otcore.payments.gateway.lifecycle import PAYMENT_LIFE_CYCLE, PaymentStage
from otcore.payments.gateway.operation import Doing, Effect, Operation, Stage
from otcore.values.facets import Facets
from otcore.values.money import Money, total

BACK = (Doing.REFUND, Doing.CHARGEBACK)
"""What takes captured money away again."""

MOVES = (Doing.CAPTURE, *BACK)
"""What moves money."""

_LIVE = (PaymentStage.REQUESTED, PaymentStage.UNKNOWN, PaymentStage.AUTHORISED, PaymentStage.PART_CAPTURED)

PENDING = "pending"
"""The status that a payment is found by while the outcome of an operation is not known."""

PAID_OUT = "paid out"
"""The status that a payment is found by once the bank has all its money."""


@frozen(kw_only=True)
class GatewayPayment:
    """A payment. Law: refunded <= captured; each is the sum of the gateway's effects, every effect counted once.

    `gateway` is the house's name of it, `token` what stands for the card or account. It pays an `invoice` or an
    `order`, or neither: then it is money on account. `code`: why it failed. `paid_out`: the effects whose money the
    gateway has paid out to the bank.
    """

    id: str
    gateway: str
    customer: str
    token: str
    amount: Money
    day: date
    invoice: str = ""
    order: str = ""
    capture: bool = False
    status: PaymentStage = PaymentStage.REQUESTED
    operations: tuple[Operation, ...] = ()
    effects: tuple[Effect, ...] = ()
    notified: tuple[str, ...] = ()
    code: str = ""
    paid_out: tuple[str, ...] = ()

    @property
    def authorised(self) -> Money:
        """What was promised in all."""
        return self._sum(Doing.AUTHORISE)

    @property
    def captured(self) -> Money:
        """What was taken in all."""
        return self._sum(Doing.CAPTURE)

    @property
    def refunded(self) -> Money:
        """What of that went back, by a refund or a chargeback."""
        return self._sum(*BACK)

    @property
    def fees(self) -> Money:
        """What the gateway kept for its work."""
        return total((each.fee for each in self.effects if each.fee is not None), self.amount.currency)

    @property
    def unpaid(self) -> tuple[Effect, ...]:
        """What moved money and waits for its payout."""
        return tuple(each for each in self.effects if each.doing in MOVES and each.reference not in self.paid_out)

    @property
    def reference(self) -> str:
        """The gateway's name of the authorisation; "" while there is none."""
        return next((each.reference for each in self.effects if each.doing is Doing.AUTHORISE), "")

    @property
    def pending(self) -> Operation | None:
        """The operation whose outcome is not known; there is one at a time."""
        return next((each for each in self.operations if each.pending), None)

    @property
    def live(self) -> bool:
        """Whether more money may come by it."""
        return self.pending is not None or self.status in _LIVE

    def operation(self, id: str) -> Operation | None:
        """What was asked for under an id."""
        return next((each for each in self.operations if each.id == id), None)

    def has(self, reference: str) -> bool:
        """Whether an effect of this name is counted already."""
        return any(each.reference == reference for each in self.effects)

    def receipt(self, effect: Effect) -> str:
        """The id of the receipt that a captured amount becomes."""
        return f"{self.id}/{effect.reference}"

    def _sum(self, *doing: Doing) -> Money:
        return total((each.amount for each in self.effects if each.doing in doing), self.amount.currency)


def evolve(payment: GatewayPayment | None, event: e.Event) -> GatewayPayment:
    """The payment after one fact."""
    status = PAYMENT_LIFE_CYCLE.after(payment.status if payment else None, event)
    if isinstance(event, e.PaymentRequested):
        return _requested(event, status)
    return changed(_AFTER[type(event)](payment, event), status=status)


def _requested(event: e.PaymentRequested, status: PaymentStage) -> GatewayPayment:
    return GatewayPayment(
        id=event.payment,
        gateway=event.gateway,
        customer=event.customer,
        token=event.token,
        amount=event.amount,
        day=event.day,
        invoice=event.invoice,
        order=event.order,
        capture=event.capture,
        status=status,
    )


def _asked(payment: GatewayPayment, event: e.OperationAsked) -> GatewayPayment:
    return changed(payment, operations=(*payment.operations, event.operation))


def _unknown(payment: GatewayPayment, event: e.PaymentUnknown | e.OperationUnknown) -> GatewayPayment:
    return changed(payment, operations=_at(payment.operations, event.operation, Stage.UNKNOWN))


def _failed(payment: GatewayPayment, event: e.PaymentFailed) -> GatewayPayment:
    return changed(_declined(payment, event), code=event.code)


def _declined(payment: GatewayPayment, event: e.PaymentFailed | e.OperationDeclined) -> GatewayPayment:
    return changed(payment, operations=_at(payment.operations, event.operation, Stage.DECLINED, event.code))


def _done(payment: GatewayPayment, event: Any) -> GatewayPayment:
    effect: Effect = event.effect
    operations = _at(payment.operations, effect.operation, Stage.DONE)
    return changed(payment, operations=operations, effects=(*payment.effects, effect), code="")


def _notified(payment: GatewayPayment, event: e.NotificationTaken) -> GatewayPayment:
    return changed(payment, notified=(*payment.notified, event.notification))


def _at(operations: Iterable[Operation], id: str, stage: Stage, code: str = "") -> tuple[Operation, ...]:
    return tuple(changed(each, stage=stage, code=code) if each.id == id else each for each in operations)


_AFTER: Mapping[type, Callable[[Any, Any], GatewayPayment]] = {
    e.OperationAsked: _asked,
    e.PaymentUnknown: _unknown,
    e.OperationUnknown: _unknown,
    e.PaymentAuthorised: _done,
    e.PaymentFailed: _failed,
    e.OperationDeclined: _declined,
    e.PaymentPartCaptured: _done,
    e.PaymentCaptured: _done,
    e.PaymentPartRefunded: _done,
    e.PaymentRefunded: _done,
    e.PaymentVoided: _done,
    e.NotificationTaken: _notified,
    e.EffectsPaidOut: lambda payment, event: changed(payment, paid_out=(*payment.paid_out, *event.effects)),
    e.EffectsNotPaidOut: lambda payment, event: changed(
        payment, paid_out=tuple(each for each in payment.paid_out if each not in event.effects)
    ),
}


def facets(payment: GatewayPayment) -> Facets:
    """Found by customer, the invoice or order it is for, its stage (or `pending`, or `paid out`), and the day it was
    asked for.
    """
    status = PENDING if payment.pending else payment.status.value
    if payment.paid_out and not payment.pending and not payment.unpaid:
        status = PAID_OUT
    return Facets(payment.customer, payment.invoice or payment.order, status, payment.day)
