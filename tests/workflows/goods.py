"""Short words for what is done about goods at a desk."""

from datetime import date, timedelta

import attrs

from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.order import Order
from otcore.ports.aggregates import STOCK
from otcore.stock.commands import CountStock, ExpectStock, ReceiveStock, SetStockPolicy
from otcore.stock.item import StockItem, item_id
from otcore.stock.reserving import Allocation
from otcore.values.quantity import Quantity
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, dec
from tests.workflows.desk import Desk, desk


def on(days: int) -> date:
    """So many days after the day on which orders are placed."""
    return DAY + timedelta(days)


def expects(
    ready: Desk, quantity: int, days: int, document: str = "PO-1", location: str = "main", product: str = "P1"
) -> StockItem:
    return ready.otc.handle(ExpectStock(product, location, document, Quantity(quantity, "C62"), on(days)))


def arrives(ready: Desk, quantity: int, document: str = "PO-1", location: str = "main") -> StockItem:
    return ready.otc.handle(ReceiveStock("P1", location, Quantity(quantity, "C62"), document))


def counts(ready: Desk, quantity: int, location: str = "main") -> StockItem:
    return ready.otc.handle(CountStock("P1", location, Quantity(quantity, "C62"), "count"))


def may_go_below(ready: Desk, quantity: int) -> StockItem:
    return ready.otc.handle(SetStockPolicy("P1", "main", may_go_below=dec(quantity)))


def keeps_back(ready: Desk, quantity: int) -> StockItem:
    return ready.otc.handle(SetStockPolicy("P1", "main", safety=dec(quantity)))


def allocates(ready: Desk, order: str = "O1", days: int = 0) -> Order:
    return ready.otc.handle(AllocateOrder(order=order, day=on(days)))


def item(ready: Desk, location: str = "main", product: str = "P1") -> StockItem:
    return ready.otc.ask(Get(STOCK, item_id(product, location)))


def promises(order: Order, line: int = 0) -> tuple[int, int, date | None]:
    """Of a line: what is reserved, what is awaited, and by when all of it is promised."""
    found = order.lines[line]
    return int(found.ledger.allocated), _sum(found.ledger.awaited), found.promised


def house(ready: Desk, **policies: object) -> Desk:
    """The same desk under other policies of the house."""
    ready.house = attrs.evolve(ready.house, **policies)  # type: ignore[arg-type]  # which fields is the test's to say
    return ready


def awaited(ready: Desk, location: str = "main") -> tuple[int, int]:
    """Of a shelf: promised of arrivals, and arrived of it."""
    found = item(ready, location)
    return int(found.awaited), int(found.arrived)


def waits_for(quantity: int, days: int, stocked: int = 0) -> Desk:
    """A desk with an order of 10 of P1 while so much is expected."""
    ready = desk(stocked=stocked)
    expects(ready, quantity, days)
    ready.places()
    return ready


def _sum(parts: tuple[Allocation, ...]) -> int:
    return int(sum(part.quantity for part in parts))
