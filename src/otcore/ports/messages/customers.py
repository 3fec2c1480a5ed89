"""What is told of customers."""

from attrs import frozen

from otcore.ports.messages.message import Message


@frozen
class CustomerOnboardedMessage(Message):
    """A customer may order."""

    topic = "customer.onboarded"

    customer: str
    name: str


@frozen
class CustomerAppliedMessage(Message):
    """Somebody wants to become a customer."""

    topic = "customer.applied"

    customer: str
    name: str


@frozen
class CustomerVerifiedMessage(Message):
    """A person looked at the applicant."""

    topic = "customer.verified"

    customer: str
    why: str = ""


@frozen
class CustomerActivatedMessage(Message):
    """The applicant may order, at approved terms."""

    topic = "customer.activated"

    customer: str
    why: str = ""


@frozen
class CustomerBlockedMessage(Message):
    """No new orders of this customer."""

    topic = "customer.blocked"

    customer: str
    why: str


@frozen
class CustomerUnblockedMessage(Message):
    """Orders of this customer are taken again."""

    topic = "customer.unblocked"

    customer: str
    why: str = ""


@frozen
class CustomerClosedMessage(Message):
    """The business with this customer, or its application, is at an end."""

    topic = "customer.closed"

    customer: str
    why: str


@frozen
class CustomerReopenedMessage(Message):
    """A closed customer applies again."""

    topic = "customer.reopened"

    customer: str
    why: str = ""


@frozen
class CustomerChangedMessage(Message):
    """Facts about the customer are others."""

    topic = "customer.changed"

    customer: str
    name: str


@frozen
class TermsProposedMessage(Message):
    """Somebody proposes terms and a limit."""

    topic = "customer.terms_proposed"

    customer: str
    proposal: int


@frozen
class TermsApprovedMessage(Message):
    """Somebody else approved them."""

    topic = "customer.terms_approved"

    customer: str
    proposal: int
    by: str


@frozen
class TermsRejectedMessage(Message):
    """They were turned down."""

    topic = "customer.terms_rejected"

    customer: str
    proposal: int
    why: str = ""
