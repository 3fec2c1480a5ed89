"""A row of a bank statement that takes an earlier payment back: linked to its receipt, or kept where it is seen."""

from datetime import date

from attrs import evolve as changed
from attrs import frozen

from otcore.payments.statement import BankTransaction
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.faults import Rejected


@frozen
class BankReversal:
    """`receipt`: the money that went back; empty while nobody knows, and `reason` says why not: `NO_PAYMENT` fits it,
    several do (`AMBIGUOUS`), or it is money that we had paid and that came back (`OUR_PAYMENT`).
    """

    id: str
    statement: str
    account: str
    transaction: BankTransaction
    receipt: str = ""
    reason: str = ""
    customer: str = ""


@frozen(kw_only=True)
class LinkBankReversal(Command[BankReversal]):
    """Say which receipt a bank reversal takes back; the receipt is returned, and its items are owed again.

    Refused: `LINKED_ALREADY`, `OUR_PAYMENT`, `CURRENCY_DIFFERS`, `MORE_THAN_RECEIVED`.
    """

    reversal: str
    receipt: str
    day: date


@frozen
class BankReversalRecorded:
    """The bank took a payment back; `receipt`: which, where that is certain, else `reason` says why not."""

    reversal: str
    statement: str
    account: str
    transaction: BankTransaction
    receipt: str = ""
    reason: str = ""
    customer: str = ""


@frozen
class BankReversalLinked:
    """A person said which receipt it takes back."""

    receipt: str
    customer: str
    day: date


Event = BankReversalRecorded | BankReversalLinked

EVENTS: tuple[type, ...] = (BankReversalRecorded, BankReversalLinked)


def link(reversal: BankReversal, command: LinkBankReversal, customer: str) -> tuple[BankReversalLinked, ...]:
    """The fact that follows, or `Rejected`."""
    if reversal.receipt:
        raise Rejected("LINKED_ALREADY", reversal=reversal.id, receipt=reversal.receipt)
    if reversal.transaction.credit:
        raise Rejected("OUR_PAYMENT", reversal=reversal.id, amount=str(reversal.transaction.amount))
    day = max(command.day, reversal.transaction.booked)
    return (BankReversalLinked(command.receipt, customer, day),)


def evolve(reversal: BankReversal | None, event: Event) -> BankReversal:
    """The reversal after one fact."""
    if isinstance(event, BankReversalRecorded):
        whence = (event.reversal, event.statement, event.account, event.transaction)
        return BankReversal(*whence, event.receipt, event.reason, event.customer)
    assert reversal is not None, "a reversal is recorded before it is linked"
    return changed(reversal, receipt=event.receipt, customer=event.customer, reason="")


def facets(reversal: BankReversal) -> Facets:
    """Found by customer, statement, `linked` or `unlinked`, and booking day."""
    status = "linked" if reversal.receipt else "unlinked"
    return Facets(reversal.customer, reversal.statement, status, reversal.transaction.booked)
