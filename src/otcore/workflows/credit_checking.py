"""Asking the credit checks about an order: the account's risk class, what its checks look at, and every answer."""

from datetime import date

from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.checks import check_credit
from otcore.customers.credit.result import CheckResult, result
from otcore.customers.credit.risk_class import STANDARD, CreditQuestion, RiskClass, risk_class
from otcore.customers.customer import Customer
from otcore.orders.credit_release import covered
from otcore.orders.exposure import asked_for, counted_in, due, in_account
from otcore.orders.order import Order
from otcore.values.money import Money
from otcore.values.rates import Rate
from otcore.workflows.credit_figures import debt_of, on_account
from otcore.workflows.house import House
from otcore.workflows.requests import Flow


def rate_of(currency: str, account: CreditAccount, day: date, house: House) -> Rate | None:
    """The day's rate of an order's currency; None for the account's own, and where the house knows none."""
    return None if currency == account.currency else house.rates.rate(currency, account.currency, day)


def order_results(
    order: Order, account: CreditAccount, customer: Customer, day: date, house: House
) -> Flow[tuple[CheckResult, ...]]:
    """The answer of every check to the whole open value of an order; `account`: as if the order did not count.

    RATE_UNKNOWN alone where nobody knows what would count; no release helps there.
    """
    if counted_in(order) != account.currency:
        return (rate_unknown(order.currency, account),)
    risk, unknown = risk_of(account, customer, house)
    value, document = in_account(order, asked_for(order)), in_account(order, order.value)
    asked = yield from question(account, risk, day, value, document, due(order))
    return check_credit(asked, covered(order, risk, day), unknown)


def question(
    account: CreditAccount, risk: RiskClass, day: date, value: Money, document: Money, due: date | None
) -> Flow[CreditQuestion]:
    """What the checks are asked, with the figures that the class needs and no others."""
    return CreditQuestion(
        account=account,
        risk=risk,
        day=day,
        value=value,
        document=document,
        due=due,
        debt=(yield from debt_of(account, day)) if risk.looks_at_items else None,
        unapplied=(yield from on_account(account)) if account.prepayment else None,
    )


def risk_of(account: CreditAccount, customer: Customer, house: House) -> tuple[RiskClass, tuple[CheckResult, ...]]:
    """The class of the account, else of the customer, else the standard one.

    One that the house does not know is an answer of its own: somebody has to look, and the standard checks count.
    """
    name = account.risk_class or customer.profile.risk_class
    risk = risk_class(house.risk_classes, name)
    if risk is not None:
        return risk, ()
    says = "the house has no risk class {risk_class}"
    return STANDARD, (result("RISK_CLASS_UNKNOWN", False, "", says, risk_class=name),)


def rate_unknown(currency: str, account: CreditAccount) -> CheckResult:
    """RATE_UNKNOWN: nobody knows what the value is in the account's currency."""
    says = "no rate from {source} to {target}"
    return result("RATE_UNKNOWN", False, "", says, source=currency, target=account.currency)
