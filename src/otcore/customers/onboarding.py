"""The life cycle of a customer, from its application to the end of the business: one table."""

from enum import StrEnum

from otcore.customers import events as e
from otcore.values.machine import Machine


class Status(StrEnum):
    """Where a customer stands. Only an active one may order."""

    APPLIED = "applied"
    VERIFIED = "verified"
    ACTIVE = "active"
    BLOCKED = "blocked"
    CLOSED = "closed"


ONBOARDING: Machine[Status] = Machine(
    {
        (None, e.CustomerOnboarded): Status.ACTIVE,
        (None, e.CustomerApplied): Status.APPLIED,
        (Status.APPLIED, e.CustomerVerified): Status.VERIFIED,
        (Status.APPLIED, e.CustomerClosed): Status.CLOSED,
        (Status.APPLIED, e.ProfileChanged): Status.APPLIED,
        (Status.APPLIED, e.DocumentAttached): Status.APPLIED,
        (Status.APPLIED, e.TermsProposed): Status.APPLIED,
        (Status.APPLIED, e.TermsRejected): Status.APPLIED,
        (Status.VERIFIED, e.CustomerActivated): Status.ACTIVE,
        (Status.VERIFIED, e.CustomerClosed): Status.CLOSED,
        # What was verified is no longer what is there.
        (Status.VERIFIED, e.ProfileChanged): Status.APPLIED,
        (Status.VERIFIED, e.DocumentAttached): Status.VERIFIED,
        (Status.VERIFIED, e.TermsProposed): Status.VERIFIED,
        (Status.VERIFIED, e.TermsApproved): Status.VERIFIED,
        (Status.VERIFIED, e.TermsRejected): Status.VERIFIED,
        (Status.ACTIVE, e.CustomerBlocked): Status.BLOCKED,
        (Status.ACTIVE, e.CustomerClosed): Status.CLOSED,
        (Status.ACTIVE, e.ProfileChanged): Status.ACTIVE,
        (Status.ACTIVE, e.DocumentAttached): Status.ACTIVE,
        (Status.ACTIVE, e.TermsProposed): Status.ACTIVE,
        (Status.ACTIVE, e.TermsApproved): Status.ACTIVE,
        (Status.ACTIVE, e.TermsRejected): Status.ACTIVE,
        (Status.BLOCKED, e.CustomerUnblocked): Status.ACTIVE,
        (Status.BLOCKED, e.CustomerClosed): Status.CLOSED,
        (Status.BLOCKED, e.ProfileChanged): Status.BLOCKED,
        (Status.BLOCKED, e.DocumentAttached): Status.BLOCKED,
        (Status.BLOCKED, e.TermsProposed): Status.BLOCKED,
        (Status.BLOCKED, e.TermsApproved): Status.BLOCKED,
        (Status.BLOCKED, e.TermsRejected): Status.BLOCKED,
        (Status.CLOSED, e.DocumentAttached): Status.CLOSED,
        (Status.CLOSED, e.CustomerReopened): Status.APPLIED,
    }
)
