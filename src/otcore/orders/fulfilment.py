"""How far an order went, axis by axis: never stored, read off the line ledgers whenever it is asked for.

Each axis stands alone: goods may be delivered, billed and half of them returned. Sums are exact decimals, so three
parts that make a whole are the whole.
"""

from collections.abc import Callable
from decimal import Decimal

from otcore.orders.events import AmendmentWithdrawn, OrderClosed
from otcore.orders.extent import Extent, extent_of, spread
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import ZERO, Ledger, from_shelf
from otcore.orders.order import Order

__all__ = [
    "Extent",
    "backordered",
    "cancelled",
    "closing",
    "credited",
    "delivered",
    "finished",
    "invoiced",
    "over_delivered",
    "returned",
    "shipped",
]


def shipped(order: Order) -> Extent:
    """How much of what is not given up has been shipped."""
    still = _sum(order, lambda ledger: ledger.open)
    return spread(_sum(order, lambda ledger: ledger.shipped), _sum(order, lambda ledger: ledger.wanted), still)


def delivered(order: Order) -> Extent:
    """How much of what is not given up has arrived at the buyer's, whatever of it came back."""
    still = _sum(order, lambda ledger: ledger.open + ledger.shipped - ledger.delivered)
    return spread(_sum(order, lambda ledger: ledger.delivered), _sum(order, lambda ledger: ledger.wanted), still)


def returned(order: Order) -> Extent:
    """How much of what was shipped came back, good or spoilt."""
    return extent_of(_sum(order, lambda ledger: ledger.came_back), _sum(order, lambda ledger: ledger.shipped))


def invoiced(order: Order) -> Extent:
    """How much of what was shipped, and did not come back before it could be billed, has been billed."""
    done = _sum(order, lambda ledger: ledger.invoiced)
    return extent_of(done, done + _sum(order, lambda ledger: max(ledger.billable, ZERO)))


def credited(order: Order) -> Extent:
    """How much of what was billed has been credited."""
    return extent_of(_sum(order, lambda ledger: ledger.credited), _sum(order, lambda ledger: ledger.invoiced))


def cancelled(order: Order) -> Extent:
    """How much of what was ordered will not be delivered."""
    return extent_of(_sum(order, lambda ledger: ledger.cancelled), _sum(order, lambda ledger: ledger.ordered))


def backordered(order: Order) -> Extent:
    """How much of what is open, and leaves shelves of ours, lies on none of them for this order."""
    lines = [line.ledger for line in order.lines if from_shelf(line)]
    return extent_of(sum([each.backordered for each in lines], ZERO), sum([each.open for each in lines], ZERO))


def over_delivered(order: Order) -> tuple[tuple[str, Decimal], ...]:
    """The lines of which more left than was wanted, and how much more."""
    beyond = ((line.id, line.ledger.shipped - line.ledger.wanted) for line in order.lines)
    return tuple((line, quantity) for line, quantity in beyond if quantity > 0)


def finished(order: Order) -> bool:
    """Nothing more to ship, and everything shipped is billed or came back before it could be."""
    return all(not line.ledger.open and line.ledger.billable <= ZERO for line in order.lines)


def closing(order: Order) -> tuple[AmendmentWithdrawn | OrderClosed, ...]:
    """The fact that an order which both sides agreed on is finished; a proposal that waits falls away with it.

    Nothing for an order that was closed before all of it was billed.
    """
    if not finished(order) or not LIFE_CYCLE.allows(order.status, OrderClosed):
        return ()
    proposal = order.proposal
    withdrawn = (AmendmentWithdrawn(proposal.number, "ORDER_OVER"),) if proposal else ()
    return (*withdrawn, OrderClosed())


def _sum(order: Order, figure: Callable[[Ledger], Decimal]) -> Decimal:
    return sum([figure(line.ledger) for line in order.lines], ZERO)
