"""Risk classes: which credit checks an account is under, with which bounds; and what a check is asked."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.result import CheckResult
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.percentage import Percentage


@frozen
class Debt:
    """The open items behind an account: their sum, what of it is past due, and since how many days the oldest is."""

    open: Money
    overdue: Money
    oldest: int


@fast_init
@frozen(kw_only=True)
class CreditQuestion:
    """May this much more be sold on credit? Everything is in the account's currency, tax included.

    `account` without what is asked about; `value`: what would count; `document`: the worth of the whole order; `due`:
    the day it is wanted, None: at any time. `debt` and `unapplied` (money on account) are None where no check of the
    class needs them.
    """

    account: CreditAccount
    risk: "RiskClass"
    day: date
    value: Money
    document: Money
    due: date | None = None
    debt: Debt | None = None
    unapplied: Money | None = None


Check = Callable[[CreditQuestion], CheckResult | None]
"""None: the class does not ask for this check."""


@frozen(kw_only=True)
class RiskClass:
    """The checks of the accounts that name it. None, or False: not checked. Bounds are met when they are reached.

    `limit`: exposure and value within the limit of the day (CREDIT_LIMIT_EXCEEDED). `horizon`: the same, without what
    is wanted more than so many days ahead (DYNAMIC_LIMIT_EXCEEDED). `most_document`: the most one order may be worth.
    `most_orders`, `most_deliveries`, `most_invoices`: the most that may stand in one stage. `overdue_share`: of the
    open items, past due. `oldest_item`: days past due. `dunning`: from this level on, nothing more. `review`: a review
    that is due stops. `changed_terms`: new payment terms stop until the next review. `extra`: the host's own, `items`
    if they read `debt`. Whatever the class, a blocked account, an expired limit and a prepayment that is not there
    stop.

    `deviation`, `released_days`: how far above its released value, and how long, a release covers later changes.
    """

    name: str
    limit: bool = True
    horizon: int | None = None
    most_document: Money | None = None
    most_orders: Money | None = None
    most_deliveries: Money | None = None
    most_invoices: Money | None = None
    overdue_share: Percentage | None = None
    oldest_item: int | None = None
    dunning: int | None = None
    review: bool = False
    changed_terms: bool = False
    extra: tuple[Check, ...] = ()
    items: bool = False
    deviation: Percentage = Percentage(0)
    released_days: int = 30

    @property
    def looks_at_items(self) -> bool:
        """Whether the open items have to be loaded."""
        return self.items or self.overdue_share is not None or self.oldest_item is not None

    def covers(self, released: Money, value: Money, days: int) -> bool:
        """Whether a release of so much, so many days ago, still holds for a value: 1,000 at 10 % holds for 1,100.

        One that is dated ahead (negative days) holds no longer either.
        """
        most: Decimal = released.amount + self.deviation.of(released.amount)
        return value.amount <= most and abs(days) <= self.released_days


STANDARD = RiskClass(name="")
"""The class of accounts that name none: the limit, its end, the block, prepayment."""


def risk_class(classes: tuple[RiskClass, ...], name: str) -> RiskClass | None:
    """The class of that name, None when the house has none. A house may name its own standard class ""."""
    return next((each for each in (*classes, STANDARD) if each.name == name), None)
