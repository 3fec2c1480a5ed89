"""Procuring drop-shipped goods: what suppliers still have to be asked for."""

from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.values.quantity import Quantity


@frozen
class Procurement:
    """So much of a product, for one line of an order, to be sent straight to its buyer."""

    order: str
    line: str
    product: str
    quantity: Quantity


def to_procure(order: Order, asked: Mapping[str, Decimal] | None = None) -> tuple[Procurement, ...]:
    """What of each drop-shipped line no supplier was asked for yet.

    `asked`: by line, what suppliers were asked for since the order was placed, whether they sent it or not. Without it,
    what left counts as asked for. A line that is raised later asks for the difference only; one that is lowered, for
    nothing.
    """
    known = asked or {}
    lines = [line for line in order.lines if line.agreed.drop_shipped and not line.agreed.unlisted]
    wanted = [(line, line.ledger.wanted - max(known.get(line.id, ZERO), line.ledger.shipped)) for line in lines]
    return tuple(
        Procurement(order.id, line.id, line.agreed.product, Quantity.trusted(quantity, line.agreed.unit))
        for line, quantity in wanted
        if quantity > 0
    )
