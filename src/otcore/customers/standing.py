"""Whether business is done with a customer: activating, blocking, closing; and the papers in its file."""

from collections.abc import Sequence

from otcore.customers.applying import require
from otcore.customers.commands import ActivateCustomer, AttachDocument, BlockCustomer, CloseCustomer, UnblockCustomer
from otcore.customers.customer import Customer
from otcore.customers.events import (
    CustomerActivated,
    CustomerBlocked,
    CustomerClosed,
    CustomerUnblocked,
    DocumentAttached,
)
from otcore.customers.proposal import Paper
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from otcore.values.reason import require_reason


def activate(customer: Customer, command: ActivateCustomer) -> tuple[CustomerActivated, ...]:
    """The facts of an activation: it has been verified, and somebody approved its terms."""
    require(customer, CustomerActivated)
    if not customer.terms_approved:
        raise Rejected("TERMS_NOT_APPROVED", customer=customer.id)
    return (CustomerActivated(command.reason),)


def block(customer: Customer, command: BlockCustomer) -> tuple[CustomerBlocked, ...]:
    """The facts of a block."""
    require(customer, CustomerBlocked)
    require_reason(command.reason)
    return (CustomerBlocked(command.reason),)


def unblock(customer: Customer, command: UnblockCustomer) -> tuple[CustomerUnblocked, ...]:
    """The facts of the end of a block."""
    require(customer, CustomerUnblocked)
    return (CustomerUnblocked(command.reason),)


def close(
    customer: Customer, command: CloseCustomer, exposure: Money, orders: Sequence[str] = ()
) -> tuple[CustomerClosed, ...]:
    """The facts of a closing. `exposure`: what its own credit account still carries, which must be nothing; `orders`:
    those that are not over, of which there must be none.
    """
    require(customer, CustomerClosed)
    require_reason(command.reason)
    if exposure.minor:
        raise Rejected("EXPOSURE_OPEN", customer=customer.id, exposure=str(exposure))
    if orders:
        raise Rejected("ORDERS_OPEN", customer=customer.id, orders=", ".join(orders))
    return (CustomerClosed(command.reason),)


def attach(customer: Customer, command: AttachDocument) -> tuple[DocumentAttached, ...]:
    """The facts of a paper added: each document once a kind."""
    if not command.kind.strip():
        raise Invalid.one("KIND_MISSING", "what does the document prove?", "/kind")
    paper = Paper(command.document, command.kind)
    if any(each.document.id == paper.document.id and each.kind == paper.kind for each in customer.papers):
        raise Rejected("DOCUMENT_ATTACHED", customer=customer.id, document=paper.document.id, kind=paper.kind)
    return (DocumentAttached(paper),)
