"""What a host asks of credit: every check with its figures, and where an account stands."""

from datetime import date

from attrs import frozen

from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.result import CheckResult, Verdict
from otcore.customers.credit.risk_class import Debt
from otcore.values.command import Query
from otcore.values.money import Money


@frozen
class CreditAnswer:
    """Every check that the account's class asks for, passed or not, in the order they are made."""

    account: str
    risk_class: str
    day: date
    results: tuple[CheckResult, ...]

    @property
    def clear(self) -> bool:
        """Whether nothing stands against it, or somebody has answered for what does."""
        return all(each.verdict is not Verdict.NOT_OK for each in self.results)


@frozen(kw_only=True)
class AskCreditCheck(Query[CreditAnswer]):
    """Would an order of this value be cleared? Nothing is kept; the answer holds until the account moves.

    `due`: the day it is wanted; None: at any time.
    """

    customer: str
    value: Money
    day: date
    due: date | None = None


@frozen(kw_only=True)
class AskOrderCredit(Query[CreditAnswer]):
    """What the checks say of an order as it is, releases included; its own value does not count twice."""

    order: str
    day: date


@frozen(kw_only=True)
class CreditStanding:
    """A credit account on a day; `account.id` is what commands on credit call `account`.

    `limit`: with a temporary increase; None: none. `available`: what is left of it, and of what is insured; below zero
    when more is used. `debt`: the open items, and what of them is past due. `on_account`: money that pays nothing yet.
    """

    account: CreditAccount
    day: date
    exposure: Money
    limit: Money | None
    available: Money | None
    debt: Debt
    on_account: Money


@frozen(kw_only=True)
class AskCreditStanding(Query[CreditStanding]):
    """Where the credit account that a customer uses stands."""

    customer: str
    day: date
