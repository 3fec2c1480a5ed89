"""What is told of a customer."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.customers import events as e
from otcore.customers.customer import Customer
from otcore.ports.messages import Message
from otcore.ports.messages import customers as m

Told = tuple[Message, ...]


def _onboarded(customer: Customer, event: e.CustomerOnboarded) -> Told:
    return (m.CustomerOnboardedMessage(customer.id, event.profile.party.name),)


def _applied(customer: Customer, event: e.CustomerApplied) -> Told:
    return (m.CustomerAppliedMessage(customer.id, event.profile.party.name),)


def _verified(customer: Customer, event: e.CustomerVerified) -> Told:
    return (m.CustomerVerifiedMessage(customer.id, event.reason),)


def _activated(customer: Customer, event: e.CustomerActivated) -> Told:
    return (m.CustomerActivatedMessage(customer.id, event.reason),)


def _blocked(customer: Customer, event: e.CustomerBlocked) -> Told:
    return (m.CustomerBlockedMessage(customer.id, event.reason),)


def _unblocked(customer: Customer, event: e.CustomerUnblocked) -> Told:
    return (m.CustomerUnblockedMessage(customer.id, event.reason),)


def _closed(customer: Customer, event: e.CustomerClosed) -> Told:
    return (m.CustomerClosedMessage(customer.id, event.reason),)


def _reopened(customer: Customer, event: e.CustomerReopened) -> Told:
    return (m.CustomerReopenedMessage(customer.id, event.reason),)


def _changed(customer: Customer, event: e.ProfileChanged) -> Told:
    return (m.CustomerChangedMessage(customer.id, event.profile.party.name),)


def _terms_proposed(customer: Customer, event: e.TermsProposed) -> Told:
    return (m.TermsProposedMessage(customer.id, event.proposal.number),)


def _terms_approved(customer: Customer, event: e.TermsApproved) -> Told:
    return (m.TermsApprovedMessage(customer.id, event.proposal, event.checker),)


def _terms_rejected(customer: Customer, event: e.TermsRejected) -> Told:
    return (m.TermsRejectedMessage(customer.id, event.proposal, event.reason),)


TOLD: Mapping[type, Callable[[Customer, Any], Told]] = {
    e.CustomerOnboarded: _onboarded,
    e.CustomerApplied: _applied,
    e.CustomerVerified: _verified,
    e.CustomerActivated: _activated,
    e.CustomerBlocked: _blocked,
    e.CustomerUnblocked: _unblocked,
    e.CustomerClosed: _closed,
    e.CustomerReopened: _reopened,
    e.ProfileChanged: _changed,
    e.TermsProposed: _terms_proposed,
    e.TermsApproved: _terms_approved,
    e.TermsRejected: _terms_rejected,
}
