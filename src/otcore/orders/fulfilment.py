"""Statuses that are never stored: read off the line ledger whenever they are asked for."""

from decimal import Decimal
from enum import StrEnum

from otcore.orders.events import OrderClosed
from otcore.orders.line import ZERO
from otcore.orders.order import Order


class Extent(StrEnum):
    """How far something went: not at all, in part, or all of it."""

    NONE = "none"
    PART = "part"
    ALL = "all"


def shipped(order: Order) -> Extent:
    """How much of what is not given up has been shipped."""
    wanted = sum((line.ledger.wanted for line in order.lines), ZERO)
    still = sum((line.ledger.open for line in order.lines), ZERO)
    return _extent(sum((line.ledger.shipped for line in order.lines), ZERO), wanted, still)


def invoiced(order: Order) -> Extent:
    """How much of what was shipped has been billed."""
    gone = sum((line.ledger.shipped for line in order.lines), ZERO)
    billed = sum((line.ledger.invoiced for line in order.lines), ZERO)
    return _extent(billed, gone, gone - billed)


def finished(order: Order) -> bool:
    """Nothing more to ship, and everything shipped is billed."""
    return all(not line.ledger.open and line.ledger.invoiced == line.ledger.shipped for line in order.lines)


def closing(order: Order) -> tuple[OrderClosed, ...]:
    """The fact that an order which both sides agreed on is finished."""
    return (OrderClosed(),) if finished(order) else ()


def _extent(done: Decimal, of: Decimal, left: Decimal) -> Extent:
    if not done:
        return Extent.NONE
    return Extent.ALL if left <= 0 and of else Extent.PART
