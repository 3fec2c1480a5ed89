"""Behaviour fitted from history: how late customers pay, how many orders come in a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from otcore.kpi.orders.rows import OrderRow
from otcore.receivables.ledger import DEBIT, Entry, EntryKind
from otcore.simulation.distribution import Observed
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.period import Period


def lateness(entries: Iterable[Entry], customers: Iterable[str] = ()) -> Observed:
    """Days from the due day (of several instalments the last) to the closing of each item that is settled.

    `customers`: only of these; none named: of all. Negative: paid before. Raises `Invalid` DISTRIBUTION_EMPTY when
    nothing is settled.
    """
    asked = frozenset(customers)
    items: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in entries:
        if row.kind in DEBIT:
            items[row.item].append(row)
    return Observed.of(days for rows in items.values() for days in _late(rows, asked))


def _late(rows: list[Entry], asked: frozenset[str]) -> Iterable[int]:
    issued = [row for row in rows if row.kind is EntryKind.ISSUED]
    closed = [row.day for row in rows if row.kind is not EntryKind.ISSUED]
    owed = sum(DEBIT[row.kind] * row.amount.minor for row in rows)
    if not issued or not closed or owed:
        return
    if asked and issued[0].party not in asked:
        return
    yield (max(closed) - max(row.due or row.day for row in issued)).days


def orders_a_day(rows: Iterable[OrderRow], period: Period, calendar: WorkCalendar = MONDAY_TO_FRIDAY) -> Observed:
    """How many orders came on each working day of a period; those of days off count on the next working day.

    Raises `Invalid` DISTRIBUTION_EMPTY for a period without a working day.
    """
    return a_day((row.placed.day for row in rows), period, calendar)


def a_day(days: Iterable[date], period: Period, calendar: WorkCalendar = MONDAY_TO_FRIDAY) -> Observed:
    """How many of these days fall on each working day of a period, as `orders_a_day` counts."""
    came = Counter(calendar.next_working(day) for day in days if day in period)
    return Observed.of(came[day] for day in _days(period) if calendar.is_working(day))


def _days(period: Period) -> Iterable[date]:
    return (period.start + timedelta(days=each) for each in range(period.days))
