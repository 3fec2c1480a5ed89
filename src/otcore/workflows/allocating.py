"""Allocating: goods are promised to the lines of an order, kept back, and given back.

Shelves are loaded for update and in key order, after the credit account and before anything is saved.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from otcore.customers.customer import Profile
from otcore.orders.allocation import allocating as goods
from otcore.orders.allocation import giving_back
from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.allocation.giving_back import Back
from otcore.orders.events import StockFreed
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER, STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock.item import StockItem, item_id
from otcore.stock.policy import Allocating
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save

Others = tuple[Kept[Any], ...]
Shelves = dict[str, Kept[StockItem]]
"""Those loaded for update, by id and in the order of their ids."""

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
    return kept


def allocate_for(order: Kept[Order], profile: Profile, house: House, day: date) -> Flow[tuple[Kept[Order], Others]]:
    """`allocate` as the house and the customer's profile want it."""
    return (yield from allocate(order, day, *_terms(order.some, profile, house, day)))


def allocate(
    order: Kept[Order], day: date | None = None, how: Allocating = Allocating.PARTIAL, until: date | None = None
) -> Flow[tuple[Kept[Order], Others]]:
    """Promise goods to every line that still waits for them, from a day on (the order's own unless stated).

    The order, and the shelves that changed; nothing is saved.
    """
    shelves = yield from _shelves(line.agreed.product for line in goods.waiting(order.some))
    return _allotted(order, shelves, day or order.some.day, how, until), _touched(shelves)


def free(order: Kept[Order], why: str) -> Flow[tuple[Kept[Order], Others]]:
    """Every promise of an order back on the shelves while it stays in the books; `why` is a code. Nothing is saved."""
    back = giving_back.everything(order.some)
    if not back and order.some.promised_until is None:
        return order, ()
    shelves = yield from _shelves(each.product for each in back)
    _give_back(shelves, order.id, back)
    return order.after((StockFreed(why),)), _touched(shelves)


def release(order: Kept[Order]) -> Flow[Others]:
    """The shelves with every promise of an order back; the order ends by a fact of the caller's."""
    back = giving_back.everything(order.some)
    shelves = yield from _shelves(each.product for each in back)
    _give_back(shelves, order.id, back)
    return _touched(shelves)


def trim(order: Kept[Order], before: Order, day: date) -> Flow[tuple[Kept[Order], Others]]:
    """Promises given back that lines cannot use any more since `before`: they were cancelled or amended, not shipped.

    Nothing is saved.
    """
    trimmed = giving_back.beyond_what_is_open(order.some, before, day)
    shelves = yield from _shelves(each.product for each in trimmed.back)
    _give_back(shelves, order.id, trimmed.back)
    return order.after(trimmed.order), _touched(shelves)


def reallocate(
    order: Kept[Order], before: Order, profile: Profile, house: House, day: date
) -> Flow[tuple[Kept[Order], Others]]:
    """`trim` and `allocate_for` in one, for lines that were amended: some want less now and some more."""
    trimmed = giving_back.beyond_what_is_open(order.some, before, day)
    order = order.after(trimmed.order)
    waiting = [line.agreed.product for line in goods.waiting(order.some)]
    shelves = yield from _shelves([*waiting, *(each.product for each in trimmed.back)])
    _give_back(shelves, order.id, trimmed.back)
    return _allotted(order, shelves, day, *_terms(order.some, profile, house, day)), _touched(shelves)


def _terms(order: Order, profile: Profile, house: House, day: date) -> tuple[Allocating, date | None]:
    how = Allocating.ORDER if profile.ship_complete else house.allocating
    if house.reservation_days is None or order.status not in NOT_CONFIRMED:
        return how, None
    return how, day + timedelta(days=house.reservation_days)


def _shelves(products: Iterable[str]) -> Flow[Shelves]:
    wanted = tuple(sorted(set(products)))
    found = (yield from Find(STOCK, Where(references=wanted), True)) if wanted else ()
    return {shelf.id: shelf for shelf in found}


def _allotted(order: Kept[Order], shelves: Shelves, day: date, how: Allocating, until: date | None) -> Kept[Order]:
    """The order with its goods; the shelves are replaced by what they are after it."""
    places: dict[str, dict[str, StockItem]] = {}
    for shelf in [kept.some for kept in shelves.values()]:
        places.setdefault(shelf.product, {})[shelf.location] = shelf
    allotted = goods.allot(order.some, places, day, how, until)
    moves: dict[tuple[str, str], list[object]] = {}
    for place, fact in allotted.stock:
        moves.setdefault(place, []).append(fact)
    for (product, location), facts in moves.items():
        id = item_id(product, location)
        shelves[id] = shelves[id].known(tuple(facts), allotted.shelves[product][location])
    return order.after(allotted.order)


def _give_back(shelves: Shelves, order: str, back: Sequence[Back]) -> None:
    for each in back:
        id = item_id(each.product, each.location)
        shelves[id] = shelves[id].after((each.on(shelves[id].some, order),))


def _touched(shelves: Shelves) -> Others:
    return tuple([shelf for shelf in shelves.values() if shelf.events])
