"""Days to pay, days late and percent paid late over frames.

The engine adds up payments by invoice day, due day and day of payment; one invoice for each, paid in full on that day,
has the same averages. Where each payment counts once, their number stands for the amount.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

import narwhals as nw
from attrs import evolve, field, frozen

from otcore.adapters.frames.condensing import Group, grouped
from otcore.adapters.frames.ledger import FrameLedger
from otcore.adapters.frames.slices import slices
from otcore.adapters.frames.table import Frame, day_of, known_day, parted
from otcore.kpi.measure import Measure
from otcore.kpi.population import UNCOUNTED
from otcore.kpi.settling.days_late import DaysLateSpec
from otcore.kpi.settling.days_to_pay import DaysToPaySpec
from otcore.kpi.settling.payments import Counted, Disputed, Weighting
from otcore.kpi.settling.percent_late import PercentLateSpec
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.faults import Invalid
from otcore.values.money import Money

S = TypeVar("S", DaysToPaySpec, DaysLateSpec, PercentLateSpec)
Settled = Callable[[tuple[Entry, ...], date, str, S], Measure[S, int]]


@frozen
class PaidSum:
    """The payments with these days: their cash in minor units, and their number."""

    issued: date
    due: date | None
    day: date
    minor: int
    count: int

    def rows(self, name: str, weighting: Weighting, currency: str) -> Iterator[Entry]:
        """As if there were one invoice, paid on one day."""
        amount = Money.from_minor(self.count if weighting is Weighting.SIMPLE else self.minor, currency)
        yield Entry(EntryKind.ISSUED, self.issued, amount, "", name, due=self.due)
        yield Entry(EntryKind.ALLOCATED, self.day, amount, "", name, name)


@frozen
class SettledSums:
    """How the items of a group were paid up to a day; `counted`: what is one payment."""

    as_of: date
    currency: str
    counted: Counted
    sums: tuple[PaidSum, ...] = field(repr=False)

    def figure(self, of: Settled[S], spec: S) -> Measure[S, int]:
        """`days_to_pay`, `days_late` or `percent_late`, by its specification; its population is of no items.

        `Invalid` SPEC_NEEDS_ROWS for one that counts something else, or asks what was disputed: group by a column.
        """
        if (spec.payments.disputed, spec.payments.counted) != (Disputed.ALL, self.counted):
            raise Invalid.one("SPEC_NEEDS_ROWS", "the sums are of other payments", counted=self.counted.value)
        weighting = spec.payments.weighting
        rows = chain.from_iterable(
            each.rows(str(number), weighting, self.currency) for number, each in enumerate(self.sums)
        )
        weighted = evolve(spec, payments=evolve(spec.payments, weighting=Weighting.WEIGHTED))
        return evolve(of(tuple(rows), self.as_of, self.currency, weighted), spec=spec, population=UNCOUNTED)


def settled(
    ledger: FrameLedger, as_of: date, currency: str, counted: Counted = Counted.SETTLED, by: Sequence[str] = ()
) -> Mapping[Group, SettledSums]:
    """The payments of each group: `settled(ledger, day, "EUR")[()].figure(days_late, DaysLateSpec())` of all.

    by: columns whose values part the rows; a group without a payment is not in it. Raises `Invalid` COLUMN_MISSING,
    CURRENCY_UNKNOWN.
    """
    rows, key = parted(ledger.known(as_of, currency), by)
    paid = _payments(slices(rows, key), key, counted)
    found = defaultdict[Group, list[PaidSum]](list)
    for group, (issued, due, day, minor, count) in grouped(paid, key, ("issued", "due", "day", "minor", "count")):
        found[group].append(PaidSum(known_day(issued), day_of(due), known_day(day), int(minor), int(count)))
    return {group: SettledSums(as_of, currency, counted, tuple(sums)) for group, sums in sorted(found.items())}


def _payments(found: Frame, by: Sequence[str], counted: Counted) -> Frame:
    """By invoice day, due day and day of payment: the cash, and the number of payments."""
    one = nw.len().alias("count")
    days = [*by, "issued", "due", "day"]
    if counted is Counted.PAYMENTS:
        return found.filter(nw.col("cash") == 1).group_by(days).agg(nw.col("minor").sum(), one)
    cash = nw.when(nw.col("cash") == 1)
    found = found.with_columns(paid=cash.then("minor").otherwise(0), last=cash.then("day"))
    parts = found.group_by(*by, "item", "part", "issued", "due", "whole").agg(
        nw.col("minor", "paid").sum(), nw.col("last").max().alias("day")
    )
    closed = parts.filter((nw.col("minor") == nw.col("whole")) & (nw.col("paid") > 0))
    return closed.group_by(days).agg(nw.col("paid").sum().alias("minor"), one)
