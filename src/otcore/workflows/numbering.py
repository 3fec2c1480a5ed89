"""Numbers of documents: gapless by series, taken as the last thing before a unit of work is committed.

No port is called between a number and the commit but the store itself. Who needs several takes them in the order of
their series, so that no two wait for each other.
"""

from datetime import date
from typing import Any

from attrs import frozen

from otcore.ports.aggregates import CREDIT_NOTE, INVOICE
from otcore.ports.kinds import Kept, Kind
from otcore.values.faults import Rejected
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Number

_KINDS: tuple[Kind[Any], ...] = (INVOICE, INVOICE, CREDIT_NOTE)


@frozen(eq=False)
class Series:
    """The key that a store counts under, and how a number is written; `kind`: of the documents that have it."""

    kind: Kind[Any]
    key: str
    number: str

    def keyed(self, day: date) -> str:
        """The key for documents of this day."""
        return self.key.format(year=day.year)

    def written(self, day: date, count: int) -> str:
        """The number for a document of this day."""
        return self.number.format(year=day.year, count=count)


def of_invoices(house: House) -> Series:
    """The series that invoices are numbered in."""
    return _all(house)[0]


def of_correctives(house: House) -> Series:
    """The series of corrective invoices."""
    return _all(house)[1]


def of_credit_notes(house: House) -> Series:
    """The series of credit notes."""
    return _all(house)[2]


def numbered(house: House, day: date, *wanted: Series) -> Flow[tuple[Kept[Any], ...]]:
    """The documents of the next numbers, one of each series wanted.

    Refused: `NUMBER_TAKEN` by a house whose numbers repeat, `DATE_BEFORE_LAST` where it numbers in the order of dates.
    """
    found: dict[Series, Kept[Any]] = {}
    for series in sorted(wanted, key=lambda each: each.keyed(day)):
        count = yield from Number(series.keyed(day))
        if house.in_date_order and count > 1:
            yield from _follows(house, day, series.keyed(day), count - 1)
        found[series] = yield from free(series.kind, series.written(day, count))
    return tuple(found[series] for series in wanted)


def free(kind: Kind[Any], number: str) -> Flow[Kept[Any]]:
    """The document that is to have this number. Refused: `NUMBER_TAKEN`."""
    kept = yield from Load(kind, number)
    if kept.state is not None:
        raise Rejected("NUMBER_TAKEN", number=number)
    return kept


def _all(house: House) -> tuple[Series, ...]:
    return tuple(Series(kind, key, number) for kind, (key, number) in zip(_KINDS, house.all_series, strict=True))


def _follows(house: House, day: date, key: str, before: int) -> Flow[None]:
    """Whoever has the number before holds it for good: the series is locked, so nobody comes in between."""
    for series in _all(house):
        if series.keyed(day) != key:
            continue
        last = (yield from Load(series.kind, series.written(day, before))).state
        if last is not None and last.document.issued > day:
            raise Rejected("DATE_BEFORE_LAST", last=last.id, issued=str(last.document.issued), day=str(day))
