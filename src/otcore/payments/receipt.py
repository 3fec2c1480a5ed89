"""A receipt: money that came in, and how much of it has found its invoices."""

from datetime import date

from attrs import evolve as changed
from attrs import frozen

from otcore.payments.allocation import Allocation
from otcore.payments.statement import BankTransaction
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.faults import Rejected
from otcore.values.money import Money


@fast_init
@frozen
class Receipt:
    """Money in. Law: unapplied = amount - everything allocated, and 0 <= unapplied <= amount.

    `customer` is empty while the payer is unknown (unidentified cash); with a customer, what is unapplied is on
    account. `rule` and `reason` say by which rule it was applied, or why something is left.
    """

    id: str
    statement: str
    account: str
    transaction: BankTransaction
    unapplied: Money
    customer: str = ""
    allocations: tuple[Allocation, ...] = ()
    rule: str = ""
    reason: str = ""
    rivals: tuple[str, ...] = ()

    @property
    def amount(self) -> Money:
        """All that came in."""
        return self.transaction.amount

    @property
    def day(self) -> date:
        """The day the bank booked it."""
        return self.transaction.booked


@frozen
class ReceiptRecorded:
    """The bank says that money came in; `customer` is who is known to pay from that account, empty for nobody."""

    receipt: str
    statement: str
    account: str
    transaction: BankTransaction
    customer: str = ""


@frozen
class ReceiptApplied:
    """The money closes items, by a rule; `reason` says what is special about it (short, over), empty for an exact
    fit.
    """

    customer: str
    allocations: tuple[Allocation, ...]
    rule: str
    reason: str


@frozen
class ReceiptLeft:
    """Nothing could be applied: the reason, whom it is from if that is known, and the items that were considered."""

    customer: str
    reason: str
    rivals: tuple[str, ...]


Event = ReceiptRecorded | ReceiptApplied | ReceiptLeft


def apply(
    receipt: Receipt, customer: str, allocations: tuple[Allocation, ...], rule: str, reason: str
) -> tuple[ReceiptApplied, ...]:
    """The fact that a receipt pays items.

    Refused: `ITEM_TWICE`, `CURRENCY_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_RECEIVED`.
    """
    items = [allocation.item for allocation in allocations]
    if len(set(items)) < len(items):
        raise Rejected("ITEM_TWICE", receipt=receipt.id, items=", ".join(items))
    if any(allocation.amount.currency != receipt.amount.currency for allocation in allocations):
        raise Rejected("CURRENCY_DIFFERS", receipt=receipt.id, received=receipt.amount.currency)
    if any(allocation.amount.minor <= 0 for allocation in allocations):
        raise Rejected("AMOUNT_NOT_POSITIVE", receipt=receipt.id)
    given = sum(allocation.amount.minor for allocation in allocations)
    if given > receipt.unapplied.minor:
        raise Rejected("MORE_THAN_RECEIVED", receipt=receipt.id, unapplied=str(receipt.unapplied))
    return (ReceiptApplied(customer, allocations, rule, reason),)


def evolve(receipt: Receipt | None, event: Event) -> Receipt:
    """The receipt after one fact."""
    if isinstance(event, ReceiptRecorded):
        amount = event.transaction.amount
        return Receipt(event.receipt, event.statement, event.account, event.transaction, amount, event.customer)
    assert receipt is not None, "money comes in before it is applied"
    if isinstance(event, ReceiptLeft):
        customer = event.customer or receipt.customer
        return changed(receipt, customer=customer, reason=event.reason, rivals=event.rivals)
    left = receipt.unapplied
    for allocation in event.allocations:
        left = left - allocation.amount
    return changed(
        receipt,
        customer=event.customer,
        unapplied=left,
        allocations=(*receipt.allocations, *event.allocations),
        rule=event.rule,
        reason=event.reason,
        rivals=(),
    )


def facets(receipt: Receipt) -> Facets:
    """Found by customer, statement, `applied` / `on account` / `unidentified`, and booking day."""
    return Facets(receipt.customer, receipt.statement, standing(receipt), receipt.day)


def standing(receipt: Receipt) -> str:
    """Where the money stands: applied, on account of a known customer, or unidentified."""
    if not receipt.unapplied:
        return "applied"
    return "on account" if receipt.customer else "unidentified"
