"""Giving promises back: those of an order that ends or is freed, and those beyond what is still open of a line."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.orders.allocation.allocating import promisable
from otcore.orders.events import StockAllocated
from otcore.orders.line import ZERO, OrderLine
from otcore.orders.order import Order
from otcore.stock.events import ArrivalReleased, StockReleased
from otcore.stock.item import StockItem
from otcore.stock.reserving import Allocation, given_up, joined, shrink


@frozen
class Back:
    """A quantity of a line that is promised no longer; `awaited`: it was promised of what is to arrive."""

    line: str
    product: str
    location: str
    quantity: Decimal
    awaited: bool = False

    def on(self, shelf: StockItem, order: str) -> StockReleased | ArrivalReleased:
        """The fact of its shelf."""
        if self.awaited:
            return given_up(shelf, order, self.line, self.quantity)
        return StockReleased(order, self.line, self.quantity)


@frozen
class Trim:
    """What is given back, and the order's fact where its ledger still has it."""

    order: tuple[StockAllocated, ...]
    back: tuple[Back, ...]


@frozen
class _Promises:
    """What a line is promised on the shelves, and of what is to arrive there."""

    shelves: tuple[Allocation, ...] = ()
    arrivals: tuple[Allocation, ...] = ()


def everything(order: Order) -> tuple[Back, ...]:
    """Every promise of an order."""
    return tuple([back for line in order.lines for back in _back(line, _Promises())])


def beyond_what_is_open(order: Order, before: Order, day: date) -> Trim:
    """Promises that an order had `before` some facts and cannot use any more after them.

    Those of arrivals go first, then the last promised; with another product all of them. The facts between are no
    shipments: what left is not given back. A line that waits no longer is promised for `day` at the latest.
    """
    was = {line.id: line for line in before.lines}
    kept = {line.id: _usable(line, was.get(line.id, line)) for line in order.lines}
    back = [back for line in before.lines for back in _back(line, kept[line.id])]
    days = {line.id: _day(line, kept[line.id], was.get(line.id, line), day) for line in order.lines}
    moved = [line for line in order.lines if (kept[line.id], days[line.id]) != (_had(line), line.promised)]
    fact = StockAllocated(
        tuple([(line.id, kept[line.id].shelves) for line in moved]),
        tuple([(line.id, kept[line.id].arrivals) for line in moved]),
        tuple([(line.id, days[line.id]) for line in moved if days[line.id] != line.promised]),
        order.promised_until,
    )
    return Trim((fact,) if moved else (), tuple(back))


def _day(line: OrderLine, left: _Promises, was: OrderLine, day: date) -> date | None:
    """The line's day with the promises that are left of it; where a part has none, the seller's word."""
    if not promisable(line) or not line.ledger.open:
        return line.promised if left == _had(line) else line.agreed.promised
    waiting = line.ledger.open - sum([each.quantity for each in left.shelves], ZERO)
    if not waiting:
        return min(line.promised or day, day) if was.ledger.backordered else line.promised
    nowhere = waiting - sum([each.quantity for each in left.arrivals], ZERO)
    return line.agreed.promised if nowhere else line.promised


def _had(line: OrderLine) -> _Promises:
    return _Promises(line.ledger.allocations, line.ledger.awaited)


def _usable(line: OrderLine, was: OrderLine) -> _Promises:
    """What of its promises a line can still use."""
    if line.agreed.product != was.agreed.product:
        return _Promises()
    shelves, _ = shrink(line.ledger.allocations, line.ledger.open)
    still = line.ledger.open - sum([each.quantity for each in shelves], ZERO)
    return _Promises(shelves, shrink(line.ledger.awaited, still)[0])


def _back(line: OrderLine, kept: _Promises) -> Iterator[Back]:
    had = _had(line)
    for each in _less(had.shelves, kept.shelves):
        yield Back(line.id, line.agreed.product, each.location, each.quantity)
    for each in _less(had.arrivals, kept.arrivals):
        yield Back(line.id, line.agreed.product, each.location, each.quantity, awaited=True)


def _less(had: Sequence[Allocation], kept: Sequence[Allocation]) -> tuple[Allocation, ...]:
    left = joined(had, [Allocation(each.location, -each.quantity) for each in kept])
    return tuple([each for each in left if each.quantity])
