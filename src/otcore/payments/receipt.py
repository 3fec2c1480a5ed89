"""A receipt: money that came in, and how much of it has found its invoices."""

from otcore.payments.allocation import Allocation
from otcore.payments.decided import Decided
from otcore.payments.receipt_events import (
    EVENTS,
    Event,
    ReceiptApplied,
    ReceiptLeft,
    ReceiptRecorded,
    ReceiptRefunded,
)
from otcore.payments.receipt_evolution import evolve
from otcore.payments.receipt_state import Receipt, facets, standing
from otcore.receivables.set_off import Use
from otcore.values.faults import Rejected

__all__ = [
    "EVENTS",
    "Event",
    "Receipt",
    "ReceiptApplied",
    "ReceiptLeft",
    "ReceiptRecorded",
    "ReceiptRefunded",
    "apply",
    "evolve",
    "facets",
    "standing",
]


def apply(
    receipt: Receipt,
    customer: str,
    allocations: tuple[Allocation, ...],
    rule: str,
    reason: str,
    uses: tuple[Use, ...] = (),
    on_account: bool = True,
    decided: Decided | None = None,
) -> tuple[ReceiptApplied, ...]:
    """The fact that a receipt pays items.

    Refused: `ITEM_TWICE`, `CURRENCY_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_RECEIVED`, `SAME_CURRENCY` (there is
    nothing to exchange).
    """
    items = [allocation.item for allocation in allocations]
    if len(set(items)) < len(items):
        raise Rejected("ITEM_TWICE", receipt=receipt.id, items=", ".join(items))
    if any(allocation.amount.currency != receipt.amount.currency for allocation in allocations):
        raise Rejected("CURRENCY_DIFFERS", receipt=receipt.id, received=receipt.amount.currency)
    if any(allocation.amount.minor <= 0 for allocation in allocations):
        raise Rejected("AMOUNT_NOT_POSITIVE", receipt=receipt.id)
    if any(
        allocation.exchanged and allocation.worth.currency == allocation.amount.currency for allocation in allocations
    ):
        raise Rejected("SAME_CURRENCY", receipt=receipt.id, received=receipt.amount.currency)
    given = sum(allocation.amount.minor for allocation in allocations)
    if given > receipt.unapplied.minor:
        raise Rejected("MORE_THAN_RECEIVED", receipt=receipt.id, unapplied=str(receipt.unapplied))
    return (ReceiptApplied(customer, allocations, rule, reason, uses, on_account, decided),)
