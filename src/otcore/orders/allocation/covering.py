"""Covering: where the goods of one line come from, on the shelves now and of what is to arrive."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.orders.line import ZERO, OrderLine
from otcore.stock.events import ArrivalPromised, ArrivalReleased, Event, StockReserved
from otcore.stock.item import StockItem, evolve
from otcore.stock.promising import Promise, claim
from otcore.stock.reserving import Allocation, joined, shrink, spread
from otcore.values.fast_init import fast_init

Places = Mapping[str, StockItem]
"""The shelves of a product, by location; their order decides between equals."""
Move = tuple[tuple[str, str], Event]
"""What happens to a shelf: (product, location) and the fact."""


@fast_init
@frozen
class Cover:
    """What one line gets. `day`: by when it has all that it waits for; None while a part of it is promised nowhere.

    `places`: the shelves after it.
    """

    line: OrderLine
    allocations: tuple[Allocation, ...]
    awaited: tuple[Allocation, ...]
    day: date | None
    moves: tuple[Move, ...]
    places: Places

    @property
    def gains(self) -> bool:
        """Whether anything of it is new."""
        line = self.line
        was = (line.ledger.allocations, line.ledger.awaited, line.promised)
        return (self.allocations, self.awaited, self.promised) != was

    @property
    def promised(self) -> date | None:
        """The line's day from now on: goods make the seller's word no later."""
        stated = self.line.agreed.promised
        return min(self.day or stated, stated) if stated else self.day


def as_it_is(line: OrderLine, places: Places) -> Cover:
    """The line gets nothing now."""
    return Cover(line, line.ledger.allocations, line.ledger.awaited, line.promised, (), places)


def cover(order: str, line: OrderLine, places: Places, day: date) -> Cover:
    """As much of a line as there is. What it was promised of arrivals is its own first, and its day gets no later by it
    while the arrivals still keep it.
    """
    fresh = _at_once(order, line, places, day) or _Work(order, line, places).fresh(day)
    if not line.ledger.awaited or line.promised is None or line.promised < day:
        return fresh
    kept = _Work(order, line, places).keeping(line.promised)
    return kept if _keeps(kept, line.promised) and _rank(kept) <= _rank(fresh) else fresh


def _at_once(order: str, line: OrderLine, places: Places, day: date) -> Cover | None:
    """`_Work.fresh` in the usual case: one shelf has all of a line that was promised nothing. None: another case."""
    wanted = line.ledger.open
    if line.ledger.allocations or line.ledger.awaited or not wanted:
        return None
    for shelf in places.values():
        if shelf.available >= wanted:
            fact = StockReserved(order, line.id, wanted)
            moves = (((line.agreed.product, shelf.location), fact),)
            room = {**places, shelf.location: evolve(shelf, fact)}
            return Cover(line, (Allocation(shelf.location, wanted),), (), day, moves, room)
    return None


def _rank(cover: Cover) -> tuple[date, Decimal]:
    """An earlier day is better, then more on the shelf."""
    return cover.day or date.max, -sum([each.quantity for each in cover.allocations], ZERO)


def _keeps(kept: Cover, day: date) -> bool:
    """Whether enough is still announced by then, wherever the line waits."""
    return all(_coming(kept.places[each.location], day) >= each.quantity for each in kept.awaited)


def _coming(shelf: StockItem, day: date) -> Decimal:
    return shelf.arrived + sum([each.quantity for each in shelf.incoming if each.expected <= day], ZERO)


class _Work:
    """The shelves while one line is covered, and what happened to them so far."""

    __slots__ = ("_line", "_moves", "_order", "_room")

    def __init__(self, order: str, line: OrderLine, places: Places) -> None:
        self._order = order
        self._line = line
        self._room = dict(places)
        self._moves: list[Move] = []

    def fresh(self, day: date) -> Cover:
        """Everything it was promised of arrivals is up for choice again."""
        for each in self._line.ledger.awaited:
            self._give_back(each, min(each.quantity, self._room[each.location].arrived))
        missing = self._line.ledger.backordered
        parts = self._reserve(missing)
        missing -= sum([part.quantity for part in parts], ZERO)
        if not missing:
            return self._covered(parts, (), day)
        coming = self._claim(missing, day)
        return self._covered(parts, _places_of(coming), coming.day if coming.quantity == missing else None)

    def keeping(self, day: date) -> Cover:
        """What arrived for it is taken; for the rest it goes on waiting where it did, and for more if that is too
        little.
        """
        waits = self._take_arrived()
        missing = self._line.ledger.backordered
        parts = self._reserve(missing)
        missing -= sum([part.quantity for part in parts], ZERO)
        awaited, beyond = shrink(waits, missing)
        for each in beyond:
            self._give_back(each, ZERO)
        missing -= sum([each.quantity for each in awaited], ZERO)
        coming = self._claim(missing, day)
        awaited = joined(awaited, _places_of(coming))
        return self._covered(parts, awaited, coming.day if coming.quantity == missing else None)

    def _take_arrived(self) -> tuple[Allocation, ...]:
        """Where the line still waits once it has taken what arrived for it."""
        waits = []
        for each in self._line.ledger.awaited:
            arrived = min(each.quantity, self._room[each.location].arrived)
            if arrived:
                self._give_back(Allocation(each.location, arrived), arrived)
            if arrived < each.quantity:
                waits.append(Allocation(each.location, each.quantity - arrived))
        return tuple(waits)

    def _give_back(self, each: Allocation, arrived: Decimal) -> None:
        self._move(each.location, ArrivalReleased(self._order, self._line.id, each.quantity, arrived))

    def _reserve(self, missing: Decimal) -> tuple[Allocation, ...]:
        parts = spread(tuple(self._room.values()), missing)
        for part in parts:
            self._move(part.location, StockReserved(self._order, self._line.id, part.quantity))
        return parts

    def _claim(self, missing: Decimal, day: date) -> Promise:
        coming = claim(self._room.values(), missing, day)
        for each in _places_of(coming):
            self._move(each.location, ArrivalPromised(self._order, self._line.id, each.quantity))
        return coming

    def _move(self, location: str, event: Event) -> None:
        self._room[location] = evolve(self._room[location], event)
        self._moves.append(((self._line.agreed.product, location), event))

    def _covered(self, parts: tuple[Allocation, ...], awaited: Sequence[Allocation], day: date | None) -> Cover:
        had = self._line.ledger.allocations
        allocations = joined(had, parts) if had else parts
        return Cover(self._line, allocations, tuple(awaited), day, tuple(self._moves), self._room)


def _places_of(coming: Promise) -> tuple[Allocation, ...]:
    return joined([Allocation(each.location, each.quantity) for each in coming.supplies])
