"""The state of an open item: one invoice as a debt, or a credit that waits."""

from datetime import date

from attrs import frozen

from otcore.receivables.applied import Adjusted, Applied
from otcore.receivables.dispute import Dispute
from otcore.receivables.instalments import left_open, overdue_part
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.money import Money, total
from otcore.values.terms import DiscountOffer, Instalment


@fast_init
@frozen
class Receivable:
    """What one invoice still brings in. Law: open = amount - all applied, adjusted and credited, 0 <= open <= amount.

    `id` is the invoice number; `reference` is what a payer is asked to state, in the form that payments are searched
    by. `exposure`: what the whole amount counts in the credit account, in its currency; None: the amount itself.
    `due`: the day it is due; of several `instalments` the first. They sum to the amount; none: it is due at once.
    `credited`: what credit notes took off it. `adjusted`: what was closed without cash. `disputes`: those open now.
    `orders`: the buyer's numbers of what it bills; `discounts`: for paying early.
    The part of a credit note that its invoice could not take, for it was paid, is an item of the credit note's number:
    amount and open are negative, so that it stands for what is owed to the customer.
    """

    id: str
    customer: str
    reference: str
    day: date
    due: date
    amount: Money
    open: Money
    applied: tuple[Applied, ...] = ()
    overdue: bool = False
    exposure: Money | None = None
    instalments: tuple[Instalment, ...] = ()
    credited: tuple[Applied, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    adjusted: tuple[Adjusted, ...] = ()
    orders: tuple[str, ...] = ()
    discounts: tuple[DiscountOffer, ...] = ()

    @property
    def is_credit(self) -> bool:
        """Whether it is owed to the customer."""
        return self.amount.minor < 0

    @property
    def disputed(self) -> Money:
        """How much of it is in dispute."""
        return total((each.amount for each in self.disputes), self.amount.currency)

    @property
    def open_instalments(self) -> tuple[Instalment, ...]:
        """What is still open, by the days it is due, the first first; money closes what is due first."""
        return left_open(self.instalments or (Instalment(self.due, self.amount),), self.open)

    @property
    def next_due(self) -> date:
        """The day the first part that is still open is due; of a closed item the day it was due."""
        return self.open_instalments[0].due if self.instalments and self.open else self.due

    def overdue_on(self, day: date) -> Money:
        """What of it is open and fell due before this day; of a credit nothing."""
        if self.is_credit:
            return Money.zero(self.amount.currency)
        return overdue_part(self.open_instalments, day, self.open.currency)


def facets(item: Receivable) -> Facets:
    """Found by customer, payment reference, `open` / `overdue` / `closed`, `credit` (open, and owed to the customer),
    and the next due day.
    """
    status = "credit" if item.is_credit else "overdue" if item.overdue else "open"
    return Facets(item.customer, item.reference, status if item.open else "closed", item.next_due)
