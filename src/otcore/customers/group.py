"""Customer groups: what is agreed with several customers at once, and whose credit account they share."""

from attrs import evolve as changed
from attrs import frozen

from otcore.customers.profile import Profile
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen
class CustomerGroup:
    """A group. A customer's own values go before those of its group.

    `price_lists`: the lists its customers buy from, after their own; the first that has a price decides.
    `risk_class`: the credit checks they are under. `credit_account`: whose credit account new members use; empty: each
    its own.
    """

    id: str
    name: str = ""
    price_lists: tuple[str, ...] = ()
    risk_class: str = ""
    credit_account: str = ""
    owns_account: bool = False


@frozen
class DefineGroup(Command[CustomerGroup]):
    """Make a group known, or say anew what it is; members keep the credit account that they began with.

    With a `currency` the group owns its `credit_account`: it is opened with `credit_limit` (None: no limit), or gets
    that limit as by `ChangeCreditLimit`: a higher one waits for a second person. Without, the account has to be there,
    and is left as it is. Refused: `ACCOUNT_UNKNOWN`, `ACCOUNT_TAKEN`, `ACCOUNT_MISSING`, `ACCOUNT_CURRENCY`,
    `LIMIT_CURRENCY`, `LIMIT_NEGATIVE`. Raises `Invalid` CURRENCY_UNKNOWN.
    """

    group: str
    name: str = ""
    price_lists: tuple[str, ...] = ()
    risk_class: str = ""
    credit_account: str = ""
    currency: str | None = None
    credit_limit: Money | None = None


@frozen
class GroupDefined:
    """What the group is from now on."""

    group: CustomerGroup


def define(group: CustomerGroup | None, command: DefineGroup, account_exists: bool) -> tuple[GroupDefined, ...]:
    """The facts that follow; `account_exists`: whether there is an account of that id. None when nothing changes."""
    _require_account(group, command, account_exists)
    after = CustomerGroup(
        command.group,
        command.name,
        command.price_lists,
        command.risk_class,
        command.credit_account,
        command.currency is not None or _owns(group, command),
    )
    return () if after == group else (GroupDefined(after),)


def effective(profile: Profile, group: CustomerGroup | None) -> Profile:
    """The profile with its group's values where it has none of its own, and the group's price lists after its own."""
    if group is None:
        return profile
    return changed(
        profile,
        price_lists=tuple(dict.fromkeys((*profile.price_lists, *group.price_lists))),
        risk_class=profile.risk_class or group.risk_class,
        credit_account=profile.credit_account or group.credit_account,
    )


def require_account_currency(command: DefineGroup, currency: str) -> None:
    """`ACCOUNT_CURRENCY`: an account that is open keeps its currency."""
    if command.currency != currency:
        facts = {"account": command.credit_account, "currency": currency, "agreed": command.currency}
        raise Rejected("ACCOUNT_CURRENCY", group=command.group, **facts)


def evolve(group: CustomerGroup | None, event: GroupDefined) -> CustomerGroup:
    """The group after one fact."""
    return event.group


def facets(group: CustomerGroup) -> Facets:
    """Found by its id only."""
    return Facets()


def _require_account(group: CustomerGroup | None, command: DefineGroup, exists: bool) -> None:
    account, limit = command.credit_account, command.credit_limit
    if not account and (command.currency is not None or limit is not None):
        raise Rejected("ACCOUNT_MISSING", group=command.group)
    if limit is not None and limit.currency != command.currency:
        raise Rejected("LIMIT_CURRENCY", group=command.group, limit=limit.currency, agreed=command.currency)
    if command.currency is None:
        if account and not exists:
            raise Rejected("ACCOUNT_UNKNOWN", group=command.group, account=account)
        return
    if exists and not _owns(group, command):
        raise Rejected("ACCOUNT_TAKEN", group=command.group, account=account)


def _owns(group: CustomerGroup | None, command: DefineGroup) -> bool:
    """Whether the account is the group's own from before."""
    return group is not None and group.owns_account and group.credit_account == command.credit_account
