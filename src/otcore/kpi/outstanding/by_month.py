"""Open items beside the sales of the calendar month that each was invoiced in: what two figures share."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.months import month_of
from otcore.kpi.open_items import OpenItem, as_of_rows, open_items
from otcore.kpi.population import Population, population_of
from otcore.kpi.sales import SalesBasis, sales_by


@frozen
class MonthsOpen:
    """The open items of months with sales, and the items that were left out."""

    sales: Mapping[date, int]
    items: tuple[OpenItem, ...]
    population: Population

    @property
    def shares(self) -> Iterator[tuple[date, Fraction]]:
        """Of each item its day, and what part of its month's sales is open of it."""
        for item in self.items:
            if item.day:
                yield item.day, Fraction(item.open.minor, self.sales[month_of(item.day)])


def months_open(entries: Rows, as_of: date, currency: str, basis: SalesBasis) -> MonthsOpen:
    """From the rows up to the day. A month that sold nothing, or less than was credited, cannot be set against."""
    rows = as_of_rows(entries, as_of, currency)
    sales = sales_by(month_of, rows, basis)
    found = [(_left_out(item, sales), item) for item in open_items(rows, as_of, currency)]
    counted = tuple(item for reason, item in found if not reason)
    return MonthsOpen(sales, counted, population_of((reason, item.id) for reason, item in found))


def _left_out(item: OpenItem, sales: Mapping[date, int]) -> str:
    if item.day is None:
        return "NOT_ISSUED"
    return "" if sales.get(month_of(item.day), 0) > 0 else "NO_SALES_IN_MONTH"
