"""Collections: the cash of a period, as it came in and as it closed items."""

from datetime import date

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.open_items import as_of_rows
from otcore.receivables.ledger import EntryKind
from otcore.values.money import Money
from otcore.values.period import Period

_APPLIED = (EntryKind.ALLOCATED, EntryKind.EXCHANGED_TO)


@frozen
class Collections:
    """`received`: money in; `returned`: what the bank took back; `refunded`: what was paid back. `applied`: what
    cash closed of items, whenever it came in. Each less what was taken back of it in the period.
    """

    period: Period
    currency: str
    received: Money
    returned: Money
    refunded: Money
    applied: Money

    @property
    def net(self) -> Money:
        """What came in and stayed."""
        return self.received - self.returned - self.refunded


def collections(entries: Rows, period: Period, currency: str) -> Collections:
    """The cash of the days of a period in one currency. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows = tuple(row for row in as_of_rows(entries, period.end, currency) if row.day in period)

    def of(*kinds: EntryKind) -> Money:
        return Money.from_minor(sum(row.amount.minor for row in rows if row.kind in kinds), currency)

    applied = of(*_APPLIED)
    return Collections(
        period, currency, of(EntryKind.RECEIVED), of(EntryKind.RETURNED), of(EntryKind.REFUNDED), applied
    )


def collected_by_day(entries: Rows, period: Period, currency: str) -> dict[date, Money]:
    """What cash closed of items on each day that it did, the first day first. Raises `Invalid` CURRENCY_UNKNOWN."""
    found: dict[date, int] = {}
    for row in as_of_rows(entries, period.end, currency):
        if row.kind in _APPLIED and row.day in period:
            found[row.day] = found.get(row.day, 0) + row.amount.minor
    return {day: Money.from_minor(found[day], currency) for day in sorted(found)}
