"""A customer from its application to the end of the business: who it is, and whether business is done with it."""

from collections.abc import Callable
from typing import Any

from otcore.customers import alias, applying, namesake, standing
from otcore.customers.commands import (
    ActivateCustomer,
    ApplyCustomer,
    AttachDocument,
    BlockCustomer,
    ChangeProfile,
    CloseCustomer,
    ReopenCustomer,
    UnblockCustomer,
    VerifyCustomer,
)
from otcore.customers.credit import account as credit
from otcore.customers.customer import Customer
from otcore.customers.group import CustomerGroup
from otcore.customers.profile import Profile
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import ALIAS, CREDIT, CUSTOMER, NAMESAKE, ORDER
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.workflows import opening
from otcore.workflows.house import House
from otcore.workflows.opening import Others
from otcore.workflows.requests import Find, Flow, Load, LoadMany, Save

_OF_ONE: dict[type, Callable[[Customer, Any], tuple[Any, ...]]] = {
    VerifyCustomer: applying.verify,
    ActivateCustomer: standing.activate,
    BlockCustomer: standing.block,
    UnblockCustomer: standing.unblock,
    AttachDocument: standing.attach,
}
UNDER_WAY = (Status.SUBMITTED, Status.ACKNOWLEDGED, Status.CONFIRMED)
"""Orders in these keep their customer from being closed."""
Command = VerifyCustomer | ActivateCustomer | BlockCustomer | UnblockCustomer | AttachDocument


def apply(command: ApplyCustomer, house: House) -> Flow[Kept[Customer]]:
    """The application, its names, and a credit account that allows nothing yet."""
    kept = yield from Load(CUSTOMER, command.customer, True)
    group = yield from _known_group(command.profile)
    profile = opening.settled(command.profile, group)
    taken = yield from opening.names(command.customer, profile)
    joined, others = yield from opening.namesakes(command.customer, namesake.names_of(profile.party))
    kept = kept.after(applying.apply(kept.state, command, profile, others))
    nothing = Money.zero(profile.currency)
    account = yield from opening.account(command.customer, profile, group, nothing)
    yield from Save(kept, account, *taken, *joined)
    return kept


def act(command: Command, house: House) -> Flow[Kept[Customer]]:
    """The customer after what concerns its file alone: verified, activated, blocked, unblocked, a paper added."""
    kept = yield from Load(CUSTOMER, command.customer, True)
    kept = kept.after(_OF_ONE[type(command)](kept.some, command))
    yield from Save(kept)
    return kept


def close(command: CloseCustomer, house: House) -> Flow[Kept[Customer]]:
    """The customer closed; its own account has to be empty, a shared one says nothing of a single customer. Orders that
    wait count nowhere yet, so they are looked for.
    """
    kept = yield from Load(CUSTOMER, command.customer, True)
    account = (yield from Load(CREDIT, credit.account_id(kept.some), True)).some
    own = account.customer == kept.id
    exposure = account.exposure if own else Money.zero(account.currency)
    kept = kept.after(standing.close(kept.some, command, exposure, (yield from _under_way(kept.id))))
    yield from Save(kept)
    return kept


def _under_way(customer: str) -> Flow[tuple[str, ...]]:
    """The customer's orders that are placed and not over."""
    found: list[str] = []
    for status in UNDER_WAY:
        orders = yield from Find(ORDER, Where(party=customer, status=status.value))
        found += [order.id for order in orders]
    return tuple(found)


def reopen(command: ReopenCustomer, house: House) -> Flow[Kept[Customer]]:
    """The customer an applicant again, with all who go by its names now."""
    kept = yield from Load(CUSTOMER, command.customer, True)
    joined, others = yield from opening.namesakes(kept.id, namesake.names_of(kept.some.profile.party))
    kept = kept.after(applying.reopen(kept.some, command, others))
    yield from Save(kept, *_touched(joined))
    return kept


def change_profile(command: ChangeProfile, house: House) -> Flow[Kept[Customer]]:
    """The customer with other facts, its new names taken and those it gave up free."""
    kept = yield from Load(CUSTOMER, command.customer, True)
    before, after = kept.some.profile, command.profile
    if before.group != after.group:
        yield from _known_group(after)
    named = yield from _renamed(kept.id, before, after)
    joined, others = yield from opening.namesakes(kept.id, namesake.names_of(after.party))
    left = yield from _left(kept.id, before, after)
    kept = kept.after(applying.change(kept.some, command, others))
    if kept.events:
        yield from Save(kept, *_touched((*named, *joined, *left)))
    return kept


def _known_group(profile: Profile) -> Flow[CustomerGroup | None]:
    group = yield from opening.group_of(profile)
    if profile.group and group is None:
        raise Rejected("GROUP_UNKNOWN", group=profile.group)
    return group


def _renamed(customer: str, before: Profile, after: Profile) -> Flow[Others]:
    """The names of before that are none any more, freed; and all of now, taken."""
    taken = yield from opening.names(customer, after)
    gone = [key for key in alias.known_keys(before) if key not in {each.id for each in taken}]
    found = yield from LoadMany(ALIAS, gone, True)
    return (*taken, *(each.after(alias.free(each.state, customer)) for each in found))


def _left(customer: str, before: Profile, after: Profile) -> Flow[Others]:
    """The normalised names that are no longer the customer's."""
    kept_on = namesake.names_of(after.party)
    gone = [key for key in namesake.names_of(before.party) if key not in kept_on]
    found = yield from LoadMany(NAMESAKE, gone, True)
    return tuple(each.after(namesake.leave(each.state, customer)) for each in found)


def _touched(others: Others) -> Others:
    return tuple(each for each in others if each.events)
