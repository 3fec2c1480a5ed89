"""The average age of what is open, weighted by amount."""

from datetime import date

from attrs import frozen

from otcore.kpi.buckets import Anchor
from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import OpenItem, as_of_rows, open_items
from otcore.kpi.population import population_of
from otcore.values.rounding import Rounding


@frozen
class OpenAgeSpec:
    """Weighted age of open items, in days: the sum of (open amount x age) / the sum of open amounts.

    anchor: days since the invoice date (default), or past the due date: negative for what is not due. overdue_only:
    only what is past due. Each instalment counts for itself. Left out: credits (CREDIT), for an age cannot weigh less
    than nothing, what is not past due where only that counts (NOT_OVERDUE), and items known only by payments
    (NOT_ISSUED). Without anything left there is no figure: NOTHING_OPEN, or NOTHING_OVERDUE. Both sides are in minor
    units. Printed with `places` decimals.
    """

    anchor: Anchor = Anchor.INVOICE
    overdue_only: bool = False
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


OPEN_AGE = OpenAgeSpec()
"""The default: days since the invoice date."""

OVERDUE_AGE = OpenAgeSpec(Anchor.DUE, overdue_only=True)
"""How late what is late is."""


def open_age(entries: Rows, as_of: date, currency: str, spec: OpenAgeSpec = OPEN_AGE) -> Measure[OpenAgeSpec, int]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    items = open_items(as_of_rows(entries, as_of, currency), as_of, currency)
    sorted_out = [(_left_out(part, as_of, spec), part) for item in items for part in item.parts]
    counted = [part for reason, part in sorted_out if not reason]
    weighed = sum(part.open.minor * _age(part, as_of, spec.anchor) for part in counted)
    whole = sum(part.open.minor for part in counted)
    why = "" if whole else "NOTHING_OVERDUE" if spec.overdue_only else "NOTHING_OPEN"
    population = population_of((reason, part.id) for reason, part in sorted_out)
    return Measure(spec, as_of, weighed, whole, 1, why, population)


def _left_out(part: OpenItem, as_of: date, spec: OpenAgeSpec) -> str:
    if part.day is None:
        return "NOT_ISSUED"
    if part.open.minor < 0:
        return "CREDIT"
    return "NOT_OVERDUE" if spec.overdue_only and part.days_past_due(as_of) <= 0 else ""


def _age(part: OpenItem, as_of: date, anchor: Anchor) -> int:
    if anchor is Anchor.DUE or part.day is None:
        return part.days_past_due(as_of)
    return (as_of - part.day).days
