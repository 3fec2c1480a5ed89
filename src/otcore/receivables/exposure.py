"""What an open item still counts in its customer's exposure."""

from decimal import Decimal

from otcore.receivables.item import Receivable
from otcore.values.allocation import share_until
from otcore.values.money import Money


def item_exposure(item: Receivable) -> Money:
    """In the currency of the credit account: the open share of what the item came in with; of a paid item, nothing."""
    whole = item.exposure
    if whole is None:
        return item.open
    open_, amount = Decimal(item.open.minor), Decimal(item.amount.minor)
    return Money.from_minor(share_until(whole.minor, open_, amount), whole.currency)
