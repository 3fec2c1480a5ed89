"""Shelves: goods announced, arrived and counted, and the policy of a stock item."""

from collections.abc import Callable
from typing import Any

from otcore.ports.aggregates import PRODUCT, STOCK
from otcore.ports.kinds import Kept
from otcore.ports.messages import notice_of
from otcore.ports.messages.goods import StockShortMessage
from otcore.stock import counting, receiving
from otcore.stock.commands import CountStock, ExpectStock, ReceiveStock, SetStockPolicy
from otcore.stock.events import Event
from otcore.stock.item import StockItem, item_id
from otcore.values.faults import Rejected
from otcore.workflows.house import House
from otcore.workflows.requests import Announce, Flow, Load, Save

Shelf = Kept[StockItem]


def receive_stock(command: ReceiveStock, house: House) -> Flow[Shelf]:
    """Goods on a shelf of a location."""
    return (yield from _on_shelf(command, receiving.receive))


def expect_stock(command: ExpectStock, house: House) -> Flow[Shelf]:
    """Goods announced; lines may be promised them from now on."""
    return (yield from _on_shelf(command, receiving.expect))


def count_stock(command: CountStock, house: House) -> Flow[Shelf]:
    """What lies on the shelf, as it was counted."""
    return (yield from _on_shelf(command, counting.count))


def set_stock_policy(command: SetStockPolicy, house: House) -> Flow[Shelf]:
    """What of the shelf may be promised."""
    return (yield from _on_shelf(command, lambda said, _, item: counting.set_policy(said, item)))


def _on_shelf(command: Any, decide: Callable[[Any, str, StockItem | None], tuple[Event, ...]]) -> Flow[Shelf]:
    """The shelf after a command about it; what it now falls short of its promises is announced."""
    product = (yield from Load(PRODUCT, command.product)).some
    if not product.stocked:
        raise Rejected("NOT_STOCKED", product=product.id)
    kept = yield from Load(STOCK, item_id(command.product, command.location), True)
    before = kept.state.short if kept.state else 0
    kept = kept.after(decide(command, product.unit, kept.state))
    if not kept.events:
        return kept
    yield from Save(kept)
    if kept.some.short > before:
        yield from Announce(notice_of(_short(kept.some)))
    return kept


def _short(item: StockItem) -> StockShortMessage:
    """No fact says it: it follows from what is there and what is promised."""
    return StockShortMessage(item_id(item.product, item.location), item.product, item.location, str(item.short))
