"""What a host asks of mandates."""

from datetime import date

from attrs import field, frozen

from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.direct_debit.scheme import Scheme, iban
from otcore.values.command import Command


@frozen(kw_only=True)
class CreateMandate(Command[Mandate]):
    """Write a mandate for a customer; `signed`: the day on which it was signed, None: it is not yet.

    `mandate` is its unique reference: at most 35 letters, digits, blanks and `+?/-:().,'`.
    Refused: `MANDATE_EXISTS`, `MANDATE_REFERENCE`. Raises `Invalid` IBAN_FORMAT, IBAN_CHECK_DIGITS.
    """

    mandate: str
    customer: str
    account: str = field(converter=iban)
    holder: str
    bic: str = ""
    scheme: Scheme = Scheme.CORE
    recurrent: bool = True
    signed: date | None = None


@frozen(kw_only=True)
class SignMandate(Command[Mandate]):
    """Say that the debtor signed it. Refused: `MANDATE_STATUS`."""

    mandate: str
    day: date


@frozen(kw_only=True)
class AmendMandate(Command[Mandate]):
    """Change the debtor's account, holder or bank; empty: as it was. The next collection tells the bank.

    Refused: `MANDATE_STATUS`, `NOTHING_CHANGED`. Raises `Invalid` IBAN_FORMAT, IBAN_CHECK_DIGITS.
    """

    mandate: str
    day: date
    account: str = ""
    holder: str = ""
    bic: str = ""


@frozen(kw_only=True)
class ResumeMandate(Command[Mandate]):
    """Take a suspended mandate as good again. Refused: `MANDATE_STATUS`. Raises `Invalid` REASON_MISSING."""

    mandate: str
    day: date
    reason: str


@frozen(kw_only=True)
class SuspendMandate(Command[Mandate]):
    """Collect nothing more under it for now. Refused: `MANDATE_STATUS`. Raises `Invalid` REASON_MISSING."""

    mandate: str
    day: date
    reason: str


@frozen(kw_only=True)
class CancelMandate(Command[Mandate]):
    """End it for good. Refused: `MANDATE_STATUS`. Raises `Invalid` REASON_MISSING."""

    mandate: str
    day: date
    reason: str


MandateCommand = SignMandate | AmendMandate | ResumeMandate | SuspendMandate | CancelMandate
