"""A customer: the party and what was agreed with it."""

from collections.abc import Callable
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.customers import events as e
from otcore.customers.events import CustomerOnboarded
from otcore.customers.onboarding import ONBOARDING, Status
from otcore.customers.profile import Profile
from otcore.customers.proposal import Paper, Proposal
from otcore.values.command import Command
from otcore.values.currencies import digits
from otcore.values.facets import Facets
from otcore.values.faults import Rejected

__all__ = ["Customer", "CustomerOnboarded", "OnboardCustomer", "Profile", "decide", "evolve", "facets", "may_order"]


@frozen
class Customer:
    """A customer, from its application on.

    `duplicates`: customers that it may be, by name, and `distinct_from`: those that a person found it is not.
    `proposal`: terms that wait for approval, and `proposals`, how many there were. `terms_approved`: the terms and the
    limit of the profile are granted, not only asked for.
    """

    id: str
    profile: Profile
    status: Status = Status.ACTIVE
    duplicates: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    proposal: Proposal | None = None
    proposals: int = 0
    terms_approved: bool = True
    reason: str = ""

    @property
    def suspects(self) -> tuple[str, ...]:
        """The customers that this one may be, and nobody said it is not."""
        return tuple(each for each in self.duplicates if each not in self.distinct_from)


@frozen
class OnboardCustomer(Command[Customer]):
    """Make a customer known that the host vouches for: active at once.

    Refused: `CUSTOMER_EXISTS`, `IDENTIFIER_TAKEN`, `LIMIT_CURRENCY`, `IBAN_FORMAT`, `IBAN_CHECK_DIGITS`,
    `ACCOUNT_UNKNOWN`, `ACCOUNT_CURRENCY`, `ACCOUNT_TAKEN`. Raises `Invalid` CURRENCY_UNKNOWN.
    """

    customer: str
    profile: Profile


def decide(customer: Customer | None, command: OnboardCustomer) -> tuple[CustomerOnboarded, ...]:
    """The facts that follow from onboarding, or `Rejected`."""
    require_new(customer, command.customer)
    require_currency(command.customer, command.profile)
    return (CustomerOnboarded(command.customer, command.profile),)


def require_new(customer: Customer | None, id: str) -> None:
    """`CUSTOMER_EXISTS` when there is one under this id, whatever its status."""
    if customer is not None:
        raise Rejected("CUSTOMER_EXISTS", customer=id)


def require_currency(customer: str, profile: Profile) -> None:
    """`LIMIT_CURRENCY` when the limit is not in the agreed currency; raises `Invalid` CURRENCY_UNKNOWN."""
    limit, currency = profile.credit_limit, profile.currency
    digits(currency)
    if limit is not None and limit.currency != currency:
        raise Rejected("LIMIT_CURRENCY", customer=customer, limit=limit.currency, agreed=currency)


def may_order(customer: Customer) -> str:
    """Nothing when the customer may order, else why not: CUSTOMER_NOT_ACTIVE, CUSTOMER_BLOCKED, CUSTOMER_CLOSED."""
    return _NO_ORDERS.get(customer.status, "")


def evolve(customer: Customer | None, event: Any) -> Customer:
    """The customer after one fact; never refuses, computes no rule."""
    status = ONBOARDING.after(customer.status if customer else None, event)
    if customer is None:
        return _BEGUN[type(event)](event, status)
    return _AFTER[type(event)](customer, event, status)


def _onboarded(event: CustomerOnboarded, status: Status) -> Customer:
    return Customer(event.customer, event.profile, status)


def _applied(event: e.CustomerApplied, status: Status) -> Customer:
    return Customer(event.customer, event.profile, status, event.duplicates, terms_approved=False)


def _verified(customer: Customer, event: e.CustomerVerified, status: Status) -> Customer:
    return changed(customer, status=status, distinct_from=_with(customer, event.distinct_from), reason=event.reason)


def _moved(customer: Customer, event: Any, status: Status) -> Customer:
    return changed(customer, status=status, reason=event.reason)


def _closed(customer: Customer, event: e.CustomerClosed, status: Status) -> Customer:
    return changed(customer, status=status, reason=event.reason, proposal=None, terms_approved=False)


def _reopened(customer: Customer, event: e.CustomerReopened, status: Status) -> Customer:
    return changed(customer, status=status, reason=event.reason, duplicates=event.duplicates)


def _profile_changed(customer: Customer, event: e.ProfileChanged, status: Status) -> Customer:
    return changed(
        customer,
        status=status,
        profile=event.profile,
        duplicates=event.duplicates,
        distinct_from=_with(customer, event.distinct_from),
        terms_approved=customer.terms_approved and status is not Status.APPLIED,
    )


def _attached(customer: Customer, event: e.DocumentAttached, status: Status) -> Customer:
    return changed(customer, status=status, papers=(*customer.papers, event.paper))


def _proposed(customer: Customer, event: e.TermsProposed, status: Status) -> Customer:
    return changed(customer, status=status, proposal=event.proposal, proposals=event.proposal.number)


def _approved(customer: Customer, event: e.TermsApproved, status: Status) -> Customer:
    profile = changed(customer.profile, terms=event.terms, credit_limit=event.credit_limit)
    return changed(customer, status=status, profile=profile, proposal=None, terms_approved=True)


def _rejected(customer: Customer, event: e.TermsRejected, status: Status) -> Customer:
    return changed(customer, status=status, proposal=None)


def _with(customer: Customer, distinct_from: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*customer.distinct_from, *distinct_from)))


_NO_ORDERS = {
    Status.APPLIED: "CUSTOMER_NOT_ACTIVE",
    Status.VERIFIED: "CUSTOMER_NOT_ACTIVE",
    Status.BLOCKED: "CUSTOMER_BLOCKED",
    Status.CLOSED: "CUSTOMER_CLOSED",
}
_BEGUN: dict[type, Callable[[Any, Status], Customer]] = {
    e.CustomerOnboarded: _onboarded,
    e.CustomerApplied: _applied,
}
_AFTER: dict[type, Callable[[Customer, Any, Status], Customer]] = {
    e.CustomerVerified: _verified,
    e.CustomerActivated: _moved,
    e.CustomerBlocked: _moved,
    e.CustomerUnblocked: _moved,
    e.CustomerClosed: _closed,
    e.CustomerReopened: _reopened,
    e.ProfileChanged: _profile_changed,
    e.DocumentAttached: _attached,
    e.TermsProposed: _proposed,
    e.TermsApproved: _approved,
    e.TermsRejected: _rejected,
}


def facets(customer: Customer) -> Facets:
    """Found by tax id, and by status where it is not active: what was stored before there were others has none."""
    status = "" if customer.status is Status.ACTIVE else customer.status.value
    return Facets(party=customer.id, reference=customer.profile.party.tax_id, status=status)
