"""What may be asked of a customer's file, from its application to the end of the business.

All of them are refused with `STATUS_WRONG` where the life cycle (`customers.onboarding`) does not lead on.
"""

from datetime import date

from attrs import frozen

from otcore.customers.customer import Customer
from otcore.customers.profile import Profile
from otcore.values.command import Command
from otcore.values.document import DocumentRef
from otcore.values.money import Money
from otcore.values.terms import PaymentTerms


@frozen
class ApplyCustomer(Command[Customer]):
    """Take in an application; its terms and limit are asked for, not granted.

    Refused: `CUSTOMER_EXISTS`, `IDENTIFIER_TAKEN`, `VAT_FORMAT`, `VAT_CHECK_DIGITS`, `IBAN_FORMAT`,
    `IBAN_CHECK_DIGITS`, `LIMIT_CURRENCY`, `GROUP_UNKNOWN`, `ACCOUNT_UNKNOWN`, `ACCOUNT_CURRENCY`, `ACCOUNT_TAKEN`.
    Raises `Invalid` CURRENCY_UNKNOWN.
    """

    customer: str
    profile: Profile


@frozen
class VerifyCustomer(Command[Customer]):
    """A person has looked at the applicant. Refused: `DUPLICATES_UNRESOLVED`.

    `distinct_from`: the suspected duplicates that it is not.
    """

    customer: str
    distinct_from: tuple[str, ...] = ()
    reason: str = ""


@frozen
class ActivateCustomer(Command[Customer]):
    """Let a verified customer order. Refused: `TERMS_NOT_APPROVED`."""

    customer: str
    reason: str = ""


@frozen
class BlockCustomer(Command[Customer]):
    """Take no new orders. Raises `Invalid` REASON_MISSING."""

    customer: str
    reason: str


@frozen
class UnblockCustomer(Command[Customer]):
    """Take orders again."""

    customer: str
    reason: str = ""


@frozen
class CloseCustomer(Command[Customer]):
    """End the business, or turn an application down. Refused: `EXPOSURE_OPEN`, `ORDERS_OPEN`. Raises `Invalid`
    REASON_MISSING.
    """

    customer: str
    reason: str


@frozen
class ReopenCustomer(Command[Customer]):
    """Make an applicant of a closed customer; it keeps its identifiers, its account and its papers."""

    customer: str
    reason: str = ""


@frozen
class ChangeProfile(Command[Customer]):
    """Other facts about a customer; a verified one that is not active yet is verified anew.

    Refused: `PROFILE_FIXED` (the currency, the credit account), `TERMS_NEED_APPROVAL` (terms, limit),
    `DUPLICATES_UNRESOLVED` (a customer that may order gets a name that others have, and they are not named in
    `distinct_from`), and what an application is refused for.
    """

    customer: str
    profile: Profile
    distinct_from: tuple[str, ...] = ()


@frozen
class AttachDocument(Command[Customer]):
    """Add a paper that a document store keeps. Refused: `DOCUMENT_ATTACHED`. Raises `Invalid` KIND_MISSING."""

    customer: str
    document: DocumentRef
    kind: str


@frozen
class ProposeTerms(Command[Customer]):
    """Propose payment terms and a limit (None, which is said: no limit) that holds until a day, if one is named.

    Refused: `PROPOSAL_OPEN`, `LIMIT_CURRENCY`, `LIMIT_NEGATIVE`, `ACCOUNT_SHARED` (a limit, where the credit account is
    another's).
    """

    customer: str
    terms: PaymentTerms
    credit_limit: Money | None
    valid_until: date | None = None
    reason: str = ""


@frozen
class ApproveTerms(Command[Customer]):
    """Approve the proposal with this number; 0: the one that is open.

    Refused: `PROPOSAL_UNKNOWN`, `MAKER_IS_CHECKER`.
    """

    customer: str
    proposal: int = 0


@frozen
class RejectTerms(Command[Customer]):
    """Turn the proposal with this number down (0: the open one), or withdraw it.

    Refused: `PROPOSAL_UNKNOWN`. Raises `Invalid` REASON_MISSING.
    """

    customer: str
    reason: str
    proposal: int = 0
