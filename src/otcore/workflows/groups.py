"""Customer groups and the credit accounts they own."""

from otcore.customers import group
from otcore.customers.credit import account as credit
from otcore.customers.credit import limit_changing
from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.events import LimitChanged
from otcore.customers.group import CustomerGroup, DefineGroup
from otcore.ports.aggregates import CREDIT, CUSTOMER_GROUP
from otcore.ports.kinds import Kept
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save, Who


def define(command: DefineGroup, house: House) -> Flow[Kept[CustomerGroup]]:
    """The group as it is from now on, and its own account opened or given its limit; a higher one waits there."""
    kept = yield from Load(CUSTOMER_GROUP, command.group)
    account = (yield from Load(CREDIT, command.credit_account, True)) if command.credit_account else None
    kept = kept.after(group.define(kept.state, command, account is not None and account.state is not None))
    if account is not None and command.currency is not None:
        account = _limited(account, command, command.currency, (yield from Who()))
    changed = tuple(each for each in (kept, account) if each is not None and each.events)
    if changed:
        yield from Save(*changed)
    return kept


def _limited(account: Kept[CreditAccount], command: DefineGroup, currency: str, actor: str) -> Kept[CreditAccount]:
    if account.state is None:
        return account.after(credit.opened(account.id, command.credit_limit, currency, command.risk_class))
    group.require_account_currency(command, account.state.currency)
    limit = LimitChanged(command.credit_limit, None, f"group {command.group}")
    return account.after(limit_changing.wanted(account.state, limit, actor))
