"""What follows for a credit account from what a credit department asks; nothing, where it is so already."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from otcore.customers import credit_commands as c
from otcore.customers import credit_events as e
from otcore.customers.credit import CreditAccount, limit_changed
from otcore.customers.credit_limit import TemporaryLimit
from otcore.customers.standing import require_reason
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.period import Period

Facts = tuple[e.TermsEvent, ...]


def decide(account: CreditAccount, command: c.AccountCommand) -> Facts:
    """The facts that follow from a command of `credit_commands`, or `Rejected`."""
    return _DECIDE[type(command)](account, command)


def terms_changed(account: CreditAccount, day: date) -> tuple[e.TermsChanged, ...]:
    """The fact that payment terms are new since a day."""
    return () if account.terms_changed == day else (e.TermsChanged(day),)


def _limit(account: CreditAccount, command: c.ChangeCreditLimit) -> Facts:
    return limit_changed(account, command.limit, command.valid_until, command.reason)


def _raised(account: CreditAccount, command: c.GrantTemporaryLimit) -> Facts:
    if _of(account, command.amount).minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", account=account.customer, amount=str(command.amount))
    days = Period(command.start, command.end)
    temporary = TemporaryLimit(command.amount, days.start, days.end)
    return () if account.temporary == temporary else (e.TemporaryLimitGranted(temporary),)


def _insured(account: CreditAccount, command: c.InsureCredit) -> Facts:
    amount = None if command.amount is None else _not_negative(account, command.amount)
    return () if account.insured == amount else (e.CreditInsured(amount),)


def _blocked(account: CreditAccount, command: c.BlockCredit) -> Facts:
    require_reason(command.reason)
    return () if account.blocked == command.reason else (e.CreditBlocked(command.reason),)


def _unblocked(account: CreditAccount, command: c.UnblockCredit) -> Facts:
    if not account.blocked:
        raise Rejected("NOT_BLOCKED", account=account.customer)
    return (e.CreditUnblocked(command.reason),)


def _classed(account: CreditAccount, command: c.SetRiskClass) -> Facts:
    return () if account.risk_class == command.risk_class else (e.RiskClassSet(command.risk_class),)


def _prepaying(account: CreditAccount, command: c.RequirePrepayment) -> Facts:
    return () if account.prepayment == command.required else (e.PrepaymentRequired(command.required),)


def _reviewed(account: CreditAccount, command: c.ScheduleCreditReview) -> Facts:
    return (e.ReviewScheduled(command.review_by),)


def _new_terms(account: CreditAccount, command: c.ReportTermsChange) -> Facts:
    return terms_changed(account, command.day)


def _dunned(account: CreditAccount, command: c.ReportDunning) -> Facts:
    if command.level < 0:
        raise Rejected("LEVEL_NEGATIVE", account=account.customer, level=command.level)
    return () if account.dunning == command.level else (e.DunningReported(command.level),)


def _liable(account: CreditAccount, command: c.ReportLiabilities) -> Facts:
    amount = _not_negative(account, command.amount)
    return () if account.other == amount else (e.LiabilitiesReported(amount),)


def _not_negative(account: CreditAccount, amount: Money) -> Money:
    if _of(account, amount).minor < 0:
        raise Rejected("AMOUNT_NEGATIVE", account=account.customer, amount=str(amount))
    return amount


def _of(account: CreditAccount, amount: Money) -> Money:
    """The amount, if it is in the account's currency."""
    if amount.currency != account.currency:
        raise Rejected("CURRENCY_DIFFERS", account=account.customer, stated=amount.currency, agreed=account.currency)
    return amount


_DECIDE: Mapping[type[c.AccountCommand], Callable[[CreditAccount, Any], Facts]] = {
    c.ChangeCreditLimit: _limit,
    c.GrantTemporaryLimit: _raised,
    c.InsureCredit: _insured,
    c.BlockCredit: _blocked,
    c.UnblockCredit: _unblocked,
    c.SetRiskClass: _classed,
    c.RequirePrepayment: _prepaying,
    c.ScheduleCreditReview: _reviewed,
    c.ReportTermsChange: _new_terms,
    c.ReportDunning: _dunned,
    c.ReportLiabilities: _liable,
}
