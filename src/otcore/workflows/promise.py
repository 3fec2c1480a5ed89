"""Promising: an order that nothing holds is checked against the credit limit, then gets its goods; both or neither."""

from datetime import date
from typing import Any

from otcore.customers import credit
from otcore.customers.credit import CreditAccount
from otcore.orders.events import HoldPlaced, StockAllocated
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.ports.aggregates import STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock import item as stock
from otcore.stock.item import StockItem, StockReserved, item_id
from otcore.stock.reserving import Allocation, spread
from otcore.workflows.requests import Find, Flow, Load

Others = tuple[Kept[Any], ...]


def promise(
    order: Kept[Order], account: Kept[CreditAccount], day: date, credit_released: bool = False
) -> Flow[tuple[Kept[Order], Others]]:
    """The order promised, or on a credit hold; and the other aggregates that changed with it.

    `account` was loaded for update before anything was decided: orders of one customer are placed one after the other.
    Nothing happens to an order that is held, over, or promised already. A released credit hold is not checked again.
    """
    state = order.some
    if state.status is not Status.SUBMITTED or state.held or state.promised:
        return order, ()
    checked = credit.check(account.some, state.value)
    if checked.code and not credit_released:
        return order.after((HoldPlaced(_credit_hold(checked, day)),)), ()
    moved = credit.moved(order.id, orders=state.value, currency=state.currency)
    order, shelves = yield from allocate(order)
    return order, (account.after(moved), *shelves)


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


def _credit_hold(checked: credit.CreditCheck, day: date) -> Hold:
    figures = tuple((name, str(getattr(checked, name))) for name in ("exposure", "value", "limit"))
    why = f"{checked.exposure} used + {checked.value} ordered is over the limit of {checked.limit}"
    return Hold(HoldKind.CREDIT, checked.code, day, why, figures)


def _merged(before: tuple[Allocation, ...], more: tuple[Allocation, ...]) -> tuple[Allocation, ...]:
    if not before:
        return more
    totals = {each.location: each.quantity for each in before}
    for each in more:
        totals[each.location] = totals.get(each.location, each.quantity * 0) + each.quantity
    return tuple(Allocation(location, quantity) for location, quantity in totals.items())
