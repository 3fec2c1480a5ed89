"""The messages about goods that flows put in the outbox; topics are public names."""

from otcore.orders.allocating import waiting
from otcore.orders.order import Order
from otcore.ports.outbox import Notice
from otcore.stock.item import StockItem, item_id


def allocated(order: Order) -> Notice:
    """`order.allocated`: goods were found for lines that waited; `waiting` names the lines that still wait."""
    lines = ", ".join(line.id for line in waiting(order))
    return Notice("order.allocated", order.id, {"customer": order.customer, "waiting": lines})


def freed(order: Order, why: str) -> Notice:
    """`order.freed`: its goods are promised to it no longer."""
    return Notice("order.freed", order.id, {"customer": order.customer, "why": why})


def short(item: StockItem) -> Notice:
    """`stock.short`: more is promised than is there and than will come."""
    facts = {"product": item.product, "location": item.location, "short": str(item.short)}
    return Notice("stock.short", item_id(item.product, item.location), facts)
