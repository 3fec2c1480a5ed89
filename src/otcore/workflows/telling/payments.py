"""What is told of payments through gateways, of direct debits and of refunds."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.payments.direct_debit import collection_events as k
from otcore.payments.direct_debit import mandate_events as d
from otcore.payments.direct_debit.collection import Collection
from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.gateway import events as e
from otcore.payments.gateway.payment import GatewayPayment
from otcore.payments.refunds import events as r
from otcore.payments.refunds.lifecycle import RefundStatus
from otcore.payments.refunds.refund import Refund
from otcore.ports.messages import Message
from otcore.ports.messages import payments as m

Told = tuple[Message, ...]


def _authorised(payment: GatewayPayment, event: e.PaymentAuthorised) -> Told:
    named = (payment.invoice, payment.order)
    return (m.PaymentAuthorisedMessage(payment.id, payment.customer, event.effect.amount, *named),)


def _captured(payment: GatewayPayment, event: Any) -> Told:
    amounts = (event.effect.amount, payment.captured)
    return (m.PaymentCapturedMessage(payment.id, payment.customer, *amounts, payment.invoice, payment.order),)


def _failed(payment: GatewayPayment, event: e.PaymentFailed) -> Told:
    return (m.PaymentFailedMessage(payment.id, payment.customer, payment.amount, event.code),)


def _unknown(payment: GatewayPayment, event: e.PaymentUnknown | e.OperationUnknown) -> Told:
    return (m.PaymentUnknownMessage(payment.id, payment.customer, event.operation),)


def _refunded(payment: GatewayPayment, event: Any) -> Told:
    effect = event.effect
    return (m.PaymentRefundedMessage(payment.id, payment.customer, effect.amount, effect.doing.value),)


def _voided(payment: GatewayPayment, event: e.PaymentVoided) -> Told:
    return (m.PaymentVoidedMessage(payment.id, payment.customer, event.effect.amount),)


def _suspended(mandate: Mandate, event: d.MandateSuspended) -> Told:
    return (m.MandateSuspendedMessage(mandate.id, mandate.customer, event.code),)


def _expired(mandate: Mandate, event: d.MandateExpired) -> Told:
    return (m.MandateExpiredMessage(mandate.id, mandate.customer),)


def _planned(collection: Collection, event: k.CollectionPlanned) -> Told:
    whose = (collection.id, collection.customer, collection.item, collection.mandate)
    return (m.CollectionPlannedMessage(*whose, collection.amount, collection.day),)


def _cancelled(collection: Collection, event: k.CollectionCancelled) -> Told:
    return (m.CollectionCancelledMessage(collection.id, collection.customer, collection.item, event.reason),)


def _returned(collection: Collection, event: k.CollectionReturned | k.CollectionRejected) -> Told:
    whose = (collection.id, collection.customer, collection.item)
    return (m.CollectionReturnedMessage(*whose, collection.amount, event.code),)


def _requested(refund: Refund, event: r.RefundRequested) -> Told:
    """One that needs nobody else is not told of."""
    if refund.status is not RefundStatus.REQUESTED:
        return ()
    return (m.RefundRequestedMessage(refund.id, refund.customer, refund.amount, refund.maker),)


def _paid(refund: Refund, event: r.RefundPaid) -> Told:
    return (m.RefundPaidMessage(refund.id, refund.customer, refund.amount),)


def _not_paid(refund: Refund, event: r.RefundRefused | r.RefundReturned) -> Told:
    return (m.RefundFailedMessage(refund.id, refund.customer, refund.amount, refund.code),)


TOLD: Mapping[type, Callable[[Any, Any], Told]] = {
    e.PaymentAuthorised: _authorised,
    e.PaymentPartCaptured: _captured,
    e.PaymentCaptured: _captured,
    e.PaymentFailed: _failed,
    e.PaymentUnknown: _unknown,
    e.OperationUnknown: _unknown,
    e.PaymentPartRefunded: _refunded,
    e.PaymentRefunded: _refunded,
    e.PaymentVoided: _voided,
    d.MandateSuspended: _suspended,
    d.MandateExpired: _expired,
    k.CollectionPlanned: _planned,
    k.CollectionCancelled: _cancelled,
    k.CollectionReturned: _returned,
    k.CollectionRejected: _returned,
    r.RefundRequested: _requested,
    r.RefundPaid: _paid,
    r.RefundRefused: _not_paid,
    r.RefundReturned: _not_paid,
}
