"""Open items beside the sales of the calendar month that each was invoiced in: what two figures share."""

from collections.abc import Mapping
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
    """Of each open item of a month with sales its day, and what part of the month's sales is open of it; and the items
    that were left out.
    """

    shares: tuple[tuple[date, Fraction], ...]
    population: Population


def months_open(entries: Rows, as_of: date, currency: str, basis: SalesBasis) -> MonthsOpen:
    """From the rows up to the day. A month that sold nothing, or less than was credited, cannot be set against."""
    rows = as_of_rows(entries, as_of, currency)
    sales = sales_by(month_of, rows, basis)
    found = [(_left_out(item, sales), item) for item in open_items(rows, as_of, currency)]
    counted = ((item.day, item.open.minor) for reason, item in found if item.day and not reason)
    shares = tuple((day, Fraction(minor, sales[month_of(day)])) for day, minor in counted)
    return MonthsOpen(shares, population_of((reason, item.id) for reason, item in found))


def _left_out(item: OpenItem, sales: Mapping[date, int]) -> str:
    if item.day is None:
        return "NOT_ISSUED"
    return "" if sales.get(month_of(item.day), 0) > 0 else "NO_SALES_IN_MONTH"
