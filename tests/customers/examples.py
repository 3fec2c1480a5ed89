"""Customers for the tests of this folder."""

from typing import Any

from otcore.customers import events as e
from otcore.customers.customer import Customer, Profile, evolve
from otcore.customers.proposal import Paper, Proposal
from otcore.values.document import DocumentRef
from otcore.values.money import Money
from otcore.values.party import Party
from otcore.values.terms import PaymentTerms

DOCUMENT = DocumentRef("0f" * 32, "register.pdf", "application/pdf", 1000)
TERMS = PaymentTerms(14)


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def profile(name: str = "Acme GmbH", **more: Any) -> Profile:
    return Profile(party=Party(name, tax_id=more.pop("tax_id", "")), currency="EUR", **more)


def proposal(number: int = 1, maker: str = "ann", limit: Money | None = None) -> Proposal:
    return Proposal(number, maker, TERMS, limit or eur("500.00"))


APPLIED = e.CustomerApplied("C1", profile())
VERIFIED = e.CustomerVerified()
PROPOSED = e.TermsProposed(proposal())
APPROVED = e.TermsApproved(1, "bob", TERMS, eur("500.00"))
ACTIVATED = e.CustomerActivated()
BLOCKED = e.CustomerBlocked("late")
CLOSED = e.CustomerClosed("gone")
PAPER = e.DocumentAttached(Paper(DOCUMENT, "register"))


def customer(*events: Any) -> Customer:
    """The customer after these facts."""
    state: Customer | None = None
    for event in events:
        state = evolve(state, event)
    assert state is not None
    return state


def verified() -> Customer:
    return customer(APPLIED, VERIFIED)


def active() -> Customer:
    return customer(APPLIED, VERIFIED, PROPOSED, APPROVED, ACTIVATED)
