"""What a person, or the bank, does to a receipt that is there: who paid it, where its rest stays, what is undone."""

from collections.abc import Iterable
from datetime import date

from otcore.payments.receipt_events import (
    ApplicationReversed,
    Event,
    PayerIdentified,
    PutAside,
    ReceiptReturned,
    Standing,
)
from otcore.payments.receipt_evolution import evolve
from otcore.payments.receipt_state import Receipt
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.values.reason import require_reason


def identify(receipt: Receipt, customer: str, day: date) -> tuple[PayerIdentified, ...]:
    """The fact that it is this customer's money; nothing where that is known.

    Refused: `STILL_APPLIED` while it pays items: whose they are was decided with them; `PAYOUT_SETTLED`.
    """
    if receipt.payout:
        raise Rejected("PAYOUT_SETTLED", receipt=receipt.id, gateway=receipt.payout)
    if receipt.customer == customer:
        return ()
    if receipt.allocations:
        raise Rejected("STILL_APPLIED", receipt=receipt.id, customer=receipt.customer)
    return (PayerIdentified(customer, max(day, receipt.day)),)


def put_aside(receipt: Receipt, reason: str, day: date) -> tuple[PutAside, ...]:
    """The fact that the rest stays on account. Refused: `NOTHING_LEFT`, `PAYER_UNKNOWN`. `Invalid` REASON_MISSING."""
    require_reason(reason)
    if not receipt.unapplied:
        raise Rejected("NOTHING_LEFT", receipt=receipt.id)
    if not receipt.customer:
        raise Rejected("PAYER_UNKNOWN", receipt=receipt.id)
    return (PutAside(reason, max(day, receipt.day)),)


def reverse(
    receipt: Receipt, items: tuple[str, ...], why: str, day: date, before: Standing
) -> tuple[ApplicationReversed, ...]:
    """The fact that the money was taken off items; `before`: how it stood when nothing was applied.

    Refused: `NOTHING_APPLIED` where one of them is not paid by it, or there is none. `Invalid` REASON_MISSING.
    """
    require_reason(why)
    paid = paid_items(receipt)
    if not items or not set(items) <= set(paid):
        raise Rejected("NOTHING_APPLIED", receipt=receipt.id, items=", ".join(items))
    amount = total((each.amount for each in receipt.allocations if each.item in items), receipt.amount.currency)
    rest = set(paid) - set(items)
    return (ApplicationReversed(items, amount, max(day, receipt.day), why, None if rest else before),)


def give_back(receipt: Receipt, amount: Money, why: str, day: date, reference: str) -> tuple[ReceiptReturned, ...]:
    """The fact that money of a receipt went back; what has to be taken off its items was taken off before.

    Refused: `CURRENCY_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_RECEIVED`. Raises `Invalid` REASON_MISSING.
    """
    require_reason(why)
    if amount.currency != receipt.amount.currency:
        raise Rejected("CURRENCY_DIFFERS", receipt=receipt.id, received=receipt.amount.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", receipt=receipt.id, amount=str(amount))
    if amount > receipt.unapplied:
        raise Rejected("MORE_THAN_RECEIVED", receipt=receipt.id, unapplied=str(receipt.unapplied))
    return (ReceiptReturned(amount, max(day, receipt.day), why, reference),)


def paid_items(receipt: Receipt) -> tuple[str, ...]:
    """The items that it pays, or that credits were used for with it, each once."""
    given = (each.item for each in receipt.allocations)
    return tuple(dict.fromkeys((*given, *(each.item for each in receipt.uses))))


def standing_before(facts: Iterable[Event]) -> Standing:
    """How a receipt stood when last nothing of it was applied."""
    receipt: Receipt | None = None
    found: Receipt | None = None
    for fact in facts:
        receipt = evolve(receipt, fact)
        if not paid_items(receipt):
            found = receipt
    assert found is not None, "money comes in before it is applied"
    return Standing(found.customer, found.rule, found.reason, found.rivals, found.on_account, found.decided)
