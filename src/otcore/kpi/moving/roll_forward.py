"""The roll-forward: from the opening balance to the closing one, by day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.open_items import as_of_rows
from otcore.receivables.ledger import WITHOUT_CASH, Entry, EntryKind, control
from otcore.values.money import Money
from otcore.values.period import Period


@frozen
class RollForward:
    """What moved the open balance of some days.

    Law: opening + invoiced - cash - credits - write_offs - adjusted = closing. `cash`: what it closed of items (not
    what came in); `write_offs`: what was given up; `adjusted`: what else was closed without cash (discounts, fees,
    withheld tax, rounding, exchange differences). `closing` is the control account of the last day.
    """

    period: Period
    currency: str
    opening: Money
    invoiced: Money
    cash: Money
    credits: Money
    write_offs: Money
    adjusted: Money
    closing: Money

    @property
    def moved(self) -> Money:
        """What the movements come to."""
        return self.invoiced - self.cash - self.credits - self.write_offs - self.adjusted


_COLUMNS = {
    EntryKind.ISSUED: "invoiced",
    EntryKind.CREDITED: "credits",
    EntryKind.ALLOCATED: "cash",
    EntryKind.EXCHANGED_TO: "cash",
    **dict.fromkeys(WITHOUT_CASH, "adjusted"),
    EntryKind.WRITE_OFF: "write_offs",
}


def roll_forward(entries: Rows, period: Period, currency: str) -> RollForward:
    """The whole period in one. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows = as_of_rows(entries, period.end, currency)
    opening = control(tuple(row for row in rows if row.day < period.start), currency)
    moved = (row for row in rows if row.day >= period.start)
    return _forward(period, opening, moved, control(rows, currency))


def roll_forward_by_day(entries: Rows, period: Period, currency: str) -> tuple[RollForward, ...]:
    """A roll-forward for every day of the period, each opening with what the day before closed with.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    rows = as_of_rows(entries, period.end, currency)
    return tuple(_days(rows, period, control(tuple(row for row in rows if row.day < period.start), currency)))


def _days(rows: Rows, period: Period, opening: Money) -> Iterator[RollForward]:
    by_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for row in rows:
        by_day[row.day].append(row)
    for place in range(period.days):
        day = period.start + timedelta(days=place)
        closing = opening + control(tuple(by_day[day]), opening.currency)
        yield _forward(Period(day, day), opening, by_day[day], closing)
        opening = closing


def _forward(period: Period, opening: Money, moved: Iterable[Entry], closing: Money) -> RollForward:
    sums = dict.fromkeys(_COLUMNS.values(), 0)
    for row in moved:
        if row.kind in _COLUMNS:
            sums[_COLUMNS[row.kind]] += row.amount.minor
    columns = {name: Money.from_minor(minor, opening.currency) for name, minor in sums.items()}
    return RollForward(period, opening.currency, opening, closing=closing, **columns)
