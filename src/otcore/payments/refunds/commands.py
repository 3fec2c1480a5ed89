"""What a host asks of refunds."""

from datetime import date

from attrs import frozen

from otcore.payments.payment_batch import PaymentBatch
from otcore.payments.refunds.refund import Refund
from otcore.values.command import Command
from otcore.values.money import Money


@frozen(kw_only=True)
class RequestRefund(Command[Refund]):
    """Pay money back to a customer: of a `receipt`, of a `credit_note`, or, with neither, what is on account.

    It is set aside at once. `amount` None: all that there is. `account`: an IBAN known to be the customer's; empty: the
    one that the receipt came from, else the customer's first. A second person has to approve what is above the house's
    limit.
    Refused: `REFUND_EXISTS`, `NOTHING_LEFT`, `MORE_THAN_UNAPPLIED`, `MORE_THAN_OPEN`, `AMOUNT_NOT_POSITIVE`,
    `CURRENCY_DIFFERS`, `NOT_IN_EURO`, `CUSTOMER_DIFFERS`, `SOURCE_UNCLEAR`, `ACCOUNT_UNKNOWN`, `NO_ACCOUNT`.
    Raises `Invalid` REASON_MISSING.
    """

    refund: str
    customer: str
    day: date
    reason: str
    amount: Money | None = None
    receipt: str = ""
    credit_note: str = ""
    account: str = ""


@frozen(kw_only=True)
class ApproveRefund(Command[Refund]):
    """Let a refund be paid. Refused: `REFUND_STATUS`, `MAKER_IS_CHECKER`."""

    refund: str
    day: date


@frozen(kw_only=True)
class RefuseRefund(Command[Refund]):
    """Do not pay it: the money is there again. Refused: `REFUND_STATUS`. Raises `Invalid` REASON_MISSING."""

    refund: str
    day: date
    reason: str


@frozen(kw_only=True)
class PresentRefunds(Command[PaymentBatch]):
    """Put every approved refund in a batch for the bank (`otcore.adapters.sepa` writes it).

    Refused: `BATCH_EXISTS`, `BATCH_REFERENCE`, `NOTHING_TO_PRESENT`.
    """

    batch: str
    day: date


@frozen(kw_only=True)
class RejectRefund(Command[Refund]):
    """Say that the bank did not pay it (pain.002): the money is there again; `code`: its reason (ISO 20022).

    What comes back after it was paid comes with the bank's statement. Refused: `REFUND_STATUS`.
    """

    refund: str
    day: date
    code: str
