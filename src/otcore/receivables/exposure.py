"""What an open item still counts in its customer's exposure."""

from datetime import date
from decimal import Decimal

from otcore.receivables.item import Receivable
from otcore.values.allocation import share_until
from otcore.values.money import Money


def item_exposure(item: Receivable) -> Money:
    """In the currency of the credit account: the open share of what the item came in with; of a paid item, nothing.
    Negative for a credit, which is owed to the customer.
    """
    return _share(item, item.open)


def overdue_exposure(item: Receivable, day: date) -> Money:
    """The share of it that fell due before this day: of an item in instalments not all that is open."""
    return _share(item, item.overdue_on(day))


def _share(item: Receivable, part: Money) -> Money:
    whole = item.exposure
    if whole is None:
        return part
    share = share_until(whole.minor, Decimal(abs(part.minor)), Decimal(abs(item.amount.minor)))
    return Money.from_minor(share, whole.currency)
