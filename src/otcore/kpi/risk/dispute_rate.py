"""The share of invoices that was disputed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.kpi.condensed_rows import needs_items
from otcore.kpi.dso import Rows
from otcore.kpi.facts import DisputeRow, rounds_known
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.population import population_of
from otcore.kpi.window import Window
from otcore.receivables.ledger import EntryKind
from otcore.values.rounding import Rounding


class DisputedBy(StrEnum):
    """What a disputed invoice counts."""

    COUNT = "count"  # one
    INVOICE = "invoice"  # the amount it was issued over
    AMOUNT = "amount"  # so much of it as was disputed, at most what it was issued over


@frozen
class DisputeRateSpec:
    """Dispute rate, in percent: disputed invoices / invoices issued in the window x 100.

    An invoice is disputed if it was by the day, settled since or not. by: their number (default), the amounts they
    were issued over, or the amounts in dispute against those; amounts in minor units. window: all days up to the day
    unless told. Left out: invoices of before (OUTSIDE_WINDOW) and those over nothing or less (CREDIT). Without an
    invoice there is no figure (NO_SALES). Counted: the invoices issued. Printed with `places` decimals.
    """

    by: DisputedBy = DisputedBy.COUNT
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


DISPUTE_RATE = DisputeRateSpec()
"""The default: by number."""


def dispute_rate(
    entries: Rows,
    as_of: date,
    currency: str,
    spec: DisputeRateSpec = DISPUTE_RATE,
    disputes: Iterable[DisputeRow] = (),
) -> Measure[DisputeRateSpec, int]:
    """The figure from the rows, and the disputes, up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    needs_items(entries, "which items were issued")
    issued, first = _issued(as_of_rows(entries, as_of, currency))
    disputed: defaultdict[str, int] = defaultdict(int)
    for row in rounds_known(disputes, as_of, currency):
        disputed[row.item] += row.amount.minor
    reasons = [(_left_out(issued[item], first[item], as_of, spec.window), item) for item in issued]
    counted = [item for reason, item in reasons if not reason]
    by = spec.by
    if by is DisputedBy.COUNT:
        top, bottom = sum(item in disputed for item in counted), len(counted)
    else:
        whole = by is DisputedBy.INVOICE
        top = sum(issued[item] if whole else min(disputed[item], issued[item]) for item in counted if item in disputed)
        bottom = sum(issued[item] for item in counted)
    return Measure(spec, as_of, top, bottom, 100, "" if bottom else "NO_SALES", population_of(reasons))


def _issued(rows: Rows) -> tuple[dict[str, int], dict[str, date]]:
    """What each invoice was issued over, in minor units, and its day."""
    amounts: defaultdict[str, int] = defaultdict(int)
    days: dict[str, date] = {}
    for row in rows:
        if row.kind is EntryKind.ISSUED:
            amounts[row.item] += row.amount.minor
            days[row.item] = min(row.day, days.get(row.item, row.day))
    return amounts, days


def _left_out(minor: int, day: date, as_of: date, window: Window | None) -> str:
    if window and day not in window.period(as_of):
        return "OUTSIDE_WINDOW"
    return "" if minor > 0 else "CREDIT"
