"""How much of what is open is not past due."""

from datetime import date

from attrs import frozen

from otcore.kpi.balance import share_undefined
from otcore.kpi.behind import open_population
from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows, open_items
from otcore.kpi.outstanding.best_possible import current
from otcore.receivables.ledger import control
from otcore.values.money import Money
from otcore.values.rounding import Rounding


@frozen
class PercentCurrentSpec:
    """Percent current: open amounts that are due on the day or later / the open balance x 100.

    Each instalment by its own due day; what has no age is current; credits count by their own age, below zero. Gross of
    unapplied cash. Law: percent current + overdue share (`balance.overdue_share`) = 100. Undefined for a balance of
    zero (NOTHING_OPEN) and for one in the customers' favour (CREDIT_BALANCE). Printed with `places` decimals.
    """

    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


PERCENT_CURRENT = PercentCurrentSpec()
"""The default: one decimal."""


def percent_current(
    entries: Rows, as_of: date, currency: str, spec: PercentCurrentSpec = PERCENT_CURRENT
) -> Measure[PercentCurrentSpec, Money]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows = as_of_rows(entries, as_of, currency)
    open_ = control(rows, currency)
    standing = Money.from_minor(current(rows, as_of, currency), currency)
    population = open_population(open_items(rows, as_of, currency))
    return Measure(spec, as_of, standing, open_, 100, share_undefined(open_), population)
