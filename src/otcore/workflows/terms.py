"""Terms and limits of a customer: proposed by one person, approved or turned down by another."""

from otcore.customers import proposing
from otcore.customers.commands import ApproveTerms, ProposeTerms, RejectTerms
from otcore.customers.credit import account as credit
from otcore.customers.customer import Customer
from otcore.ports.aggregates import CREDIT, CUSTOMER
from otcore.ports.kinds import Kept
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save, Who


def propose(command: ProposeTerms, house: House) -> Flow[Kept[Customer]]:
    """The proposal in the customer's file, under the name of who acts."""
    kept = yield from Load(CUSTOMER, command.customer, True)
    kept = kept.after(proposing.propose(kept.some, command, (yield from Who())))
    yield from Save(kept)
    return kept


def approve(command: ApproveTerms, house: House) -> Flow[Kept[Customer]]:
    """The terms agreed, and the limit of the customer's own account changed with them."""
    kept = yield from Load(CUSTOMER, command.customer, True)
    kept = kept.after(facts := proposing.approve(kept.some, command, (yield from Who())))
    if kept.some.profile.credit_account:
        yield from Save(kept)
        return kept
    account = yield from Load(CREDIT, kept.id, True)
    (approved,) = facts
    reason = f"proposal {approved.proposal}"
    account = account.after(credit.limit_changed(account.some, approved.credit_limit, approved.valid_until, reason))
    yield from Save(kept, *((account,) if account.events else ()))
    return kept


def reject(command: RejectTerms, house: House) -> Flow[Kept[Customer]]:
    """The proposal gone; what held before holds on."""
    kept = yield from Load(CUSTOMER, command.customer, True)
    kept = kept.after(proposing.reject(kept.some, command))
    yield from Save(kept)
    return kept
