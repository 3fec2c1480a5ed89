"""Aging, DSO and countback of every customer at several days, for ledgers of millions of rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from otcore.kpi.running.sold import Sales, Sold, Spans, asked, spans
from otcore.kpi.running.standing import MonthEnd, Standing, StandingSpec
from otcore.kpi.running.sweep import Sweep
from otcore.receivables.ledger import Entry
from otcore.values.currencies import digits

BY_DEFAULT = StandingSpec()
"""Aging by due day, DSO of 90 days, countback by calendar months."""

Buckets = Iterable[tuple[str, Sequence[Sequence[int]]]]
"""Each customer with the buckets of every day."""


def month_ends(
    entries: Collection[Entry], days: Iterable[date], currency: str, spec: StandingSpec = BY_DEFAULT
) -> tuple[MonthEnd, ...]:
    """The figures of each day, in the order of days, from rows in any order.

    Law: the buckets are those of `kpi.aging.aging`; DSO and countback those of the functions of that name over the rows
    of each customer, and of all. Raises `Invalid` CURRENCY_UNKNOWN.
    """
    digits(currency)
    ends = sorted(set(days))
    if not ends:
        return ()
    cut = spans(spec, ends)
    sweep = Sweep(ends, currency, spec, cut)
    sweep.take(entries)
    return standings(sweep.buckets(), sweep.sales, ends, cut, spec)


def standings(
    buckets: Buckets, sales: Mapping[str, Sales], ends: Sequence[date], spans: Spans, spec: StandingSpec
) -> tuple[MonthEnd, ...]:
    """The figures from sums: of each customer, by name, the buckets of every day and the sales by span."""
    numbers = sorted(set[int]().union(*sales.values()))
    days = [asked(spec, spans, end, numbers) for end in ends]
    rows: list[list[Standing]] = [[] for _ in ends]
    for customer, sums in buckets:
        sold = Sold(numbers, sales.get(customer, {}))
        for day, own, found in zip(days, sums, rows, strict=True):
            if any(own) or sold.within(*day.window):
                found.append(sold.standing(customer, own, day))
    whole = Sold(numbers, _together(sales.values()))
    nothing = [0] * len(spec.aging.buckets)
    return tuple(
        MonthEnd(day.as_of, tuple(found), whole.standing("", _total(found) or nothing, day))
        for day, found in zip(days, rows, strict=True)
    )


def _total(rows: Iterable[Standing]) -> list[int]:
    """By bucket; empty where there is no row."""
    return [sum(minors) for minors in zip(*(row.buckets for row in rows), strict=True)]


def _together(sales: Iterable[Sales]) -> Sales:
    found: dict[int, int] = {}
    for each in sales:
        for span, minor in each.items():
            found[span] = found.get(span, 0) + minor
    return found
