"""An open item: one invoice as a debt, and what has been paid and credited of it; or a credit that waits."""

from datetime import date

from otcore.receivables.adjusting import adjustable
from otcore.receivables.adjustment import Adjustment
from otcore.receivables.applied import Applied
from otcore.receivables.events import (
    EVENTS,
    DisputeSettled,
    Event,
    ItemCredited,
    ItemDisputed,
    ItemFellOverdue,
    ItemOpened,
    ItemPaid,
)
from otcore.receivables.evolution import evolve
from otcore.receivables.receivable import Receivable, facets
from otcore.values.faults import Rejected
from otcore.values.money import Money

__all__ = [
    "EVENTS",
    "Applied",
    "DisputeSettled",
    "Event",
    "ItemCredited",
    "ItemDisputed",
    "ItemFellOverdue",
    "ItemOpened",
    "ItemPaid",
    "Receivable",
    "credit",
    "evolve",
    "facets",
    "fall_overdue",
    "pay",
]


def pay(
    item: Receivable, receipt: str, amount: Money, day: date, adjustments: tuple[Adjustment, ...] = ()
) -> tuple[ItemPaid, ...]:
    """The fact that a receipt pays this much, and that the adjustments close more.

    Refused: `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`, `MORE_THAN_OPEN`, and as `adjusting.adjustable`.
    """
    if amount.currency != item.open.currency:
        raise Rejected("CURRENCY_DIFFERS", item=item.id, paid=amount.currency, open=item.open.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", item=item.id, amount=str(amount))
    closes = amount + adjustable(item.id, adjustments, item.open.currency)
    if closes.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", item=item.id, amount=str(closes))
    if closes > item.open:
        raise Rejected("MORE_THAN_OPEN", item=item.id, amount=str(closes), open=str(item.open))
    return (ItemPaid(Applied(receipt, amount, day, item.overdue), adjustments),)


def credit(item: Receivable, note: str, amount: Money, day: date) -> tuple[ItemCredited, ...]:
    """The fact that a credit note closes so much of the debt; of a credit, a negative amount was used of it.

    Nothing for nothing. Refused: `CURRENCY_DIFFERS`, `MORE_THAN_OPEN`.
    """
    if not amount:
        return ()
    if amount.currency != item.open.currency:
        raise Rejected("CURRENCY_DIFFERS", item=item.id, credited=amount.currency, open=item.open.currency)
    if (amount.minor < 0) is not item.is_credit or abs(amount) > abs(item.open):
        raise Rejected("MORE_THAN_OPEN", item=item.id, amount=str(amount), open=str(item.open))
    return (ItemCredited(Applied(note, amount, day, item.overdue)),)


def fall_overdue(item: Receivable, day: date) -> tuple[ItemFellOverdue, ...]:
    """The fact that the due day of the next open instalment has passed, once until that is paid."""
    passed = item.open.minor > 0 and item.next_due < day and not item.overdue
    return (ItemFellOverdue(day),) if passed else ()
