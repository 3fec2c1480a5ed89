"""What to ask about commands on credit accounts: each is an action of the account, and all are sensitive."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from otcore.access.asked import Asked
from otcore.customers.credit.commands import (
    ApproveLimitChange,
    BlockCredit,
    ChangeCreditLimit,
    GrantTemporaryLimit,
    InsureCredit,
    RejectLimitChange,
    ReportDunning,
    ReportLiabilities,
    ReportTermsChange,
    RequirePrepayment,
    ScheduleCreditReview,
    SetRiskClass,
    UnblockCredit,
)
from otcore.customers.credit.events import CreditInsured, LimitChanged
from otcore.customers.credit.limit_change import LimitFact
from otcore.orders.credit_commands import RecheckCredit
from otcore.ports.aggregates import CREDIT
from otcore.values.command import Command
from otcore.values.money import Money
from otcore.workflows.permits.questions import Check, named, nothing_more, up_to
from otcore.workflows.requests import Flow, Load


def account(command: Any) -> str:
    """By its id."""
    return f"credit:{command.account}"


def changed(command: ChangeCreditLimit, asked: Asked) -> Flow[Asked]:
    """The limit that is granted."""
    return (yield from nothing_more(command, up_to(command.limit, asked)))


def raised(command: GrantTemporaryLimit | InsureCredit, asked: Asked) -> Flow[Asked]:
    """The limit with what is sold beyond it: many small steps must not come to more than one may grant."""
    limit = (yield from Load(CREDIT, command.account)).some.limit
    return _beyond(limit, command.amount, asked)


def approved(command: ApproveLimitChange, asked: Asked) -> Flow[Asked]:
    """What the rise that waits grants; who asked for it may not approve it."""
    account = (yield from Load(CREDIT, command.account)).some
    if account.waiting is None:
        return asked
    return evolve(_granted(account.waiting.fact, account.limit, asked), makers=(account.waiting.maker,))


def _granted(fact: LimitFact, limit: Money | None, asked: Asked) -> Asked:
    if isinstance(fact, LimitChanged):
        return up_to(fact.limit, asked)
    if isinstance(fact, CreditInsured):
        return _beyond(limit, fact.insured, asked)
    return _beyond(limit, None if fact.temporary is None else fact.temporary.amount, asked)


def _beyond(limit: Money | None, amount: Money | None, asked: Asked) -> Asked:
    """As much as the limit with what is sold beyond it."""
    if amount is None:
        return asked
    if limit is None or limit.currency != amount.currency:
        return up_to(amount, asked)
    return up_to(limit + amount, asked)


CHECKS: Mapping[type[Command[Any]], Check] = {
    ChangeCreditLimit: Check(named("credit.change_limit"), look=changed, subject=account),
    GrantTemporaryLimit: Check(named("credit.grant_temporary_limit"), look=raised, subject=account),
    InsureCredit: Check(named("credit.insure"), look=raised, subject=account),
    ApproveLimitChange: Check(named("credit.approve_limit_change"), look=approved, subject=account),
    RejectLimitChange: Check(named("credit.reject_limit_change"), subject=account),
    BlockCredit: Check(named("credit.block"), subject=account),
    UnblockCredit: Check(named("credit.unblock"), subject=account),
    SetRiskClass: Check(named("credit.set_risk_class"), subject=account),
    RequirePrepayment: Check(named("credit.require_prepayment"), subject=account),
    ScheduleCreditReview: Check(named("credit.schedule_review"), subject=account),
    ReportTermsChange: Check(named("credit.report_terms_change"), sensitive=False, subject=account),
    ReportDunning: Check(named("credit.report_dunning"), sensitive=False, subject=account),
    ReportLiabilities: Check(named("credit.report_liabilities"), subject=account),
    RecheckCredit: Check(named("order.recheck_credit"), sensitive=False),
}
