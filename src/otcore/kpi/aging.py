"""Aging: the open balance by age, by customer and in all."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.open_items import OpenItem, as_of_rows, open_items
from otcore.kpi.unapplied import unapplied_by_customer
from otcore.receivables.ledger import Entry
from otcore.values.money import Money


@frozen
class AgingRow:
    """One customer, or the total (`customer` is empty for the total, and for cash of unknown payers).

    `buckets` are in the order of the specification's. Law: they sum to `open`. `unapplied` is cash of the customer that
    closes nothing yet; it is in no bucket and not taken off `open`.
    """

    customer: str
    items: int
    buckets: tuple[Money, ...]
    open: Money
    unapplied: Money


@frozen
class Aging:
    """The aging of one currency as of a day. Law: `total` is the sum of `rows` in every column."""

    spec: AgingSpec
    as_of: date
    currency: str
    rows: tuple[AgingRow, ...]
    total: AgingRow


def aging(entries: tuple[Entry, ...], as_of: date, currency: str, spec: AgingSpec = DUE_DATE_AGING) -> Aging:
    """The aging from the rows up to the day, customers in the order of their ids.

    A customer with neither an open item nor unapplied cash has no row. Raises `Invalid` CURRENCY_UNKNOWN.
    """
    rows = as_of_rows(entries, as_of, currency)
    items = open_items(rows, as_of, currency)
    cash = unapplied_by_customer(rows, currency)
    owned: defaultdict[str, list[OpenItem]] = defaultdict(list)
    for item in items:
        owned[item.customer].append(item)
    nothing = Money.zero(currency)
    customers = sorted({*owned, *cash})
    by_customer = tuple(_row(name, owned[name], cash.get(name, nothing), as_of, spec) for name in customers)
    return Aging(spec, as_of, currency, by_customer, _row("", items, sum(cash.values(), nothing), as_of, spec))


def _row(customer: str, items: Iterable[OpenItem], cash: Money, as_of: date, spec: AgingSpec) -> AgingRow:
    sums = [0] * len(spec.buckets)
    count = 0
    for item in items:
        sums[spec.bucket_of(item, as_of)] += item.open.minor
        count += 1
    buckets = tuple(Money.from_minor(minor, cash.currency) for minor in sums)
    return AgingRow(customer, count, buckets, Money.from_minor(sum(sums), cash.currency), cash)
