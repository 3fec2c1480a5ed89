"""A collection: so much of an open item, taken from the debtor's account under a mandate."""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.payments.direct_debit import collection_events as e
from otcore.payments.direct_debit.collection_lifecycle import COLLECTION_LIFE_CYCLE, CollectionStatus
from otcore.payments.direct_debit.scheme import Sequence
from otcore.values.facets import Facets
from otcore.values.money import Money

OURS = "DD-"
"""How the end-to-end ids of collections begin."""


@frozen(kw_only=True)
class Collection:
    """A collection of what is due on a day of an item; `day` is when the debtor's account is debited.

    `end_to_end`: by which the bank's statement names it. `batch` and `group`: the file, and the part of it, that it is
    in. `receipt`: the money, once it came. `code`: why it came back, was rejected or given up. `fee`: of the banks.
    """

    id: str
    mandate: str
    customer: str
    item: str
    due: date
    day: date
    amount: Money
    end_to_end: str
    planned: date
    final: bool = False
    status: CollectionStatus = CollectionStatus.PLANNED
    batch: str = ""
    group: str = ""
    sequence: Sequence | None = None
    receipt: str = ""
    code: str = ""
    fee: Money | None = None

    @property
    def live(self) -> bool:
        """Whether its money may still come."""
        return self.status in (CollectionStatus.PLANNED, CollectionStatus.PRESENTED)


def collection_id(item: str, due: date, attempt: int) -> str:
    """The same for everybody who wants to collect the same debt next: so only one of them does."""
    return f"{item}/{due:%Y%m%d}/{attempt}"


def end_to_end_of(collection: str) -> str:
    """At most 35 signs that banks pass on, for no two collections the same (SHA-256)."""
    return OURS + sha256(collection.encode()).hexdigest()[:24]


def evolve(collection: Collection | None, event: e.Event) -> Collection:
    """The collection after one fact."""
    status = COLLECTION_LIFE_CYCLE.after(collection.status if collection else None, event)
    return changed(_AFTER[type(event)](collection, event), status=status)


def _planned(collection: None, event: e.CollectionPlanned) -> Collection:
    return Collection(
        id=event.collection,
        mandate=event.mandate,
        customer=event.customer,
        item=event.item,
        due=event.due,
        day=event.day,
        amount=event.amount,
        end_to_end=event.end_to_end,
        planned=event.planned,
        final=event.final,
    )


def _presented(collection: Collection, event: e.CollectionPresented) -> Collection:
    return changed(collection, batch=event.batch, group=event.group, sequence=event.sequence)


_AFTER: Mapping[type, Callable[[Any, Any], Collection]] = {
    e.CollectionPlanned: _planned,
    e.CollectionPresented: _presented,
    e.CollectionCollected: lambda collection, event: changed(collection, receipt=event.receipt),
    e.CollectionReturned: lambda collection, event: changed(collection, code=event.code, fee=event.fee),
    e.CollectionRejected: lambda collection, event: changed(collection, code=event.code),
    e.CollectionCancelled: lambda collection, event: changed(collection, code=event.reason),
}


def facets(collection: Collection) -> Facets:
    """Found by customer, end-to-end id, status, and the day of the debit."""
    return Facets(collection.customer, collection.end_to_end, collection.status.value, collection.day)
