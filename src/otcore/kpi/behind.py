"""The items behind a figure that sets receivables against sales."""

from collections.abc import Iterable

from otcore.kpi.open_items import OpenItem, open_items
from otcore.kpi.population import LeftOut, Population
from otcore.kpi.sales import SalesBasis, sold_items
from otcore.receivables.ledger import Entry
from otcore.values.period import Period


def items_behind(
    rows: tuple[Entry, ...], period: Period, currency: str, sales: SalesBasis, opening: bool
) -> Population:
    """Of rows up to the period's end: the items open then, those sold in it, and (`opening`) those open before it.

    Left out: all others, which were settled and sold earlier.
    """
    counted = sold_items(rows, period, sales) | _ids(open_items(rows, period.end, currency))
    if opening:
        before = tuple(row for row in rows if row.day < period.start)
        counted |= _ids(open_items(before, period.end, currency))
    others = {row.item for row in rows if row.item} - counted
    left = (LeftOut("SETTLED_AND_SOLD_EARLIER", tuple(sorted(others))),) if others else ()
    return Population(tuple(sorted(counted)), left)


def open_population(items: Iterable[OpenItem]) -> Population:
    """Open items alone, all of them counted."""
    return Population(tuple(sorted(_ids(items))))


def _ids(items: Iterable[OpenItem]) -> set[str]:
    return {item.id for item in items}
