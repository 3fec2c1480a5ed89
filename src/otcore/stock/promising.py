"""Available to promise: how much of a product can be promised by a day, and by which day a quantity can be promised.

What lies free on the shelves is there at once. Of what is announced, lines that were promised arrivals have the first
of it (by day, then location and document), and so has a shelf that has less than it promised; only the rest is free.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from attrs import frozen

from otcore.stock.events import ZERO
from otcore.stock.item import StockItem
from otcore.stock.reserving import spread


@frozen
class Supply:
    """A quantity that nobody was promised: on a shelf (`day` None), or to arrive there under a document.

    In the product's unit.
    """

    location: str
    quantity: Decimal
    day: date | None = None
    document: str = ""


@frozen
class Promise:
    """What can be promised: all of it by `day`, and what it rests on."""

    day: date
    supplies: tuple[Supply, ...]

    @property
    def quantity(self) -> Decimal:
        """How much it is."""
        return sum([each.quantity for each in self.supplies], ZERO)


@frozen
class Row:
    """One day of an availability: what comes free on it, and what is available by then, in the product's unit."""

    day: date
    available: Decimal
    supplies: tuple[Supply, ...]


def arrivals(shelves: Iterable[StockItem]) -> tuple[Supply, ...]:
    """What will arrive and nobody was promised, by day, location and document."""
    coming = [supply for shelf in shelves for supply in _arrivals(shelf)]
    return tuple(sorted(coming, key=lambda each: (each.day or date.min, each.location, each.document)))


def available_by(shelves: Sequence[StockItem], day: date) -> Decimal:
    """How much can be promised for a day."""
    here = sum([shelf.available for shelf in shelves], ZERO)
    return here + sum([each.quantity for each in arrivals(shelves) if each.day and each.day <= day], ZERO)


def earliest(shelves: Sequence[StockItem], quantity: Decimal, day: date) -> Promise | None:
    """The earliest day, from `day` on, by which all of a quantity can be promised; None when nobody knows."""
    here = tuple([Supply(part.location, part.quantity) for part in spread(shelves, quantity)])
    later = claim(shelves, quantity - sum([each.quantity for each in here], ZERO), day)
    found = Promise(later.day, (*here, *later.supplies))
    return found if found.quantity >= quantity else None


def claim(shelves: Iterable[StockItem], quantity: Decimal, day: date) -> Promise:
    """As much of a quantity as the arrivals have, the earliest first. What is overdue counts for `day`."""
    taken: list[Supply] = []
    for each in arrivals(shelves) if quantity > ZERO else ():
        part = min(quantity, each.quantity)
        if part > ZERO:
            taken.append(Supply(each.location, part, each.day, each.document))
            quantity -= part
    return Promise(max([day, *(each.day for each in taken if each.day)]), tuple(taken))


def profile(shelves: Sequence[StockItem], day: date) -> tuple[Row, ...]:
    """What is available from `day` on: a row for that day and one for each later day on which something comes free."""
    here = [Supply(shelf.location, shelf.available) for shelf in shelves if shelf.available]
    due = [*here, *arrivals(shelves)]
    rows: list[Row] = [Row(day, ZERO, ())]
    for on, group in groupby(due, key=lambda each: max(each.day or day, day)):
        supplies = tuple(group)
        available = rows[-1].available + sum([each.quantity for each in supplies], ZERO)
        rows[-1 if on == day else len(rows) :] = [Row(on, available, supplies)]
    return tuple(rows)


def _arrivals(shelf: StockItem) -> Iterator[Supply]:
    claimed = min(shelf.awaited - shelf.arrived, shelf.arriving) + max(-shelf.free, ZERO)
    for each in shelf.incoming:
        part = min(each.quantity, claimed)
        claimed -= part
        if part < each.quantity:
            yield Supply(shelf.location, each.quantity - part, each.expected, each.document)
