"""What happens to a customer."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.customers.profile import Profile
from otcore.customers.proposal import Paper, Proposal
from otcore.values.money import Money
from otcore.values.terms import PaymentTerms


@frozen
class CustomerOnboarded:
    """The customer may order from now on."""

    customer: str
    profile: Profile


@frozen
class CustomerApplied:
    """Somebody wants to become a customer. `duplicates`: customers of the same normalised name."""

    customer: str
    profile: Profile
    duplicates: tuple[str, ...] = ()


@frozen
class CustomerVerified:
    """A person looked at the applicant, and found it to be none of the customers it may be confused with."""

    distinct_from: tuple[str, ...] = ()
    reason: str = ""


@frozen
class CustomerActivated:
    """The customer may order from now on, at approved terms."""

    reason: str = ""


@frozen
class CustomerBlocked:
    """No new orders until it is unblocked; what is ordered goes on."""

    reason: str


@frozen
class CustomerUnblocked:
    """Orders are taken again."""

    reason: str = ""


@frozen
class CustomerClosed:
    """The end of the business with this customer, or of its application."""

    reason: str


@frozen
class CustomerReopened:
    """A closed customer applies again: it is verified and its terms are approved as if it were new."""

    reason: str = ""
    duplicates: tuple[str, ...] = ()


@frozen
class ProfileChanged:
    """Other facts about the customer. `duplicates`: all customers of its normalised names."""

    profile: Profile
    duplicates: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()


@frozen
class DocumentAttached:
    """A paper was added to the customer's file."""

    paper: Paper


@frozen
class TermsProposed:
    """Somebody proposes terms and a limit."""

    proposal: Proposal


@frozen
class TermsApproved:
    """Somebody else approved a proposal: these terms and this limit hold from now on."""

    proposal: int
    checker: str
    terms: PaymentTerms
    credit_limit: Money | None
    valid_until: date | None = None


@frozen
class TermsRejected:
    """A proposal was turned down or withdrawn; what held before holds on."""

    proposal: int
    reason: str


Event = (
    CustomerOnboarded
    | CustomerApplied
    | CustomerVerified
    | CustomerActivated
    | CustomerBlocked
    | CustomerUnblocked
    | CustomerClosed
    | CustomerReopened
    | ProfileChanged
    | DocumentAttached
    | TermsProposed
    | TermsApproved
    | TermsRejected
)
EVENTS: tuple[type, ...] = get_args(Event)
"""Every type of event, in the order of the union."""
