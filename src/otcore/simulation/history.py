"""A firm as its ledger shows it: every customer with the orders, terms and lateness of their own past."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from otcore.receivables.ledger import DEBIT, Entry, EntryKind
from otcore.simulation.distribution import Observed
from otcore.simulation.fitting import a_day, lateness
from otcore.simulation.scenario import Buyer, Scenario
from otcore.values.faults import Invalid
from otcore.values.period import Period
from otcore.values.terms import PaymentTerms

_LONGEST = 3650


@frozen
class _Bill:
    """One invoice: the first day, the last day something of it is due, and all it was over, in minor units."""

    customer: str
    day: date
    due: date
    minor: int
    rows: tuple[Entry, ...]


def fitted(entries: Iterable[Entry], period: Period, base: Scenario) -> Scenario:
    """The base with the buyers of its invoices of a period: those in the currency of the base's price.

    Each customer is a buyer. For every invoice an order came on its day, of as many of the base's pieces as its amount
    pays for, at least one; the terms are the days that most of its invoices gave; payments are as late as they were,
    for one who has settled none of them as late as everybody's. Work, price and hours stay the base's.

    Raises `Invalid` DISTRIBUTION_EMPTY where no invoice of the period is settled.
    """
    by_customer: defaultdict[str, list[_Bill]] = defaultdict(list)
    for bill in _bills(row for row in entries if row.amount.currency == base.price.currency):
        if bill.day in period:
            by_customer[bill.customer].append(bill)
    everybodys = lateness(row for bills in by_customer.values() for bill in bills for row in bill.rows)
    buyers = (_buyer(name, by_customer[name], everybodys, period, base) for name in sorted(by_customer))
    return evolve(base, buyers=tuple(buyers))


def _bills(entries: Iterable[Entry]) -> Iterator[_Bill]:
    items: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in entries:
        if row.kind in DEBIT:
            items[row.item].append(row)
    for rows in items.values():
        issued = [row for row in rows if row.kind is EntryKind.ISSUED]
        minor = sum(row.amount.minor for row in issued)
        if minor > 0:
            day, due = min(row.day for row in issued), max(row.due or row.day for row in issued)
            yield _Bill(issued[0].party, day, due, minor, tuple(rows))


def _buyer(name: str, bills: list[_Bill], everybodys: Observed, period: Period, base: Scenario) -> Buyer:
    return Buyer(
        name=name,
        customers=1,
        terms=PaymentTerms(days=_usual_days(bills)),
        orders=a_day((bill.day for bill in bills), period, base.hours.calendar),
        pieces=Observed.of(_pieces(bill.minor, base) for bill in bills),
        lateness=_lateness(bills, everybodys),
    )


def _usual_days(bills: list[_Bill]) -> int:
    """The commonest, of several the shortest."""
    counts = Counter(min(max((bill.due - bill.day).days, 0), _LONGEST) for bill in bills)
    return min(counts, key=lambda days: (-counts[days], days))


def _pieces(minor: int, base: Scenario) -> int:
    """The amount over the price with its 20 % tax, rounded half up."""
    tenfold = 12 * base.price.minor
    return max((10 * minor + tenfold // 2) // tenfold, 1)


def _lateness(bills: list[_Bill], everybodys: Observed) -> Observed:
    try:
        return lateness(row for bill in bills for row in bill.rows)
    except Invalid:
        return everybodys
