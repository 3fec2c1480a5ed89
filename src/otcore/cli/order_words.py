"""Where an order stands and why, in a few words."""

from collections.abc import Iterator

from otcore.orders.fulfilment import Extent, shipped
from otcore.orders.lifecycle import Status
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.decimals import plain

_OVER = (Status.REJECTED, Status.CANCELLED)
_SHIPPED = {Extent.NONE: "confirmed", Extent.PART: "part shipped", Extent.ALL: "shipped"}


def standing(order: Order) -> str:
    """`closed`, `part shipped`, `held (credit)`, `rejected` ..."""
    if _waits(order):
        return f"held ({', '.join(dict.fromkeys(hold.kind.value for hold in order.holds))})"
    if order.status is Status.ACKNOWLEDGED:
        return "waits for the buyer"
    return _SHIPPED[shipped(order)] if order.status is Status.CONFIRMED else order.status.value


def why(order: Order) -> str:
    """What keeps an order from simply being done: holds, reasons, and lines that are short."""
    if _waits(order):
        return "; ".join(f"{hold.code}: {hold.why}" for hold in order.holds)
    reasons = tuple(filter(None, order.reasons))
    if order.status in _OVER:
        return "; ".join(reasons)
    closed = order.status is Status.CLOSED
    return "; ".join([*reasons, *(text for line in order.lines for text in _short(line, closed))])


def _waits(order: Order) -> bool:
    """A closed order keeps its holds for the day it is reopened, but waits for nothing."""
    return order.held and order.status is not Status.CLOSED


def _short(line: OrderLine, closed: bool) -> Iterator[str]:
    ledger = line.ledger
    if closed and ledger.open:
        yield f"line {line.id}: {plain(ledger.open)} of {plain(ledger.ordered)} left open"
        return
    if not line.agreed.sold:
        yield f"line {line.id}: no longer sold"
    elif ledger.cancelled:
        yield f"line {line.id}: {plain(ledger.cancelled)} of {plain(ledger.ordered)} will not follow"
    if line.agreed.stocked and ledger.backordered:
        yield f"line {line.id}: {plain(ledger.backordered)} of {plain(ledger.ordered)} on backorder"
