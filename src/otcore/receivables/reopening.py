"""Owing again what money, or a credit, had closed: what was posted is undone by another fact, never edited."""

from datetime import date

from otcore.receivables.applied import Applied
from otcore.receivables.events import CreditReleased, ItemReopened
from otcore.receivables.evolution import last_use
from otcore.receivables.receivable import Receivable
from otcore.values.faults import Rejected
from otcore.values.money import Money, total


def reopen(item: Receivable, receipt: str, day: date, why: str) -> tuple[ItemReopened, ...]:
    """Everything that a receipt closed of the item, owed again. Refused: `NOTHING_APPLIED` when it closed nothing."""
    amount = closed_by(item, receipt)
    if not amount:
        raise Rejected("NOTHING_APPLIED", item=item.id, receipt=receipt)
    return (ItemReopened(receipt, amount, day, why),)


def closed_by(item: Receivable, receipt: str) -> Money:
    """What a receipt closed of the item, with cash and without."""
    cash = (each.amount for each in item.applied if each.receipt == receipt)
    rest = (each.amount for each in item.adjusted if not each.given_up and each.source == receipt)
    return total((*cash, *rest), item.amount.currency)


def release(item: Receivable, other: str, amount: Money, day: date) -> tuple[CreditReleased, ...]:
    """A use of a credit undone, on either side of it (`amount` as it was credited: negative on the credit's own).

    Refused: `NOTHING_APPLIED` when there was no such use.
    """
    if last_use(item, other, amount) < 0:
        raise Rejected("NOTHING_APPLIED", item=item.id, receipt=other)
    return (CreditReleased(Applied(other, amount, day)),)
