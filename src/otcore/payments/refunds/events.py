"""What can happen to a refund, in the past tense."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.values.money import Money


@frozen
class Source:
    """Where the money comes from: so much of a receipt's unapplied money, or of a credit note that waits."""

    id: str
    amount: Money
    credit: bool = False


@frozen(kw_only=True)
class RefundRequested:
    """Somebody wants money paid back; it is set aside, so that nobody else uses it."""

    refund: str
    customer: str
    amount: Money
    sources: tuple[Source, ...]
    account: str
    holder: str
    end_to_end: str
    maker: str
    reason: str
    day: date


@frozen
class RefundApproved:
    """It may be paid; `checker` is empty where it is small enough to need nobody."""

    checker: str
    day: date


@frozen
class RefundRefused:
    """It is not paid: turned down, or withdrawn. The money is there again."""

    reason: str
    day: date


@frozen
class RefundOrdered:
    """It is in a file for the bank."""

    batch: str
    day: date


@frozen
class RefundPaid:
    """The bank paid it."""

    day: date


@frozen
class RefundReturned:
    """It did not arrive, and why: the money is there again."""

    code: str
    day: date


Event = RefundRequested | RefundApproved | RefundRefused | RefundOrdered | RefundPaid | RefundReturned

EVENTS: tuple[type, ...] = get_args(Event)
