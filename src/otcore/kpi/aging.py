"""Aging: the open balance by age, by customer (or what else it is grouped by) and in all."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.kpi.aged import Aged, aged
from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.grouping import BY_CUSTOMER, Grouping
from otcore.kpi.treated import Parts
from otcore.receivables.ledger import Entry
from otcore.values.money import Money


@frozen
class AgingRow:
    """One customer, or the total (`customer` is empty for the total, and for cash of unknown payers).

    `items` counts open items, one in instalments once. `open` is their balance and `unapplied` the cash that closes
    nothing yet, whatever the specification; `buckets` are in the order of the specification's, and hold what it puts
    there. Law: buckets + `apart` = open - unapplied; by the default the buckets sum to `open`.
    With another grouping `customer` is the name of the group.
    """

    customer: str
    items: int
    buckets: tuple[Money, ...]
    open: Money
    unapplied: Money

    @property
    def apart(self) -> Money:
        """What the specification puts in no bucket: below zero what the customers have to their credit."""
        return self.open - self.unapplied - Money.from_minor(sum(each.minor for each in self.buckets), _of(self))


@frozen
class Aging:
    """The aging of one currency as of a day. Law: `total` is the sum of `rows` in every column.

    `by`: what the rows are.
    """

    spec: AgingSpec
    as_of: date
    currency: str
    rows: tuple[AgingRow, ...]
    total: AgingRow
    by: str = BY_CUSTOMER.name


def aging(
    entries: tuple[Entry, ...],
    as_of: date,
    currency: str,
    spec: AgingSpec = DUE_DATE_AGING,
    by: Grouping = BY_CUSTOMER,
) -> Aging:
    """The aging from the rows up to the day, customers (or groups) in the order of their names.

    A customer with neither an open item nor unapplied cash has no row. What is taken off the oldest debts is taken off
    those of the same customer in the same row. `aged.aged` lists what is behind the sums. Raises `Invalid`
    CURRENCY_UNKNOWN.
    """
    return aging_of(aged(entries, as_of, currency, spec, by), as_of, currency, spec, by)


def aging_of(found: Iterable[Aged], as_of: date, currency: str, spec: AgingSpec, by: Grouping = BY_CUSTOMER) -> Aging:
    """The aging that these parts make."""
    rows = _rows(found, currency, spec)
    return Aging(spec, as_of, currency, rows, _total(rows, currency, spec), by.name)


def _rows(found: Iterable[Aged], currency: str, spec: AgingSpec) -> tuple[AgingRow, ...]:
    groups: defaultdict[str, defaultdict[str, Parts]] = defaultdict(lambda: defaultdict(lambda: Parts(spec)))
    for each in found:
        groups[each.group][each.customer].add(each)
    rows = (_row(name, groups[name].values(), currency) for name in sorted(groups))
    return tuple(row for row in rows if row.items or row.unapplied or any(row.buckets))


def _row(name: str, customers: Iterable[Parts], currency: str) -> AgingRow:
    parts = list(customers)
    columns = zip(*(each.buckets() for each in parts), strict=True)
    return AgingRow(
        name,
        len(set().union(*(each.items for each in parts))),
        tuple(Money.from_minor(sum(column), currency) for column in columns),
        Money.from_minor(sum(each.open for each in parts), currency),
        Money.from_minor(sum(each.cash for each in parts), currency),
    )


def _total(rows: tuple[AgingRow, ...], currency: str, spec: AgingSpec) -> AgingRow:
    columns = list(zip(*(row.buckets for row in rows), strict=True)) or [()] * len(spec.buckets)
    return AgingRow(
        "",
        sum(row.items for row in rows),
        tuple(Money.from_minor(sum(each.minor for each in column), currency) for column in columns),
        Money.from_minor(sum(row.open.minor for row in rows), currency),
        Money.from_minor(sum(row.unapplied.minor for row in rows), currency),
    )


def _of(row: AgingRow) -> str:
    return row.open.currency
