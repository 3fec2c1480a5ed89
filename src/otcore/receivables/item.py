"""An open item: one invoice as a debt, and what has been paid of it."""

from datetime import date

from attrs import evolve as changed
from attrs import frozen

from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen
class Applied:
    """A part of a receipt that closes a part of an item."""

    receipt: str
    amount: Money
    day: date


@fast_init
@frozen
class Receivable:
    """What one invoice still brings in. Law: open = amount - everything applied, and 0 <= open <= amount.

    `id` is the invoice number; `reference` is what a payer is asked to state, in the form that payments are searched
    by. `exposure`: what the whole amount counts in the credit account, in its currency; None: the amount itself.
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


@frozen
class ItemPaid:
    """A receipt closes (a part of) the debt."""

    applied: Applied


@frozen
class ItemFellOverdue:
    """The due day passed with something still open."""

    day: date


Event = ItemOpened | ItemPaid | ItemFellOverdue


def pay(item: Receivable, receipt: str, amount: Money, day: date) -> tuple[ItemPaid, ...]:
    """The fact that a receipt pays this much. Refused: `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`, `MORE_THAN_OPEN`."""
    if amount.currency != item.open.currency:
        raise Rejected("CURRENCY_DIFFERS", item=item.id, paid=amount.currency, open=item.open.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", item=item.id, amount=str(amount))
    if amount > item.open:
        raise Rejected("MORE_THAN_OPEN", item=item.id, amount=str(amount), open=str(item.open))
    return (ItemPaid(Applied(receipt, amount, day)),)


def fall_overdue(item: Receivable, day: date) -> tuple[ItemFellOverdue, ...]:
    """The fact that the due day has passed, once."""
    passed = bool(item.open) and item.due < day and not item.overdue
    return (ItemFellOverdue(day),) if passed else ()


def evolve(item: Receivable | None, event: Event) -> Receivable:
    """The item after one fact."""
    if isinstance(event, ItemOpened):
        amount = event.amount
        named = (event.item, event.customer, event.reference)
        return Receivable(*named, event.day, event.due, amount, amount, exposure=event.exposure)
    assert item is not None, "a debt is opened before it is paid"
    if isinstance(event, ItemFellOverdue):
        return changed(item, overdue=True)
    left = item.open - event.applied.amount
    return changed(item, open=left, applied=(*item.applied, event.applied), overdue=item.overdue and bool(left))


def facets(item: Receivable) -> Facets:
    """Found by customer, payment reference, `open` / `overdue` / `closed`, and due day."""
    status = "overdue" if item.overdue else "open"
    return Facets(item.customer, item.reference, status if item.open else "closed", item.due)
