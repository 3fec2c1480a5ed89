"""An open item: one invoice as a debt, and what has been paid and credited of it; or a credit that waits."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from attrs import evolve as changed
from attrs import frozen

from otcore.receivables.dispute import Dispute
from otcore.receivables.instalments import left_open, overdue_part
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.values.terms import Instalment


@frozen
class Applied:
    """A part of a receipt, or of a credit, that closes a part of an item; `receipt`: its id, or the credit note's."""

    receipt: str
    amount: Money
    day: date


@fast_init
@frozen
class Receivable:
    """What one invoice still brings in. Law: open = amount - everything applied and credited, 0 <= open <= amount.

    `id` is the invoice number; `reference` is what a payer is asked to state, in the form that payments are searched
    by. `exposure`: what the whole amount counts in the credit account, in its currency; None: the amount itself.
    `due`: the day it is due; of several `instalments` the first. They sum to the amount; none: it is due at once.
    `credited`: what credit notes took off it. `disputes`: those that are open.
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


@frozen
class ItemOpened:
    """An invoice became a debt."""

    item: str
    customer: str
    reference: str
    day: date
    due: date
    amount: Money
    exposure: Money | None = None
    instalments: tuple[Instalment, ...] = ()


@frozen
class ItemPaid:
    """A receipt closes (a part of) the debt."""

    applied: Applied


@frozen
class ItemFellOverdue:
    """A due day passed with something of what was due still open."""

    day: date


@frozen
class ItemCredited:
    """A credit note closes (a part of) the debt; of a credit, so much of it was used for a debt."""

    applied: Applied


@frozen
class ItemDisputed:
    """The buyer says that it does not owe this."""

    dispute: Dispute


@frozen
class DisputeSettled:
    """The dispute is over, and how it ended."""

    dispute: str
    day: date
    outcome: str


Event = ItemOpened | ItemPaid | ItemFellOverdue | ItemCredited | ItemDisputed | DisputeSettled

EVENTS: tuple[type, ...] = get_args(Event)


def pay(item: Receivable, receipt: str, amount: Money, day: date) -> tuple[ItemPaid, ...]:
    """The fact that a receipt pays this much. Refused: `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`, `MORE_THAN_OPEN`."""
    if amount.currency != item.open.currency:
        raise Rejected("CURRENCY_DIFFERS", item=item.id, paid=amount.currency, open=item.open.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", item=item.id, amount=str(amount))
    if amount > item.open:
        raise Rejected("MORE_THAN_OPEN", item=item.id, amount=str(amount), open=str(item.open))
    return (ItemPaid(Applied(receipt, amount, day)),)


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
    return (ItemCredited(Applied(note, amount, day)),)


def fall_overdue(item: Receivable, day: date) -> tuple[ItemFellOverdue, ...]:
    """The fact that the due day of the next open instalment has passed, once until that is paid."""
    passed = item.open.minor > 0 and item.next_due < day and not item.overdue
    return (ItemFellOverdue(day),) if passed else ()


def evolve(item: Receivable | None, event: Event) -> Receivable:
    """The item after one fact."""
    if isinstance(event, ItemOpened):
        amount = event.amount
        named = (event.item, event.customer, event.reference)
        parts = event.instalments
        return Receivable(*named, event.day, event.due, amount, amount, exposure=event.exposure, instalments=parts)
    assert item is not None, "a debt is opened before it is paid"
    return _AFTER[type(event)](item, event)


def _paid(item: Receivable, event: ItemPaid) -> Receivable:
    return _closed(item, changed(item, applied=(*item.applied, event.applied)), event.applied)


def _credited(item: Receivable, event: ItemCredited) -> Receivable:
    return _closed(item, changed(item, credited=(*item.credited, event.applied)), event.applied)


def _closed(item: Receivable, named: Receivable, applied: Applied) -> Receivable:
    """Overdue stays what is not paid in full, of instalments the one that fell overdue; a later one is found again."""
    after = changed(named, open=item.open - applied.amount)
    if not item.overdue:
        return after
    late = after.next_due == item.next_due or after.next_due < applied.day
    return changed(after, overdue=bool(after.open) and late)


def _settled(item: Receivable, event: DisputeSettled) -> Receivable:
    return changed(item, disputes=tuple(each for each in item.disputes if each.id != event.dispute))


_AFTER: Mapping[type, Callable[[Receivable, Any], Receivable]] = {
    ItemPaid: _paid,
    ItemCredited: _credited,
    ItemFellOverdue: lambda item, event: changed(item, overdue=True),
    ItemDisputed: lambda item, event: changed(item, disputes=(*item.disputes, event.dispute)),
    DisputeSettled: _settled,
}


def facets(item: Receivable) -> Facets:
    """Found by customer, payment reference, `open` / `overdue` / `closed`, `credit` (open, and owed to the customer),
    and the next due day.
    """
    status = "credit" if item.is_credit else "overdue" if item.overdue else "open"
    return Facets(item.customer, item.reference, status if item.open else "closed", item.next_due)
