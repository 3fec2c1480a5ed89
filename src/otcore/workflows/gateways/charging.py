"""Charging: a payment is authorised, captured, refunded, voided; each wish is stored before the gateway hears of it."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.payments.direct_debit.collection_lifecycle import CollectionStatus
from otcore.payments.gateway import deciding
from otcore.payments.gateway.commands import AuthorisePayment, CapturePayment, RefundPayment, VoidPayment
from otcore.payments.gateway.payment import GatewayPayment
from otcore.ports.aggregates import COLLECTION, CUSTOMER, GATEWAY_PAYMENT, ORDER, RECEIVABLE
from otcore.ports.errors import Conflict
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.workflows.gateways.booking import still_here
from otcore.workflows.gateways.calling import gateway_of
from otcore.workflows.gateways.recording import carried_out
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Number, Save


def authorise(command: AuthorisePayment, house: House) -> Flow[Kept[GatewayPayment]]:
    """The payment, as far as the gateway said."""
    gateway_of(house, command.gateway)
    kept = yield from Load(GATEWAY_PAYMENT, command.payment, True)
    if kept.state is None or not deciding.same_wish(kept.state, command):
        kept = kept.after(deciding.request(kept.state, command, (yield from _wanted(command))))
        yield from Save(kept)
        yield from _one_at_a_time(kept.some)
    return (yield from carried_out(kept, house))


def step(command: CapturePayment | RefundPayment | VoidPayment, house: House) -> Flow[Kept[GatewayPayment]]:
    """The payment after another step; the same step again only finds out what came of it."""
    kept = yield from Load(GATEWAY_PAYMENT, command.payment, True)
    kept = kept.after(_STEPS[type(command)](kept.some, command))
    if kept.events:
        if isinstance(command, RefundPayment):
            yield from _require_here(kept.some, command)
        yield from Save(kept)
    return (yield from carried_out(kept, house))


_STEPS: Mapping[type, Callable[[GatewayPayment, Any], tuple[object, ...]]] = {
    CapturePayment: deciding.capture,
    RefundPayment: deciding.refund,
    VoidPayment: deciding.void,
}


def _require_here(payment: GatewayPayment, command: RefundPayment) -> Flow[None]:
    """Refused: `MORE_THAN_RECEIVED` for what the bank paid back before."""
    wanted, left = payment.pending, (yield from still_here(payment))
    if wanted is not None and wanted.amount > left:
        raise Rejected("MORE_THAN_RECEIVED", payment=payment.id, back=str(wanted.amount), left=str(left))


def _wanted(command: AuthorisePayment) -> Flow[Money]:
    """How much is to be paid, after a look at what it is for."""
    if command.invoice and command.order:
        raise Rejected("TARGET_UNCLEAR", payment=command.payment, invoice=command.invoice, order=command.order)
    if command.invoice:
        return (yield from _of_invoice(command))
    if command.order:
        _require_customer(command, (yield from Load(ORDER, command.order)).some.customer)
    else:
        _require_customer(command, (yield from Load(CUSTOMER, command.customer)).some.id)
    if command.amount is None:
        raise Rejected("AMOUNT_MISSING", payment=command.payment)
    return command.amount


def _of_invoice(command: AuthorisePayment) -> Flow[Money]:
    item = (yield from Load(RECEIVABLE, command.invoice, True)).some
    _require_customer(command, item.customer)
    amount = item.open if command.amount is None else command.amount
    if amount.currency != item.open.currency:
        raise Rejected("CURRENCY_DIFFERS", payment=command.payment, asked=amount.currency, open=item.open.currency)
    if amount > item.open:
        raise Rejected("MORE_THAN_OPEN", payment=command.payment, asked=str(amount), open=str(item.open))
    return amount


def _require_customer(command: AuthorisePayment, owner: str) -> None:
    if command.customer != owner:
        raise Rejected("CUSTOMER_DIFFERS", payment=command.payment, customer=command.customer, owner=owner)


def _one_at_a_time(payment: GatewayPayment) -> Flow[None]:
    """No payment of an invoice or order while another one may still take money for it.

    Each is counted, so that of two that begin at once one begins again and finds the other. Refused: `PAYMENT_PENDING`,
    `COLLECTION_OPEN`.
    """
    target = payment.invoice or payment.order
    if not target:
        return
    found = yield from Find(GATEWAY_PAYMENT, Where(references=(target,)))
    others = [kept.some for kept in found if kept.id != payment.id]
    for other in others:
        if other.live:
            raise Rejected("PAYMENT_PENDING", payment=payment.id, other=other.id, status=other.status.value)
    yield from _no_collection(payment)
    if (yield from Number(f"payments-of-{target}")) != len(others) + 1:
        raise Conflict(f"another payment of {target} was first")


def _no_collection(payment: GatewayPayment) -> Flow[None]:
    for status in (CollectionStatus.PLANNED, CollectionStatus.PRESENTED):
        for kept in (yield from Find(COLLECTION, Where(party=payment.customer, status=status.value))):
            if kept.some.item == payment.invoice:
                raise Rejected("COLLECTION_OPEN", payment=payment.id, collection=kept.id, status=status.value)
