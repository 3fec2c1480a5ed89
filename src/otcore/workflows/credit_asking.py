"""Questions about credit; the answers explain every check."""

from attrs import evolve

from otcore.customers.credit.account import account_id
from otcore.customers.credit.checks import check_credit
from otcore.customers.credit.limit import effective_limit
from otcore.customers.credit.queries import (
    AskCreditCheck,
    AskCreditStanding,
    AskOrderCredit,
    CreditAnswer,
    CreditStanding,
)
from otcore.orders.exposure import without
from otcore.ports.aggregates import CREDIT, CUSTOMER, ORDER
from otcore.workflows.credit_checking import order_results, question, rate_of, rate_unknown, risk_of
from otcore.workflows.credit_figures import debt_of, on_account
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load


def ask_credit_check(query: AskCreditCheck, house: House) -> Flow[CreditAnswer]:
    """Every check for an order that may come."""
    customer = (yield from Load(CUSTOMER, query.customer)).some
    account = (yield from Load(CREDIT, account_id(customer))).some
    risk, unknown = risk_of(account, customer, house)
    value = query.value
    if value.currency != account.currency:
        rate = rate_of(value.currency, account, query.day, house)
        if rate is None:
            lacks = (rate_unknown(value.currency, account),)
            return CreditAnswer(account.customer, risk.name, query.day, lacks)
        value = rate.convert(value)
    asked = yield from question(account, risk, query.day, value, value, query.due)
    return CreditAnswer(account.customer, risk.name, query.day, check_credit(asked, (), unknown))


def ask_order_credit(query: AskOrderCredit, house: House) -> Flow[CreditAnswer]:
    """Every check for an order that is there."""
    order = (yield from Load(ORDER, query.order)).some
    customer = (yield from Load(CUSTOMER, order.customer)).some
    account = (yield from Load(CREDIT, account_id(customer))).some
    if order.rate is None:
        order = evolve(order, rate=rate_of(order.currency, account, query.day, house))
    results = yield from order_results(order, without(account, order), customer, query.day, house)
    return CreditAnswer(account.customer, risk_of(account, customer, house)[0].name, query.day, results)


def ask_credit_standing(query: AskCreditStanding) -> Flow[CreditStanding]:
    """The account and what stands behind it."""
    customer = (yield from Load(CUSTOMER, query.customer)).some
    account = (yield from Load(CREDIT, account_id(customer))).some
    limit = effective_limit(account.limit, account.temporary, query.day)
    exposure, insured = account.exposure, account.insured
    free = None if limit is None else limit - exposure
    return CreditStanding(
        account=account,
        day=query.day,
        exposure=exposure,
        limit=limit,
        available=free if free is None or insured is None else free + insured,
        debt=(yield from debt_of(account, query.day)),
        on_account=(yield from on_account(account)),
    )
