"""What can happen to a credit account, in the past tense, beside the value that moves on it."""

from datetime import date

from attrs import frozen

from otcore.customers.credit.limit import TemporaryLimit
from otcore.values.money import Money


@frozen
class AccountShared:
    """This customer uses the account too."""

    customer: str


@frozen
class LimitChanged:
    """The limit from now on; `limit` None: no limit. `valid_until`: the last day it counts; None: for good."""

    limit: Money | None
    valid_until: date | None = None
    reason: str = ""


@frozen
class TemporaryLimitGranted:
    """The limit is higher for a while; an earlier increase ends. None: no increase any more."""

    temporary: TemporaryLimit | None


@frozen
class CreditInsured:
    """An insurer carries this much of what the customer may owe; None: nothing is insured any more."""

    insured: Money | None


@frozen
class CreditBlocked:
    """Nothing more on credit, whatever the limit says."""

    reason: str


@frozen
class CreditUnblocked:
    """The block is gone, and why."""

    reason: str


@frozen
class RiskClassSet:
    """The credit checks that the account is under; empty: the house's standard class."""

    risk_class: str


@frozen
class PrepaymentRequired:
    """Whether orders have to be covered by money that has come in."""

    required: bool


@frozen
class ReviewScheduled:
    """The account was looked at, and is to be looked at again by a day; None: no day was set."""

    review_by: date | None


@frozen
class TermsChanged:
    """The payment terms changed; nobody has looked at the account since."""

    day: date


@frozen
class DunningReported:
    """The highest dunning level that the account has reached; 0: none."""

    level: int


@frozen
class LiabilitiesReported:
    """What the customer owes beside orders, deliveries and invoices: bills of exchange, guarantees, other books."""

    other: Money


TermsEvent = (
    AccountShared
    | LimitChanged
    | TemporaryLimitGranted
    | CreditInsured
    | CreditBlocked
    | CreditUnblocked
    | RiskClassSet
    | PrepaymentRequired
    | ReviewScheduled
    | TermsChanged
    | DunningReported
    | LiabilitiesReported
)
