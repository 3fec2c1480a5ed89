"""How much may be sold on credit: what falls counts at once, what rises waits for a second person."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.customers.credit import commands as c
from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.events import CreditInsured, LimitChanged, TemporaryLimitGranted
from otcore.customers.credit.limit import TemporaryLimit, check_limit, require_currency, require_not_negative
from otcore.customers.credit.limit_change import (
    LimitChange,
    LimitChangeApproved,
    LimitChangeProposed,
    LimitChangeRejected,
    LimitEvent,
    LimitFact,
)
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.period import Period
from otcore.values.reason import require_reason

Facts = tuple[LimitFact | LimitEvent, ...]


def decide(account: CreditAccount, command: c.LimitCommand, actor: str) -> Facts:
    """The facts that follow from a command about the limit by this person, or `Rejected`."""
    return _DECIDE[type(command)](account, command, actor)


def wanted(account: CreditAccount, fact: LimitFact, maker: str) -> Facts:
    """What follows when somebody wants this to be so: nothing, if it is; the fact itself, if nothing rises; else it
    waits, in place of what waited.
    """
    if _is_so(account, fact):
        return ()
    if not _rises(account, fact):
        return (fact,)
    waiting = account.waiting
    if waiting is not None and (waiting.maker, waiting.fact) == (maker, fact):
        return ()
    return (LimitChangeProposed(LimitChange(account.limit_changes + 1, maker, fact)),)


def _change(account: CreditAccount, command: c.ChangeCreditLimit, actor: str) -> Facts:
    check_limit(account.customer, command.limit, account.currency)
    return wanted(account, LimitChanged(command.limit, command.valid_until, command.reason), actor)


def _grant(account: CreditAccount, command: c.GrantTemporaryLimit, actor: str) -> Facts:
    if require_currency(account.customer, command.amount, account.currency).minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", account=account.customer, amount=str(command.amount))
    days = Period(command.start, command.end)
    return wanted(account, TemporaryLimitGranted(TemporaryLimit(command.amount, days.start, days.end)), actor)


def _insure(account: CreditAccount, command: c.InsureCredit, actor: str) -> Facts:
    if command.amount is not None:
        require_not_negative(account.customer, command.amount, account.currency)
    return wanted(account, CreditInsured(command.amount), actor)


def _approve(account: CreditAccount, command: c.ApproveLimitChange, actor: str) -> Facts:
    change = _waiting(account, command.change)
    if change.maker == actor:
        raise Rejected("MAKER_IS_CHECKER", account=account.customer, change=change.number, actor=actor)
    return (LimitChangeApproved(change.number, actor), change.fact)


def _reject(account: CreditAccount, command: c.RejectLimitChange, actor: str) -> Facts:
    require_reason(command.reason)
    return (LimitChangeRejected(_waiting(account, command.change).number, command.reason),)


def _waiting(account: CreditAccount, number: int) -> LimitChange:
    change = account.waiting
    if change is None or number not in (0, change.number):
        raise Rejected("NO_LIMIT_CHANGE", account=account.customer, change=number)
    return change


def _is_so(account: CreditAccount, fact: LimitFact) -> bool:
    if isinstance(fact, LimitChanged):
        return (fact.limit, fact.valid_until) == (account.limit, account.valid_until)
    if isinstance(fact, CreditInsured):
        return fact.insured == account.insured
    return fact.temporary == account.temporary


def _rises(account: CreditAccount, fact: LimitFact) -> bool:
    """Whether more could be sold on any day than can be now."""
    if isinstance(fact, LimitChanged):
        more = account.limit is not None and (fact.limit is None or fact.limit > account.limit)
        until, now = fact.valid_until, account.valid_until
        return more or (now is not None and (until is None or until > now))
    if isinstance(fact, CreditInsured):
        return fact.insured is not None and fact.insured > (account.insured or Money.zero(account.currency))
    return fact.temporary is not None and not _within(fact.temporary, account.temporary)


def _within(increase: TemporaryLimit, now: TemporaryLimit | None) -> bool:
    return now is not None and increase.amount <= now.amount and now.start <= increase.start and increase.end <= now.end


_DECIDE: Mapping[type[c.LimitCommand], Callable[[CreditAccount, Any, str], Facts]] = {
    c.ChangeCreditLimit: _change,
    c.GrantTemporaryLimit: _grant,
    c.InsureCredit: _insure,
    c.ApproveLimitChange: _approve,
    c.RejectLimitChange: _reject,
}
