"""Despatch advices against orders and shelves written by hand."""

import pytest

from otcore.orders.order import Order
from otcore.orders.shipments.shipment import PostDespatch, Shipment
from otcore.orders.shipments.shipping import Despatch, ShippingTerms, post
from otcore.stock.item import StockItem
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from tests.orders.examples import (
    after,
    confirmed,
    line,
    placed,
    promised,
)

STRICT = Percentage(0)


def ready(*allocated: tuple[str, str | int], ordered: int = 10) -> Order:
    """A confirmed order of one line, with these goods promised."""
    return confirmed(promised(placed(line(quantity=ordered)), _1=allocated))


def posted(
    order: Order,
    command: PostDespatch,
    *shelves: StockItem,
    tolerance: Percentage = STRICT,
    known: Shipment | None = None,
) -> Despatch:
    by_product: dict[str, dict[str, StockItem]] = {}
    for each in shelves:
        by_product.setdefault(each.product, {})[each.location] = each
    return post(order, known, command, by_product, ShippingTerms(tolerance))


def shipped(order: Order, command: PostDespatch, *shelves: StockItem, tolerance: Percentage = STRICT) -> Order:
    return after(order, posted(order, command, *shelves, tolerance=tolerance).order)


def refused(order: Order, command: PostDespatch, *shelves: StockItem, tolerance: Percentage = STRICT) -> Rejected:
    with pytest.raises(Rejected) as caught:
        posted(order, command, *shelves, tolerance=tolerance)
    return caught.value
