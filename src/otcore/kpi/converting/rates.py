"""Ledger rows of many currencies in one, by a given table of rates."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from otcore.kpi.converting.scaled import scaled
from otcore.kpi.open_items import currencies
from otcore.receivables.ledger import CASH, DEBIT, Entry
from otcore.values.currencies import digits
from otcore.values.faults import Invalid
from otcore.values.rates import RateTable
from otcore.values.rounding import Rounding


class RateDay(StrEnum):
    """By the rate of which day an amount is converted."""

    AS_OF = "as of"  # of the day that is asked for: what it is worth then
    OWN = "own"  # of the item's, or receipt's, first day: what it was worth when it came about


@frozen
class ConversionSpec:
    """Amounts in one currency: each amount x a rate of the table, rounded once.

    rate_day: one rate for all amounts of a currency, that of the day asked for (default), or the rate of each item's
    and each receipt's own first day. All rows of an item have one rate, so an item that is closed stays closed; what
    is open of it is its open amount x the rate, rounded once to the minor unit by `rounding`.
    """

    rate_day: RateDay = RateDay.AS_OF
    rounding: Rounding = Rounding.HALF_UP


CONVERSION = ConversionSpec()
"""The default: rates of the day asked for."""


def in_currency(
    entries: Iterable[Entry], as_of: date, currency: str, rates: RateTable, spec: ConversionSpec = CONVERSION
) -> tuple[Entry, ...]:
    """The rows up to the day, all in one currency: any figure can be asked of them. Rows in it already stay.

    Raises `Invalid` CURRENCY_UNKNOWN, and RATE_MISSING where the table has no rate of a currency on the day.
    """
    digits(currency)
    rows = tuple(entry for entry in entries if entry.day <= as_of)
    found: list[Entry] = []
    for name in currencies(rows):
        own = tuple(row for row in rows if row.amount.currency == name)
        found += own if name == currency else _converted(own, as_of, name, currency, rates, spec)
    return tuple(found)


def _converted(
    rows: tuple[Entry, ...], as_of: date, source: str, target: str, rates: RateTable, spec: ConversionSpec
) -> tuple[Entry, ...]:
    items, receipts = dict[str, date](), dict[str, date]()
    for row in rows:
        if row.kind in DEBIT:
            items[row.item] = min(row.day, items.get(row.item, row.day))
        if row.kind in CASH:
            receipts[row.receipt] = min(row.day, receipts.get(row.receipt, row.day))
    known: dict[date, Fraction] = {}

    def rate(day: date) -> Fraction:
        on = as_of if spec.rate_day is RateDay.AS_OF else day
        if on not in known:
            known[on] = _rate(source, target, on, rates)
        return known[on]

    return scaled(rows, lambda id: rate(items[id]), lambda id: rate(receipts[id]), target, spec.rounding)


def _rate(source: str, target: str, day: date, rates: RateTable) -> Fraction:
    """What one minor unit is worth in minor units."""
    found = rates.rate(source, target, day)
    if found is None:
        raise Invalid.one("RATE_MISSING", f"there is no rate of {source} in {target} on {day}", source=source, day=day)
    return Fraction(found.value) * Fraction(10) ** (digits(target) - digits(source))
