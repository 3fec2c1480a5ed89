"""Allocating: goods are promised to the lines of an order, kept back, and given back.

Shelves are loaded for update and in key order, after the credit account and before anything is saved.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from otcore.customers.customer import Profile
from otcore.orders import allocating as goods
from otcore.orders import giving_back
from otcore.orders.allocating import AllocateOrder
from otcore.orders.events import StockFreed
from otcore.orders.giving_back import Back
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER, STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock.item import StockItem, item_id
from otcore.stock.policy import Allocating
from otcore.workflows import stock_notices
from otcore.workflows.house import House
from otcore.workflows.requests import Announce, Find, Flow, Load, LoadMany, Save

Others = tuple[Kept[Any], ...]

NOT_CONFIRMED = (Status.SUBMITTED, Status.ACKNOWLEDGED)
"""Where promises may lapse: from the confirmation on they stand."""


def allocate_order(command: AllocateOrder, house: House) -> Flow[Kept[Order]]:
    """The order with what has become available since it was promised last."""
    kept = yield from Load(ORDER, command.order)
    goods.may_allocate(kept.some)
    profile = (yield from Load(CUSTOMER, kept.some.customer)).some.profile
    kept, shelves = yield from allocate_for(kept, profile, house, command.day)
    if kept.events:
        yield from Save(kept, *shelves)
        yield from Announce(stock_notices.allocated(kept.some))
    return kept


def allocate_for(order: Kept[Order], profile: Profile, house: House, day: date) -> Flow[tuple[Kept[Order], Others]]:
    """`allocate` as the house and the customer's profile want it."""
    how = Allocating.ORDER if profile.ship_complete else house.allocating
    until = None
    if house.reservation_days is not None and order.some.status in NOT_CONFIRMED:
        until = day + timedelta(days=house.reservation_days)
    return (yield from allocate(order, day, how, until))


def allocate(
    order: Kept[Order], day: date | None = None, how: Allocating = Allocating.PARTIAL, until: date | None = None
) -> Flow[tuple[Kept[Order], Others]]:
    """Promise goods to every line that still waits for them, from a day on (the order's own unless stated).

    The order, and the shelves that changed; nothing is saved.
    """
    state = order.some
    products = tuple(sorted({line.agreed.product for line in goods.waiting(state)}))
    found = (yield from Find(STOCK, Where(references=products), True)) if products else ()
    shelves: dict[str, dict[str, StockItem]] = {}
    for shelf in found:
        shelves.setdefault(shelf.some.product, {})[shelf.some.location] = shelf.some
    allotted = goods.allot(state, shelves, day or state.day, how, until)
    moves: dict[str, list[object]] = {}
    for place, fact in allotted.stock:
        moves.setdefault(item_id(*place), []).append(fact)
    touched = tuple([shelf.after(tuple(moves[shelf.id])) for shelf in found if shelf.id in moves])
    return order.after(allotted.order), touched


def free(order: Kept[Order], why: str) -> Flow[tuple[Kept[Order], Others]]:
    """Every promise of an order back on the shelves while it stays in the books; `why` is a code. Nothing is saved."""
    back = giving_back.everything(order.some)
    if not back and order.some.promised_until is None:
        return order, ()
    shelves = yield from _given_back(order.id, back)
    return order.after((StockFreed(why),)), shelves


def release(order: Kept[Order]) -> Flow[Others]:
    """The shelves with every promise of an order back; the order ends by a fact of the caller's."""
    return (yield from _given_back(order.id, giving_back.everything(order.some)))


def trim(order: Kept[Order], before: Order) -> Flow[tuple[Kept[Order], Others]]:
    """Promises given back that lines cannot use any more since `before`: they were cancelled or amended, not shipped.

    Nothing is saved.
    """
    trimmed = giving_back.beyond_what_is_open(order.some, before)
    shelves = yield from _given_back(order.id, trimmed.back)
    return order.after(trimmed.order), shelves


def _given_back(order: str, back: Sequence[Back]) -> Flow[Others]:
    ids = sorted({item_id(each.product, each.location) for each in back})
    if not ids:
        return ()
    shelves = {shelf.id: shelf for shelf in (yield from LoadMany(STOCK, ids, True))}
    for each in back:
        id = item_id(each.product, each.location)
        shelves[id] = shelves[id].after((each.on(shelves[id].some, order),))
    return tuple(shelves.values())
