"""Money of a receipt that is paid back by a refund, and that is here again when the refund does not arrive."""

from datetime import date

from otcore.payments.receipt_events import ReceiptRefunded
from otcore.payments.receipt_state import Receipt
from otcore.values.faults import Rejected
from otcore.values.money import Money, total


def pay_back(receipt: Receipt, refund: str, amount: Money, day: date) -> tuple[ReceiptRefunded, ...]:
    """The fact that a refund takes so much of what is not applied.

    Refused: `CURRENCY_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_UNAPPLIED`.
    """
    if amount.currency != receipt.amount.currency:
        raise Rejected("CURRENCY_DIFFERS", receipt=receipt.id, received=receipt.amount.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", receipt=receipt.id, amount=str(amount))
    if amount > receipt.unapplied:
        raise Rejected("MORE_THAN_UNAPPLIED", receipt=receipt.id, unapplied=str(receipt.unapplied))
    return (ReceiptRefunded(refund, amount, max(day, receipt.day)),)


def come_back(receipt: Receipt, refund: str, day: date) -> tuple[ReceiptRefunded, ...]:
    """The fact that all that a refund took is here again; nothing where it took nothing."""
    taken = total((each.amount for each in receipt.refunded if each.refund == refund), receipt.amount.currency)
    return (ReceiptRefunded(refund, -taken, max(day, receipt.day)),) if taken else ()
