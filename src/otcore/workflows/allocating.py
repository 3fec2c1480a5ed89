"""Allocating: goods on the shelves are promised to the lines of an order, and given back."""

from typing import Any

from otcore.orders.events import StockAllocated
from otcore.orders.order import Order
from otcore.ports.aggregates import STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock import events as stock
from otcore.stock.events import StockReserved
from otcore.stock.item import StockItem, item_id
from otcore.stock.reserving import Allocation, spread
from otcore.workflows.requests import Find, Flow, Load

Others = tuple[Kept[Any], ...]


def allocate(order: Kept[Order]) -> Flow[tuple[Kept[Order], Others]]:
    """Promise what the shelves have to every line that still waits for goods."""
    waiting = [
        (line, missing)
        for line in order.some.lines
        if line.agreed.stocked and not line.agreed.unlisted and (missing := line.ledger.backordered)
    ]
    shelves: dict[str, dict[str, Kept[StockItem]]] = {}
    if waiting:
        wanted = tuple(sorted({line.agreed.product for line, _ in waiting}))
        for shelf in (yield from Find(STOCK, Where(references=wanted), True)):
            shelves.setdefault(shelf.some.product, {})[shelf.some.location] = shelf
    promised = []
    for line, missing in waiting:
        places = shelves.get(line.agreed.product, {})
        parts = spread([place.some for place in places.values()], missing)
        for part in parts:
            reserved = StockReserved(order.id, line.id, part.quantity)
            places[part.location] = places[part.location].after((reserved,))
        promised.append((line.id, _merged(line.ledger.allocations, parts)))
    touched = tuple([place for places in shelves.values() for place in places.values() if place.events])
    return order.after((StockAllocated(tuple(promised)),)), touched


def release(order: Kept[Order]) -> Flow[Others]:
    """Give every promise of an order back to its shelf."""
    promised = [(line, each) for line in order.some.lines for each in line.ledger.allocations]
    ids = sorted({item_id(line.agreed.product, each.location) for line, each in promised})
    shelves: dict[str, Kept[StockItem]] = {}
    for id in ids:
        shelves[id] = yield from Load(STOCK, id, True)
    for line, each in promised:
        id = item_id(line.agreed.product, each.location)
        shelves[id] = shelves[id].after((stock.StockReleased(order.id, line.id, each.quantity),))
    return tuple(shelves.values())


def _merged(before: tuple[Allocation, ...], more: tuple[Allocation, ...]) -> tuple[Allocation, ...]:
    if not before:
        return more
    totals = {each.location: each.quantity for each in before}
    for each in more:
        totals[each.location] = totals.get(each.location, each.quantity * 0) + each.quantity
    return tuple(Allocation(location, quantity) for location, quantity in totals.items())
