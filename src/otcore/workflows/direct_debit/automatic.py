"""Collecting by itself: what falls due within the notice, of customers with one active mandate."""

from collections import Counter
from datetime import date, timedelta

from otcore.payments.direct_debit.collection_commands import PlanCollection
from otcore.payments.direct_debit.collection_lifecycle import CollectionStatus
from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from otcore.ports.aggregates import COLLECTION, MANDATE, RECEIVABLE
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.workflows.direct_debit.collecting import plan
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow

_UNDER_WAY = (CollectionStatus.PLANNED, CollectionStatus.PRESENTED)


def to_collect(day: date, house: House) -> Flow[tuple[str, ...]]:
    """What falls due and is not under way, by its day and its item; nothing of houses that plan by hand."""
    policy = house.direct_debit
    if policy is None or not policy.automatic:
        return ()
    debtors = yield from _debtors()
    under_way = yield from _under_way()
    soon = day + timedelta(days=policy.notice)
    due: list[str] = []
    for status in ("open", "overdue") if debtors else ():
        found = yield from Find(RECEIVABLE, Where(status=status, until=soon))
        parts = (
            (kept.id, part.due)
            for kept in found
            if kept.some.customer in debtors
            for part in kept.some.open_instalments
            if part.due <= soon
        )
        due += [f"{when.isoformat()} {item}" for item, when in dict.fromkeys(parts) if (item, when) not in under_way]
    return tuple(due)


def collect(id: str, day: date, house: House) -> Flow[int]:
    """One of them planned; 0 where it cannot be: `PlanCollection` says why."""
    due, _, item = id.partition(" ")
    try:
        yield from plan(PlanCollection(invoice=item, day=day, due=date.fromisoformat(due)), house)
    except Rejected:
        return 0
    return 1


def _debtors() -> Flow[frozenset[str]]:
    """The customers of whom it is clear under which mandate."""
    found = yield from Find(MANDATE, Where(status=MandateStatus.ACTIVE.value))
    mandates = Counter(kept.some.customer for kept in found)
    return frozenset(customer for customer, number in mandates.items() if number == 1)


def _under_way() -> Flow[frozenset[tuple[str, date]]]:
    debts: list[tuple[str, date]] = []
    for status in _UNDER_WAY:
        found = yield from Find(COLLECTION, Where(status=status.value))
        debts += [(kept.some.item, kept.some.due) for kept in found]
    return frozenset(debts)
