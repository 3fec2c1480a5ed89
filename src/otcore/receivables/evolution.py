"""An open item after one more fact."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from otcore.receivables.applied import Adjusted
from otcore.receivables.events import (
    CreditReleased,
    DisputeSettled,
    Event,
    ItemCredited,
    ItemDisputed,
    ItemFellOverdue,
    ItemOpened,
    ItemPaid,
    ItemReopened,
    ItemWrittenOff,
    WriteOffReversed,
)
from otcore.receivables.receivable import Receivable
from otcore.values.fast_init import changed
from otcore.values.money import Money, total


def evolve(item: Receivable | None, event: Event) -> Receivable:
    """The item after one fact."""
    if isinstance(event, ItemOpened):
        return _opened(event)
    assert item is not None, "a debt is opened before it is paid"
    return _AFTER[type(event)](item, event)


def _opened(event: ItemOpened) -> Receivable:
    amount = event.amount
    return Receivable(
        event.item,
        event.customer,
        event.reference,
        event.day,
        event.due,
        amount,
        amount,
        exposure=event.exposure,
        instalments=event.instalments,
        orders=event.orders,
        discounts=event.discounts,
    )


def _paid(item: Receivable, event: ItemPaid) -> Receivable:
    applied = event.applied
    parts = tuple(Adjusted(applied.receipt, each.why, each.amount, applied.day) for each in event.adjustments)
    closed = applied.amount + total((each.amount for each in parts), applied.amount.currency)
    named = changed(item, applied=(*item.applied, applied), adjusted=(*item.adjusted, *parts))
    return _closed(item, named, closed, applied.day)


def _credited(item: Receivable, event: ItemCredited) -> Receivable:
    applied = event.applied
    return _closed(item, changed(item, credited=(*item.credited, applied)), applied.amount, applied.day)


def _written_off(item: Receivable, event: ItemWrittenOff) -> Receivable:
    part = event.adjusted
    return _closed(item, changed(item, adjusted=(*item.adjusted, part)), part.amount, part.day)


def _closed(item: Receivable, named: Receivable, amount: Money, day: date) -> Receivable:
    """Overdue stays what is not paid in full, of instalments the one that fell overdue; a later one is found again."""
    after = changed(named, open=item.open - amount)
    if not item.overdue:
        return after
    late = after.next_due == item.next_due or after.next_due < day
    return changed(after, overdue=bool(after.open) and late)


def _reopened(item: Receivable, event: ItemReopened) -> Receivable:
    gone = [each for each in item.applied if each.receipt == event.receipt]
    named = changed(item, applied=tuple(each for each in item.applied if each.receipt != event.receipt))
    return _owed_again(_without(named, event.receipt, False), event.amount, any(each.overdue for each in gone))


def _given_back(item: Receivable, event: WriteOffReversed) -> Receivable:
    gone = [each for each in item.adjusted if each.given_up and each.source == event.source]
    return _owed_again(_without(item, event.source, True), event.amount, any(each.overdue for each in gone))


def _released(item: Receivable, event: CreditReleased) -> Receivable:
    """The latest use that is equal to it, but for the day and what was overdue."""
    left = list(item.credited)
    place = last_use(item, event.applied.receipt, event.applied.amount)
    gone = left.pop(place)
    return _owed_again(changed(item, credited=tuple(left)), event.applied.amount, gone.overdue)


def _owed_again(item: Receivable, amount: Money, overdue: bool) -> Receivable:
    return changed(item, open=item.open + amount, overdue=item.overdue or overdue)


def _without(item: Receivable, source: str, given_up: bool) -> Receivable:
    """Without what a write-off, or else a receipt, closed of it beside cash; what is open stays as it is."""
    left = (each for each in item.adjusted if (each.source, each.given_up) != (source, given_up))
    return changed(item, adjusted=tuple(left))


def last_use(item: Receivable, other: str, amount: Money) -> int:
    """Where in `credited` the latest part of this amount from (or for) the other stands; -1: nowhere."""
    found = [at for at, each in enumerate(item.credited) if (each.receipt, each.amount) == (other, amount)]
    return found[-1] if found else -1


def _settled(item: Receivable, event: DisputeSettled) -> Receivable:
    return changed(item, disputes=tuple(each for each in item.disputes if each.id != event.dispute))


_AFTER: Mapping[type, Callable[[Receivable, Any], Receivable]] = {
    ItemPaid: _paid,
    ItemCredited: _credited,
    ItemWrittenOff: _written_off,
    ItemReopened: _reopened,
    WriteOffReversed: _given_back,
    CreditReleased: _released,
    ItemFellOverdue: lambda item, event: changed(item, overdue=True),
    ItemDisputed: lambda item, event: changed(item, disputes=(*item.disputes, event.dispute)),
    DisputeSettled: _settled,
}
