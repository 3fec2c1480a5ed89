"""The ends of months: what was so then, and what came and went in each month."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from otcore.kpi.aging import Aging, aging
from otcore.kpi.board.measures import AnyMeasure, BoardSpec, measures_of
from otcore.kpi.board.months import month_of
from otcore.kpi.dso import Rows
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.running.receivables import RunningReceivables
from otcore.kpi.sales import sales
from otcore.receivables.ledger import EntryKind
from otcore.values.money import Money
from otcore.values.period import Period


@frozen
class MonthEnd:
    """What was so at the end of a month, and what came and went in it.

    `items` counts open items, `buckets` are the sums that the aging's specification puts in them. `invoiced`: invoices
    less credit notes of the month; `collected`: money received in it, less what went back. `measures`: the quotients by
    their codes ("DSO", "OVERDUE", ...).
    """

    as_of: date
    open: Money
    unapplied: Money
    items: int
    buckets: tuple[Money, ...]
    invoiced: Money
    collected: Money
    measures: Mapping[str, AnyMeasure]


_CAME = {EntryKind.RECEIVED: 1, EntryKind.RETURNED: -1, EntryKind.REFUNDED: -1}


def _month_end(rows: Rows, aged: Aging, measures: Mapping[str, AnyMeasure]) -> MonthEnd:
    """The end of a month from its aging and the rows of that currency up to it."""
    period, total = month_of(aged.as_of), aged.total
    sold, came = sales(rows, period), _came(rows, period)
    invoiced, collected = (Money.from_minor(minor, aged.currency) for minor in (sold, came))
    return MonthEnd(aged.as_of, total.open, total.unapplied, total.items, total.buckets, invoiced, collected, measures)


def past(rows: Rows, days: Sequence[date], currency: str, spec: BoardSpec) -> Iterator[MonthEnd]:
    """The ends of months, in one pass over the rows of one currency; their measures list no population.

    Average receivables ask what was open at two days, which a running state cannot say: they go through the rows anew.
    """
    if spec.dso.receivables is ReceivablesBasis.AVERAGE:
        for day in days:
            known = as_of_rows(rows, day, currency)
            measures = measures_of(known, day, currency, spec)
            yield _month_end(known, aging(known, day, currency, spec.aging), measures)
        return
    state, ordered, taken = RunningReceivables(currency), sorted(rows, key=lambda row: row.day), 0
    for day in days:
        while taken < len(ordered) and ordered[taken].day <= day:
            state.take(ordered[taken])
            taken += 1
        few = state.rows(day)
        yield _month_end(few, state.aging(day, spec.aging), measures_of(few, day, currency, spec))


def _came(rows: Rows, period: Period) -> int:
    return sum(_CAME[row.kind] * row.amount.minor for row in rows if row.kind in _CAME and row.day in period)
