"""Best possible DSO: what it would be if nothing were late."""

from datetime import date

from attrs import frozen

from otcore.kpi.condensed_rows import needs_items
from otcore.kpi.converting.net import NO_TAXES, Taxes
from otcore.kpi.dso import Rows, days_outstanding
from otcore.kpi.dso_spec import QUARTERLY_DSO, DsoSpec, ReceivablesBasis
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import open_items
from otcore.values.money import Money
from otcore.values.rounding import Rounding


@frozen
class BestPossibleSpec:
    """Best possible DSO, in days: receivables that are not past due / credit sales x days, by the conventions of `dso`.

    Current is what is due on the day or later, each instalment by its own due day; what has no age is current. Credits
    count by their own age; unapplied cash is no part of it. Of average receivables, the average of what was current.
    Printed with `places` decimals.
    """

    dso: DsoSpec = QUARTERLY_DSO
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


BEST_POSSIBLE = BestPossibleSpec()
"""The default: 90 days."""


def best_possible(
    entries: Rows, as_of: date, currency: str, spec: BestPossibleSpec = BEST_POSSIBLE, taxes: Taxes = NO_TAXES
) -> Measure[BestPossibleSpec, Money]:
    """BPDSO from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""

    if spec.dso.receivables is ReceivablesBasis.AVERAGE:
        needs_items(entries, "what was not past due before")

    def owed(rows: Rows, day: date) -> int:
        return current(rows, day, currency)

    return days_outstanding(entries, as_of, currency, spec, spec.dso, owed, taxes)


def current(rows: Rows, as_of: date, currency: str) -> int:
    """What is open and not past due, in minor units."""
    parts = (part for item in open_items(rows, as_of, currency) for part in item.parts)
    return sum(part.open.minor for part in parts if part.days_past_due(as_of) <= 0)
