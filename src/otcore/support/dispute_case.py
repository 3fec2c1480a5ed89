"""The case of a dispute: who says what about how much of an item, what was found out, and how it ended."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.receivables.dispute import DisputeReason, Resolution
from otcore.support import events as e
from otcore.support.lifecycle import DISPUTE_LIFE_CYCLE, CaseStatus
from otcore.values.facets import Facets
from otcore.values.money import Money


class Origin(StrEnum):
    """Where a dispute comes from."""

    CLAIM = "claim"  # the buyer said so
    DEDUCTION = "deduction"  # the buyer paid less


@frozen(kw_only=True)
class Note:
    """What somebody found out, and when."""

    text: str
    day: date
    by: str


@frozen(kw_only=True)
class DisputeCase:
    """One dispute about one item; `item` is the invoice's number, `dispute` the host's id.

    `opened`: the day of the last opening. `receipt`: the payment that was too short; "": a claim. Of a settled case
    `settled`, `resolution` and `outcome` say when and how it ended, of a reopened one how it ended before.
    """

    dispute: str
    item: str
    customer: str
    amount: Money
    reason: DisputeReason
    said: str
    opened: date
    by: str
    receipt: str
    status: CaseStatus
    notes: tuple[Note, ...] = ()
    settled: date | None = None
    resolution: Resolution | None = None
    outcome: str = ""

    @property
    def id(self) -> str:
        """Its key in a store: what hosts call a dispute is unique to its item."""
        return case_id(self.item, self.dispute)

    @property
    def origin(self) -> Origin:
        """Whether it was said, or taken off a payment."""
        return Origin.DEDUCTION if self.receipt else Origin.CLAIM

    def open_on(self, day: date) -> bool:
        """Whether it stood open at the end of this day, as far as its last opening tells."""
        return self.opened <= day and (self.status is CaseStatus.OPEN or self.settled is None or day < self.settled)


def case_id(item: str, dispute: str) -> str:
    """The key of a case: disputes are numbered by item."""
    return f"{item}:{dispute}"


def evolve(case: DisputeCase | None, event: e.Event) -> DisputeCase:
    """The case after one fact."""
    status = DISPUTE_LIFE_CYCLE.after(case.status if case else None, event)
    return _AFTER[type(event)](case, event, status)


def _opened(case: None, event: e.DisputeCaseOpened, status: CaseStatus) -> DisputeCase:
    return DisputeCase(
        dispute=event.dispute,
        item=event.item,
        customer=event.customer,
        amount=event.amount,
        reason=event.reason,
        said=event.said,
        opened=event.day,
        by=event.by,
        receipt=event.receipt,
        status=status,
    )


def _reopened(case: DisputeCase, event: e.DisputeCaseReopened, status: CaseStatus) -> DisputeCase:
    what: dict[str, Any] = {
        "amount": event.amount,
        "reason": event.reason,
        "said": event.said,
        "receipt": event.receipt,
    }
    return changed(case, status=status, opened=event.day, by=event.by, **what)


def _noted(case: DisputeCase, event: e.DisputeCaseNoted, status: CaseStatus) -> DisputeCase:
    return changed(case, status=status, notes=(*case.notes, Note(text=event.text, day=event.day, by=event.by)))


def _settled(case: DisputeCase, event: e.DisputeCaseSettled, status: CaseStatus) -> DisputeCase:
    how: dict[str, Any] = {"resolution": event.resolution, "outcome": event.outcome}
    return changed(case, status=status, settled=event.day, **how)


_AFTER: Mapping[type, Callable[[Any, Any, CaseStatus], DisputeCase]] = {
    e.DisputeCaseOpened: _opened,
    e.DisputeCaseReopened: _reopened,
    e.DisputeCaseNoted: _noted,
    e.DisputeCaseSettled: _settled,
}


def facets(case: DisputeCase) -> Facets:
    """Found by customer, item, `open` / `settled` and the day it was opened."""
    return Facets(case.customer, case.item, case.status.value, case.opened)
