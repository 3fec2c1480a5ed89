"""What happens to a receipt."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.payments.allocation import Allocation
from otcore.payments.decided import Decided
from otcore.payments.statement import BankTransaction
from otcore.receivables.set_off import Use
from otcore.values.money import Money


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
    fit. `uses`: credits that were used with it. `on_account`: what is left of it stays there on purpose.
    """

    customer: str
    allocations: tuple[Allocation, ...]
    rule: str
    reason: str
    uses: tuple[Use, ...] = ()
    on_account: bool = True
    decided: Decided | None = None


@frozen
class ReceiptLeft:
    """Nothing could be applied: the reason, whom it is from if that is known, and the items that were considered."""

    customer: str
    reason: str
    rivals: tuple[str, ...]
    decided: Decided | None = None


@frozen
class PutAside:
    """What is left stays on account on purpose: a prepayment, or for invoices to come."""

    reason: str
    day: date


@frozen
class PayerIdentified:
    """It is known whose money it is."""

    customer: str
    day: date


@frozen
class Standing:
    """How a receipt stood before it was applied, which it does again once that is undone."""

    customer: str
    rule: str
    reason: str
    rivals: tuple[str, ...]
    on_account: bool
    decided: Decided | None = None


@frozen
class ApplicationReversed:
    """The money was taken off these items, and the credits that were used with it are there again.

    `before`: how it stood before any of it was applied, where nothing of it is applied any more.
    """

    items: tuple[str, ...]
    amount: Money
    day: date
    why: str
    before: Standing | None = None


@frozen
class ReceiptReturned:
    """The money went back: the bank, the payer's bank or a card scheme took it; `reference`: by what."""

    amount: Money
    day: date
    why: str
    reference: str = ""


@frozen
class ReceiptRefunded:
    """So much was paid back to the payer by a refund; negative: that came back."""

    refund: str
    amount: Money
    day: date


@frozen
class ReceiptPaidOut:
    """It is no new money: a gateway paid out what was received by its captures."""

    gateway: str
    day: date


@frozen
class PayoutUndone:
    """It is money that came in, after all."""

    day: date
    why: str


Event = (
    ReceiptRecorded
    | ReceiptApplied
    | ReceiptLeft
    | PutAside
    | PayerIdentified
    | ApplicationReversed
    | ReceiptReturned
    | ReceiptRefunded
    | ReceiptPaidOut
    | PayoutUndone
)

EVENTS: tuple[type, ...] = get_args(Event)
