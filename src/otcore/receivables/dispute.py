"""A dispute: what a buyer says that it does not owe, kept beside the open item until it is settled."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.values.money import Money


class DisputeReason(StrEnum):
    """Why a buyer does not pay. The codes are public."""

    PRICE = "price"  # not the price agreed
    QUANTITY = "quantity"  # fewer came than were billed
    QUALITY = "quality"  # not as described
    DAMAGED = "damaged"  # came broken
    NOT_DELIVERED = "not_delivered"  # never came
    DUPLICATE = "duplicate"  # billed twice
    DEDUCTION = "deduction_not_agreed"  # taken off a payment, and nobody agreed to it
    OTHER = "other"  # as the words beside it say


class Resolution(StrEnum):
    """How a dispute ended. The codes are public."""

    CREDITED = "credited"  # the buyer was right: a credit note
    PAID = "paid"  # the seller was right, and the buyer paid
    WITHDRAWN = "withdrawn"  # the buyer says it no longer, or its payment came back
    WRITTEN_OFF = "written_off"  # not worth the quarrel
    OTHER = "other"  # as the words beside it say


@frozen(kw_only=True)
class Dispute:
    """How much of an item is in dispute, since when, and why; `id` is the host's.

    It is the mark on the item; the story is told by the case that `support` keeps.
    """

    id: str
    reason: str
    amount: Money
    day: date
