"""What is promised for an order and not taken yet, by cards and by direct debits that are under way."""

from collections.abc import Collection

from attrs import evolve

from otcore.orders.order import Order
from otcore.payments.direct_debit.collection_lifecycle import CollectionStatus
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.payment import GatewayPayment
from otcore.ports.aggregates import COLLECTION, GATEWAY_PAYMENT
from otcore.ports.storage import Where
from otcore.receivables.payment_status import PaymentFigures
from otcore.values.money import Money, total
from otcore.workflows.requests import Find, Flow

_PROMISED = (PaymentStage.AUTHORISED, PaymentStage.PART_CAPTURED)
_UNDER_WAY = (CollectionStatus.PLANNED, CollectionStatus.PRESENTED)


def with_promises(figures: PaymentFigures, order: Order, invoices: Collection[str]) -> Flow[PaymentFigures]:
    """The figures with what gateways promised for the order or its invoices, and what is being collected for these."""
    wanted = tuple(sorted({order.id, *invoices}))
    found = yield from Find(GATEWAY_PAYMENT, Where(references=wanted))
    authorised = total((_left(kept.some) for kept in found if _counts(kept.some, order)), order.currency)
    awaited = yield from _awaited(order, invoices)
    return evolve(figures, authorised=authorised, awaited=awaited)


def _counts(payment: GatewayPayment, order: Order) -> bool:
    return payment.status in _PROMISED and payment.amount.currency == order.currency


def _left(payment: GatewayPayment) -> Money:
    return payment.authorised - payment.captured


def _awaited(order: Order, invoices: Collection[str]) -> Flow[Money]:
    """Direct debits move euros alone."""
    if not invoices or order.currency != "EUR":
        return Money.zero(order.currency)
    amounts: list[Money] = []
    for status in _UNDER_WAY:
        found = yield from Find(COLLECTION, Where(party=order.customer, status=status.value))
        amounts += [kept.some.amount for kept in found if kept.some.item in invoices]
    return total(amounts, "EUR")
