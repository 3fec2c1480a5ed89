"""Shoppers who want the same few goods at the same time, each a customer of its own: only the shelves part them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from otcore.adapters.sql import SqlStore
from otcore.orders.order import Order
from otcore.ports.aggregates import KINDS, ORDER, STOCK
from otcore.ports.storage import Store
from otcore.stock.item import StockItem
from otcore.workflows.ask import Every
from tests.orders.examples import line, product
from tests.workflows.desk import Desk

MANY_TRIES = 200
"""On one processor a thread may lose many races in a row."""


def opened(store: Store, shoppers: Sequence[str], products: Sequence[str], stocked: int) -> Desk:
    """A shop with these customers, and so much of each product on the shelf."""
    ready = Desk(store=store, tries=MANY_TRIES)
    for shopper in shoppers:
        ready.onboards(shopper)
    for id in products:
        ready.lists(product(id))
        ready.receives(stocked, id)
    return ready


def order_each(ready: Desk, shopper: str, products: Sequence[str], orders: int = 1) -> list[Order]:
    """So many orders of a shopper, each of one piece of every product, in this order of lines."""
    return [
        ready.places(*[line(id, 1, product=id) for id in products], order=f"{shopper}-{number}", customer=shopper)
        for number in range(orders)
    ]


def order_in_process(url: str, shopper: str, products: Sequence[str], orders: int, gate: Any) -> None:
    """What a process of its own does: wait until all are there, then order."""
    with SqlStore(url, KINDS, create=False, timeout=60) as store:
        gate.wait(60)
        order_each(Desk(store=store, tries=MANY_TRIES), shopper, products, orders)


def granted(ready: Desk) -> dict[str, Decimal]:
    """By product, what orders were promised; the shelves say the same, and have it."""
    promised: dict[str, Decimal] = {}
    orders: tuple[Order, ...] = ready.otc.ask(Every(ORDER))
    for each in (each for order in orders for each in order.lines):
        promised[each.agreed.product] = promised.get(each.agreed.product, Decimal(0)) + each.ledger.allocated
    shelves: tuple[StockItem, ...] = ready.otc.ask(Every(STOCK))
    assert {shelf.product: shelf.reserved for shelf in shelves} == promised
    assert all(shelf.reserved <= shelf.on_hand for shelf in shelves)
    return promised
