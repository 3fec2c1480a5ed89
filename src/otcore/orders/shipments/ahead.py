"""Goods that were billed before they left."""

from collections.abc import Iterable

from otcore.orders.events import GoodsShipped
from otcore.orders.order import Order


def billed_ahead(order: Order, leaving: Iterable[GoodsShipped]) -> bool:
    """Whether goods that leave an order are billed already, of any of its lines."""
    if not order.ahead_by:
        return False
    lines = {line.line for goods in leaving for line in goods.lines if line.quantity}
    return any(line.id in lines and line.ledger.billable < 0 for line in order.lines)
