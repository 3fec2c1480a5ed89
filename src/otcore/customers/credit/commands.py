"""What a credit department asks of an account. `account`: the id of the customer, the parent or the group it is named
for. Amounts are in the account's currency (`CURRENCY_DIFFERS`).
"""

from datetime import date

from attrs import frozen

from otcore.customers.credit.account import CreditAccount
from otcore.values.command import Command
from otcore.values.money import Money


@frozen(kw_only=True)
class ChangeCreditLimit(Command[CreditAccount]):
    """The limit from now on; `limit` None: no limit. `valid_until`: its last day; None: for good.

    A lower limit, or an earlier last day, counts at once; orders that were cleared stay cleared. What is higher or
    lasts longer waits for `ApproveLimitChange` by somebody else. Either takes the place of a rise that waits.
    Refused: `LIMIT_CURRENCY`, `LIMIT_NEGATIVE`.
    """

    account: str
    limit: Money | None
    valid_until: date | None = None
    reason: str = ""


@frozen(kw_only=True)
class GrantTemporaryLimit(Command[CreditAccount]):
    """So much more than the limit from `start` to `end`, in place of an earlier increase.

    It waits for `ApproveLimitChange` by somebody else, unless it is no more, on any day, than the increase there is.
    Refused: `AMOUNT_NOT_POSITIVE`. Raises `Invalid` PERIOD_ORDER.
    """

    account: str
    amount: Money
    start: date
    end: date


@frozen(kw_only=True)
class InsureCredit(Command[CreditAccount]):
    """How much an insurer carries, which does not use the limit; `amount` None: nothing any more.

    More than now waits for `ApproveLimitChange` by somebody else. Refused: `AMOUNT_NEGATIVE`.
    """

    account: str
    amount: Money | None


@frozen(kw_only=True)
class ApproveLimitChange(Command[CreditAccount]):
    """Let the rise with this number count (0: the one that waits), by another person than its maker.

    Refused: `NO_LIMIT_CHANGE`, `MAKER_IS_CHECKER`.
    """

    account: str
    change: int = 0


@frozen(kw_only=True)
class RejectLimitChange(Command[CreditAccount]):
    """Turn the rise with this number down (0: the one that waits), or withdraw it; what counts now counts on.

    Refused: `NO_LIMIT_CHANGE`. Raises `Invalid` REASON_MISSING.
    """

    account: str
    reason: str
    change: int = 0


@frozen(kw_only=True)
class BlockCredit(Command[CreditAccount]):
    """Nothing more on credit: every order that comes now is held. Raises `Invalid` REASON_MISSING."""

    account: str
    reason: str


@frozen(kw_only=True)
class UnblockCredit(Command[CreditAccount]):
    """Credit again. Held orders wait for `RecheckCredit`. Refused: `NOT_BLOCKED`."""

    account: str
    reason: str = ""


@frozen(kw_only=True)
class SetRiskClass(Command[CreditAccount]):
    """The credit checks from now on; empty: the customer's own class, else the house's standard.

    Refused: `RISK_CLASS_UNKNOWN`.
    """

    account: str
    risk_class: str = ""


@frozen(kw_only=True)
class RequirePrepayment(Command[CreditAccount]):
    """Orders have to be covered by money on account from now on, or no longer."""

    account: str
    required: bool = True


@frozen(kw_only=True)
class ScheduleCreditReview(Command[CreditAccount]):
    """The account has been looked at, and is to be looked at again by a day; None: no day."""

    account: str
    review_by: date | None = None


@frozen(kw_only=True)
class ReportTermsChange(Command[CreditAccount]):
    """The payment terms are new: a person should look before more is sold, where the risk class says so."""

    account: str
    day: date


@frozen(kw_only=True)
class ReportDunning(Command[CreditAccount]):
    """The highest dunning level reached; 0: none. Refused: `LEVEL_NEGATIVE`."""

    account: str
    level: int


@frozen(kw_only=True)
class ReportLiabilities(Command[CreditAccount]):
    """What is owed beside orders, deliveries and invoices; it counts in the exposure. Refused: `AMOUNT_NEGATIVE`."""

    account: str
    amount: Money


LimitCommand = ChangeCreditLimit | GrantTemporaryLimit | InsureCredit | ApproveLimitChange | RejectLimitChange
"""What is asked about how much may be sold: a rise takes two persons."""

AccountCommand = (
    BlockCredit
    | UnblockCredit
    | SetRiskClass
    | RequirePrepayment
    | ScheduleCreditReview
    | ReportTermsChange
    | ReportDunning
    | ReportLiabilities
)
"""Everything else that is asked of one account."""
