"""A receipt after one more fact."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.payments.receipt_events import (
    ApplicationReversed,
    Event,
    PayerIdentified,
    PayoutUndone,
    PutAside,
    ReceiptApplied,
    ReceiptLeft,
    ReceiptPaidOut,
    ReceiptRecorded,
    ReceiptRefunded,
    ReceiptReturned,
)
from otcore.payments.receipt_state import Receipt
from otcore.values.fast_init import changed
from otcore.values.money import Money, total


def evolve(receipt: Receipt | None, event: Event) -> Receipt:
    """The receipt after one fact."""
    if isinstance(event, ReceiptRecorded):
        amount = event.transaction.amount
        return Receipt(event.receipt, event.statement, event.account, event.transaction, amount, event.customer)
    assert receipt is not None, "money comes in before it is applied"
    return _AFTER[type(event)](receipt, event)


def _left(receipt: Receipt, event: ReceiptLeft) -> Receipt:
    customer = event.customer or receipt.customer
    return changed(receipt, customer=customer, reason=event.reason, rivals=event.rivals, decided=event.decided)


def _applied(receipt: Receipt, event: ReceiptApplied) -> Receipt:
    left = receipt.unapplied
    for allocation in event.allocations:
        left = left - allocation.amount
    return changed(
        receipt,
        customer=event.customer,
        unapplied=left,
        allocations=(*receipt.allocations, *event.allocations),
        rule=event.rule,
        reason=event.reason,
        rivals=(),
        uses=(*receipt.uses, *event.uses),
        on_account=event.on_account,
        decided=event.decided,
    )


def _reversed(receipt: Receipt, event: ApplicationReversed) -> Receipt:
    gone = frozenset(event.items)
    after = changed(
        receipt,
        unapplied=receipt.unapplied + event.amount,
        allocations=tuple(each for each in receipt.allocations if each.item not in gone),
        uses=tuple(each for each in receipt.uses if each.item not in gone),
        taken_off=tuple(dict.fromkeys((*receipt.taken_off, *event.items))),
    )
    before = event.before
    if before is None:
        return after
    return changed(
        after,
        customer=before.customer,
        rule=before.rule,
        reason=before.reason,
        rivals=before.rivals,
        on_account=before.on_account,
        decided=before.decided,
    )


def _returned(receipt: Receipt, event: ReceiptReturned) -> Receipt:
    back = total((receipt.returned or Money.zero(event.amount.currency), event.amount), event.amount.currency)
    return changed(receipt, unapplied=receipt.unapplied - event.amount, returned=back)


def _refunded(receipt: Receipt, event: ReceiptRefunded) -> Receipt:
    return changed(receipt, unapplied=receipt.unapplied - event.amount, refunded=(*receipt.refunded, event))


_AFTER: Mapping[type, Callable[[Receipt, Any], Receipt]] = {
    ReceiptLeft: _left,
    ReceiptApplied: _applied,
    PutAside: lambda receipt, event: changed(receipt, on_account=True, reason=event.reason, rivals=()),
    PayerIdentified: lambda receipt, event: changed(receipt, customer=event.customer),
    ApplicationReversed: _reversed,
    ReceiptReturned: _returned,
    ReceiptRefunded: _refunded,
    ReceiptPaidOut: lambda receipt, event: changed(
        receipt, payout=event.gateway, unapplied=Money.zero(receipt.amount.currency), reason="", rivals=()
    ),
    PayoutUndone: lambda receipt, event: changed(receipt, payout="", unapplied=receipt.amount),
}
