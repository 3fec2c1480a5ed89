"""First-time-right invoices: those that nobody had to correct."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.arrival import shifted
from otcore.kpi.orders.rows import InvoiceRow, OrderRow
from otcore.kpi.orders.sample import sample, share
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding


@frozen
class FirstTimeRightSpec:
    """Invoices that were right at once, in percent of the invoices issued in the window. Without any: NO_INVOICES.

    Wrong: credited for another reason than goods that came back, or billed anew, by the day and `within` so many days
    (None: whenever). An invoice of several orders counts once.
    """

    within: int | None = None
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


FIRST_TIME_RIGHT = FirstTimeRightSpec()


def first_time_right(
    rows: Iterable[OrderRow], as_of: date, spec: FirstTimeRightSpec = FIRST_TIME_RIGHT
) -> Measure[FirstTimeRightSpec, Fraction]:
    """The share of invoices right at once, as of a day."""
    first = spec.window.period(as_of).start if spec.window else date.min
    invoices = {each.invoice: each for row in rows for each in row.invoices if first <= each.issued.day <= as_of}
    said = sample((id, Fraction(not _wrong(each, as_of, spec.within))) for id, each in invoices.items())
    return share(spec, as_of, said, "NO_INVOICES")


def _wrong(invoice: InvoiceRow, as_of: date, within: int | None) -> bool:
    limit = as_of if within is None else min(as_of, shifted(invoice.issued.day, within))
    return invoice.corrected is not None and invoice.corrected.day <= limit
