"""What to ask about commands on customers: which limit they grant, and who proposed it."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from otcore.access.asked import Asked
from otcore.customers.commands import (
    ActivateCustomer,
    ApproveTerms,
    AttachDocument,
    BlockCustomer,
    ChangeProfile,
    CloseCustomer,
    ProposeTerms,
    RejectTerms,
    ReopenCustomer,
    UnblockCustomer,
    VerifyCustomer,
)
from otcore.customers.customer import OnboardCustomer
from otcore.customers.group import DefineGroup
from otcore.ports.aggregates import CUSTOMER
from otcore.values.command import Command
from otcore.workflows.permits.questions import Check, named, nothing_more, up_to
from otcore.workflows.requests import Flow, Load


def onboarded(command: OnboardCustomer, asked: Asked) -> Flow[Asked]:
    """The limit that is granted without anybody's approval."""
    return (yield from nothing_more(command, up_to(command.profile.credit_limit, asked)))


def defined(command: DefineGroup, asked: Asked) -> Flow[Asked]:
    """The limit of the group's own account, if it has one."""
    granted = asked if command.currency is None else up_to(command.credit_limit, asked)
    return (yield from nothing_more(command, granted))


def proposed(command: ProposeTerms, asked: Asked) -> Flow[Asked]:
    """The limit that is proposed."""
    return (yield from nothing_more(command, up_to(command.credit_limit, asked)))


def approved(command: ApproveTerms, asked: Asked) -> Flow[Asked]:
    """The limit that was proposed; who proposed it may not approve it."""
    proposal = (yield from Load(CUSTOMER, command.customer)).some.proposal
    if proposal is None:
        return asked
    return evolve(up_to(proposal.credit_limit, asked), makers=(proposal.maker,))


CHECKS: Mapping[type[Command[Any]], Check] = {
    OnboardCustomer: Check(look=onboarded, sensitive=False),  # master data; its own history says who
    VerifyCustomer: Check(),
    ActivateCustomer: Check(),
    BlockCustomer: Check(),
    UnblockCustomer: Check(),
    CloseCustomer: Check(),
    ReopenCustomer: Check(),
    ChangeProfile: Check(named("customer.change_profile")),
    AttachDocument: Check(named("customer.attach_document"), sensitive=False),
    ProposeTerms: Check(named("customer.propose_terms"), look=proposed),
    ApproveTerms: Check(named("customer.approve_terms"), look=approved),
    RejectTerms: Check(named("customer.reject_terms")),
    DefineGroup: Check(named("customer.define_group"), look=defined),
}
