"""What a person decides about money that came in; each is recorded as that person's decision."""

from datetime import date

from attrs import frozen

from otcore.customers.alias import Alias
from otcore.payments.allocation import Allocation
from otcore.payments.receipt import Receipt
from otcore.receivables.receivable import Receivable
from otcore.values.command import Command
from otcore.values.money import Money


@frozen(kw_only=True)
class ApplyReceiptTo(Command[Receipt]):
    """Post a receipt on items that a person chose, with what is closed without cash; rule `MANUAL`.

    `allocations`: of credits with a negative amount, of items in another currency with what the cash is worth there.
    `customer`: whose money it is; empty: the payer that is known, else the owner of the items. `suggestion`: which of
    the receipt's rivals was taken, from 1; 0: none. `on_account`: what is left stays there on purpose. `learn`: the
    payer's account is known as this customer's from now on.

    Refused: `ITEM_TWICE`, `CURRENCY_DIFFERS`, `SAME_CURRENCY`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_RECEIVED`,
    `MORE_THAN_OPEN`, `STAYS_OPEN`, `CREDIT_LEFT_OVER`, `WRITE_OFF_LIMIT`, `NOTHING_CHOSEN`, `PAYER_DIFFERS` where the
    money is known as another's, `PAYER_UNKNOWN` where the items are of several, `SUGGESTION_UNKNOWN`,
    `SUGGESTION_DIFFERS`, `NO_ACCOUNT` and `IDENTIFIER_TAKEN` where nothing can be learned.
    """

    receipt: str
    allocations: tuple[Allocation, ...]
    day: date
    customer: str = ""
    reason: str = ""
    suggestion: int = 0
    on_account: bool = False
    learn: bool = False


@frozen(kw_only=True)
class PutOnAccount(Command[Receipt]):
    """Leave what is left of a receipt on account on purpose. Refused: `NOTHING_LEFT`, `PAYER_UNKNOWN`.

    Raises `Invalid` REASON_MISSING.
    """

    receipt: str
    day: date
    reason: str


@frozen(kw_only=True)
class IdentifyPayer(Command[Receipt]):
    """Say whose money a receipt is; `learn`: the account it came from is known as this customer's from now on.

    Refused: `STILL_APPLIED`, `PAYOUT_SETTLED`; `NO_ACCOUNT` and `IDENTIFIER_TAKEN` where nothing can be learned.
    """

    receipt: str
    customer: str
    day: date
    learn: bool = False


@frozen(kw_only=True)
class ReverseApplication(Command[Receipt]):
    """Take a receipt off these items, or off all for none named: they are owed again, what was used is there again.

    Refused: `NOTHING_APPLIED`. Raises `Invalid` REASON_MISSING.
    """

    receipt: str
    day: date
    reason: str
    items: tuple[str, ...] = ()


@frozen(kw_only=True)
class ReturnReceipt(Command[Receipt]):
    """Note that a payment bounced: the bank, or a card scheme, took `amount` of it back; None: all of it.

    Where what is unapplied is not enough, it is taken off all its items first. `reference`: by what it went back.
    Refused: `CURRENCY_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_RECEIVED`. Raises `Invalid` REASON_MISSING.
    """

    receipt: str
    day: date
    reason: str
    amount: Money | None = None
    reference: str = ""


@frozen(kw_only=True)
class UseOnAccount(Command[Receivable]):
    """Pay an item with money of its customer that is there already, the oldest first; `amount` None: all it takes.

    Refused: `NOTHING_ON_ACCOUNT`, `AMOUNT_NOT_POSITIVE`, `MORE_THAN_OPEN`, `MORE_THAN_ON_ACCOUNT`.
    """

    invoice: str
    day: date
    amount: Money | None = None


@frozen(kw_only=True)
class LearnPayerAccount(Command[Alias]):
    """Know money from this account as this customer's from now on. Refused: `NO_ACCOUNT`, `IDENTIFIER_TAKEN`.

    It changes no receipt that is there.
    """

    account: str
    customer: str


@frozen(kw_only=True)
class ForgetPayerAccount(Command[Alias]):
    """Withdraw what was learned: money from this account is nobody's from now on.

    Refused: `NOT_LEARNED`, and `PROFILE_ACCOUNT` for an account of the customer's own profile. Raises `Invalid`
    REASON_MISSING.
    """

    account: str
    customer: str
    reason: str
