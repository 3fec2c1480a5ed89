"""What a customer's file is opened with: its group's agreements, its credit account, its names."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve as changed

from otcore.customers import alias, namesake
from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount
from otcore.customers.group import CustomerGroup, effective
from otcore.customers.profile import Profile
from otcore.ports.aggregates import ALIAS, CREDIT, CUSTOMER_GROUP, NAMESAKE
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.workflows.requests import Flow, Load, LoadMany

Others = tuple[Kept[Any], ...]


def group_of(profile: Profile) -> Flow[CustomerGroup | None]:
    """The customer's group; None when it has none, or one that was never defined."""
    return (yield from Load(CUSTOMER_GROUP, profile.group)).state if profile.group else None


def settled(profile: Profile, group: CustomerGroup | None) -> Profile:
    """The profile with the credit account that it will use for good."""
    return changed(profile, credit_account=effective(profile, group).credit_account)


def names(customer: str, profile: Profile) -> Flow[Others]:
    """Every name by which documents may call the customer, taken."""
    found = yield from LoadMany(ALIAS, alias.profile_keys(profile), True)
    return tuple(each.after(alias.take(each.state, each.id, customer)) for each in found)


def namesakes(customer: str, keys: Sequence[str]) -> Flow[tuple[Others, tuple[str, ...]]]:
    """The customer among those of its normalised names, and who the others are."""
    found = yield from LoadMany(NAMESAKE, keys, True)
    joined = tuple(each.after(namesake.join(each.state, customer)) for each in found)
    others = dict.fromkeys(id for each in joined for id in each.some.customers if id != customer)
    return joined, tuple(others)


def account(
    customer: str, profile: Profile, group: CustomerGroup | None, limit: Money | None
) -> Flow[Kept[CreditAccount]]:
    """The customer's own account, opened with this limit; or another's, which it uses from now on.

    `ACCOUNT_TAKEN`: a group has an account of this id. `ACCOUNT_UNKNOWN`, `ACCOUNT_CURRENCY`, `ACCOUNT_SHARED` (a limit
    of its own): what another's account cannot serve.
    """
    shared = profile.credit_account
    kept = yield from Load(CREDIT, shared or customer, True)
    if shared:
        _require_usable(kept, customer, profile)
        return kept.after(credit.joined(kept.some, customer))
    if kept.state is not None:
        raise Rejected("ACCOUNT_TAKEN", customer=customer, account=kept.id)
    risk_class = effective(profile, group).risk_class
    return kept.after(credit.opened(customer, limit, profile.currency, risk_class))


def _require_usable(kept: Kept[CreditAccount], customer: str, profile: Profile) -> None:
    if kept.state is None:
        raise Rejected("ACCOUNT_UNKNOWN", customer=customer, account=kept.id)
    if kept.state.currency != profile.currency:
        facts = {"account": kept.id, "currency": kept.state.currency, "agreed": profile.currency}
        raise Rejected("ACCOUNT_CURRENCY", customer=customer, **facts)
    if profile.credit_limit is not None:
        raise Rejected("ACCOUNT_SHARED", customer=customer, account=kept.id)
