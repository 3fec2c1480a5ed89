"""Who waits for goods, in the order in which they are served."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.orders.allocation.allocating import waiting
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.values.command import Query


@frozen
class Backorder:
    """A line that waits for `quantity` more on a shelf; `awaited` of it is promised of arrivals, all by `promised`.

    Both are in the product's unit.
    """

    order: str
    line: str
    customer: str
    day: date
    quantity: Decimal
    awaited: Decimal
    promised: date | None


@frozen
class AskBackorders(Query[tuple[Backorder, ...]]):
    """The lines that wait for a product, in orders that are cleared and not held: by the order's day, then its id.

    To serve them fairly when goods arrived, ask `AllocateOrder` for each order in this order. Raises `NotFound` for a
    product that is not listed.
    """

    product: str


def backorders(orders: Iterable[Order], product: str) -> tuple[Backorder, ...]:
    """What waits for a product in these orders."""
    served = sorted((each for each in orders if each.promised and not each.held), key=lambda each: (each.day, each.id))
    return tuple(
        Backorder(
            order.id,
            line.id,
            order.customer,
            order.day,
            line.ledger.backordered,
            sum([each.quantity for each in line.ledger.awaited], ZERO),
            line.promised,
        )
        for order in served
        for line in waiting(order)
        if line.agreed.product == product
    )
