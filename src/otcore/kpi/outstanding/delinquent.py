"""Delinquent DSO (ADD, average days delinquent): the days that late payment adds."""

from datetime import date

from attrs import frozen

from otcore.kpi.condensed_rows import needs_items
from otcore.kpi.converting.net import NO_TAXES, Taxes
from otcore.kpi.dso import Rows, days_outstanding, receivables_of
from otcore.kpi.dso_spec import QUARTERLY_DSO, DsoSpec, ReceivablesBasis
from otcore.kpi.measure import Measure
from otcore.kpi.outstanding.best_possible import current
from otcore.values.money import Money
from otcore.values.rounding import Rounding


@frozen
class DelinquentSpec:
    """Delinquent DSO, in days: (receivables - what is not past due) / credit sales x days, by the conventions of `dso`.

    Law: DSO = best possible DSO + delinquent DSO, exactly, where all three have the same `dso`. Printed with `places`
    decimals.
    """

    dso: DsoSpec = QUARTERLY_DSO
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


DELINQUENT = DelinquentSpec()
"""The default: 90 days."""


def delinquent(
    entries: Rows, as_of: date, currency: str, spec: DelinquentSpec = DELINQUENT, taxes: Taxes = NO_TAXES
) -> Measure[DelinquentSpec, Money]:
    """ADD from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    receivables = receivables_of(currency, spec.dso)
    if spec.dso.receivables is ReceivablesBasis.AVERAGE:
        needs_items(entries, "what was past due before")

    def owed(rows: Rows, day: date) -> int:
        return receivables(rows, day) - current(rows, day, currency)

    return days_outstanding(entries, as_of, currency, spec, spec.dso, owed, taxes)
