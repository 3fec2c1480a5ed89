"""How much of what is owed is owed by few."""

from collections import defaultdict
from datetime import date

from attrs import field, frozen

from otcore.kpi.condensed_rows import needs_groups
from otcore.kpi.dso import Rows
from otcore.kpi.grouping import BY_CUSTOMER, Grouping
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows, open_items
from otcore.kpi.population import Population, population_of
from otcore.values.rounding import Rounding


@frozen
class TopShareSpec:
    """Concentration, in percent: the open balances of the `count` largest customers / all open balances x 100.

    by: who counts as one, customers unless told; of equal balances the first by name. Both sides in minor units, gross
    of unapplied cash. Left out: who owes nothing or less (CREDIT_BALANCE). Without a balance there is no figure
    (NOTHING_OPEN). Printed with `places` decimals.
    """

    count: int = 10
    by: Grouping = field(default=BY_CUSTOMER)
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


@frozen
class HerfindahlSpec:
    """Herfindahl-Hirschman index of the open balances, in points: the sum of the squared shares x 10,000.

    10,000: one customer owes all; 10,000 / n: n customers owe the same. Numerator: the sum of the squared balances, the
    denominator the square of their sum, in minor units. Who counts, and what is left out: as `TopShareSpec`.
    Printed with `places` decimals, none unless told.
    """

    by: Grouping = field(default=BY_CUSTOMER)
    places: int = 0
    rounding: Rounding = Rounding.HALF_UP


TOP_TEN = TopShareSpec()
"""The default: the ten largest customers."""

HERFINDAHL = HerfindahlSpec()
"""The default: by customer, no decimals."""


def top_share(entries: Rows, as_of: date, currency: str, spec: TopShareSpec = TOP_TEN) -> Measure[TopShareSpec, int]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    owed, population = _balances(entries, as_of, currency, spec.by)
    largest, whole = sum(sorted(owed.values(), reverse=True)[: spec.count]), sum(owed.values())
    return Measure(spec, as_of, largest, whole, 100, "" if whole else "NOTHING_OPEN", population)


def herfindahl(
    entries: Rows, as_of: date, currency: str, spec: HerfindahlSpec = HERFINDAHL
) -> Measure[HerfindahlSpec, int]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    owed, population = _balances(entries, as_of, currency, spec.by)
    squares, whole = sum(minor**2 for minor in owed.values()), sum(owed.values())
    return Measure(spec, as_of, squares, whole**2, 10_000, "" if whole else "NOTHING_OPEN", population)


def largest(entries: Rows, as_of: date, currency: str, by: Grouping = BY_CUSTOMER) -> tuple[tuple[str, int], ...]:
    """Who owes how much in minor units, the most first. Raises `Invalid` CURRENCY_UNKNOWN."""
    owed, _ = _balances(entries, as_of, currency, by)
    return tuple(sorted(owed.items(), key=lambda each: (-each[1], each[0])))


def _balances(entries: Rows, as_of: date, currency: str, by: Grouping) -> tuple[dict[str, int], Population]:
    needs_groups(entries, by)
    sums: defaultdict[str, int] = defaultdict(int)
    for item in open_items(as_of_rows(entries, as_of, currency), as_of, currency):
        sums[by.of_item(item.id, item.customer)] += item.open.minor
    reasons = [("" if minor > 0 else "CREDIT_BALANCE", name) for name, minor in sums.items()]
    return {name: minor for name, minor in sums.items() if minor > 0}, population_of(reasons)
