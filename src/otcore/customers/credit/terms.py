"""What follows for a credit account from what a credit department asks; nothing, where it is so already."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from otcore.customers.credit import commands as c
from otcore.customers.credit import events as e
from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.limit import require_not_negative
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason

Facts = tuple[e.TermsEvent, ...]


def decide(account: CreditAccount, command: c.AccountCommand) -> Facts:
    """The facts that follow from a command of `credit_commands`, or `Rejected`."""
    return _DECIDE[type(command)](account, command)


def terms_changed(account: CreditAccount, day: date) -> tuple[e.TermsChanged, ...]:
    """The fact that payment terms are new since a day."""
    return () if account.terms_changed == day else (e.TermsChanged(day),)


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
    amount = require_not_negative(account.customer, command.amount, account.currency)
    return () if account.other == amount else (e.LiabilitiesReported(amount),)


_DECIDE: Mapping[type[c.AccountCommand], Callable[[CreditAccount, Any], Facts]] = {
    c.BlockCredit: _blocked,
    c.UnblockCredit: _unblocked,
    c.SetRiskClass: _classed,
    c.RequirePrepayment: _prepaying,
    c.ScheduleCreditReview: _reviewed,
    c.ReportTermsChange: _new_terms,
    c.ReportDunning: _dunned,
    c.ReportLiabilities: _liable,
}
