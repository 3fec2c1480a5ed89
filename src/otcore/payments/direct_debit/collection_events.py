"""What can happen to a collection, in the past tense."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.payments.direct_debit.scheme import Sequence
from otcore.values.money import Money


@frozen(kw_only=True)
class CollectionPlanned:
    """It will be collected on a day, of which the debtor is told now (pre-notification)."""

    collection: str
    mandate: str
    customer: str
    item: str
    due: date
    day: date
    amount: Money
    end_to_end: str
    planned: date
    final: bool = False


@frozen
class CollectionPresented:
    """It is in a file for the bank."""

    batch: str
    group: str
    sequence: Sequence
    day: date


@frozen
class CollectionCollected:
    """The bank booked it; `receipt` is the money."""

    receipt: str
    day: date


@frozen
class CollectionReturned:
    """It came back: the reason (ISO 20022 external return reason), and what the banks took for it."""

    code: str
    day: date
    fee: Money | None = None


@frozen
class CollectionRejected:
    """A bank did not take it: no money moved."""

    code: str
    day: date


@frozen
class CollectionCancelled:
    """It will not be collected: given up before the bank had it."""

    reason: str
    day: date


Event = (
    CollectionPlanned
    | CollectionPresented
    | CollectionCollected
    | CollectionReturned
    | CollectionRejected
    | CollectionCancelled
)

EVENTS: tuple[type, ...] = get_args(Event)
