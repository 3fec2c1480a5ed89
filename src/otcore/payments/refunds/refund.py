"""A refund: money of a customer that is paid back to an account of that customer."""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.payments.refunds import events as e
from otcore.payments.refunds.events import Source
from otcore.payments.refunds.lifecycle import REFUND_LIFE_CYCLE, RefundStatus
from otcore.values.facets import Facets
from otcore.values.money import Money

OURS = "RF-"
"""How the end-to-end ids of refunds begin."""


@frozen(kw_only=True)
class Refund:
    """A refund. Law: its `sources` sum to its `amount`; they are set aside from the request on, until it fails.

    `account` is an IBAN known to be the customer's. `end_to_end`: by which the bank's statement names it. `maker` asked
    for it, `checker` approved it. `code`: why it did not arrive, or was refused.
    """

    id: str
    customer: str
    amount: Money
    sources: tuple[Source, ...]
    account: str
    holder: str
    end_to_end: str
    maker: str
    reason: str
    day: date
    status: RefundStatus = RefundStatus.REQUESTED
    checker: str = ""
    batch: str = ""
    code: str = ""


def end_to_end_of(refund: str) -> str:
    """At most 35 signs that banks pass on, for no two refunds the same (SHA-256)."""
    return OURS + sha256(refund.encode()).hexdigest()[:24]


def evolve(refund: Refund | None, event: e.Event) -> Refund:
    """The refund after one fact."""
    status = REFUND_LIFE_CYCLE.after(refund.status if refund else None, event)
    return changed(_AFTER[type(event)](refund, event), status=status)


def _requested(refund: None, event: e.RefundRequested) -> Refund:
    return Refund(
        id=event.refund,
        customer=event.customer,
        amount=event.amount,
        sources=event.sources,
        account=event.account,
        holder=event.holder,
        end_to_end=event.end_to_end,
        maker=event.maker,
        reason=event.reason,
        day=event.day,
    )


_AFTER: Mapping[type, Callable[[Any, Any], Refund]] = {
    e.RefundRequested: _requested,
    e.RefundApproved: lambda refund, event: changed(refund, checker=event.checker),
    e.RefundRefused: lambda refund, event: changed(refund, code=event.reason),
    e.RefundOrdered: lambda refund, event: changed(refund, batch=event.batch),
    e.RefundPaid: lambda refund, event: refund,
    e.RefundReturned: lambda refund, event: changed(refund, code=event.code),
}


def facets(refund: Refund) -> Facets:
    """Found by customer, end-to-end id, status, and the day it was asked for."""
    return Facets(refund.customer, refund.end_to_end, refund.status.value, refund.day)
