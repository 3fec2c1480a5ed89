"""What is told of an order."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from otcore.orders import events as e
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.order import Order
from otcore.ports.messages import Message
from otcore.ports.messages import orders as m
from otcore.values.decimals import plain

Told = tuple[Message, ...]


def _drafted(order: Order, event: e.OrderDrafted) -> Told:
    return (m.OrderDraftedMessage(order.id, order.customer, event.value),)


def _placed(order: Order, event: e.OrderPlaced) -> Told:
    return (m.OrderPlacedMessage(order.id, order.customer, event.value, event.details.reference),)


def _rejected(order: Order, event: e.OrderRejected) -> Told:
    return (m.OrderRejectedMessage(order.id, order.customer, "; ".join(event.reasons)),)


def _held(order: Order, event: e.HoldPlaced) -> Told:
    hold = event.hold
    return (m.OrderHeldMessage(order.id, order.customer, hold.kind.value, hold.code, hold.why, hold.by),)


def _released(order: Order, event: e.HoldReleased) -> Told:
    kind = event.kind.value
    return (m.OrderReleasedMessage(order.id, order.customer, kind, event.reason, event.value, event.by),)


def _allocated(order: Order, event: e.StockAllocated) -> Told:
    waiting = ", ".join(line.id for line in order.lines if line.agreed.stocked and line.ledger.backordered)
    return (m.OrderAllocatedMessage(order.id, order.customer, waiting),)


def _freed(order: Order, event: e.StockFreed) -> Told:
    return (m.OrderFreedMessage(order.id, order.customer, event.why),)


def _received(order: Order, event: e.ReceiptAcknowledged) -> Told:
    return (m.OrderReceivedMessage(order.id, order.customer, ResponseCode.RECEIVED.value),)


def _acknowledged(order: Order, event: e.OrderAcknowledged) -> Told:
    told = m.OrderAcknowledgedMessage(order.id, order.customer, event.code.value)
    return (told, *_backordered(order, [(each.line, each.backordered) for each in event.answers if each.backordered]))


def _shipped(order: Order, event: e.GoodsShipped) -> Told:
    """The shipment tells of itself; here it is told what of the order still waits for goods."""
    waiting = [(line, line.ledger.backordered) for line in order.lines if line.agreed.stocked]
    return _backordered(order, [(line.id, quantity) for line, quantity in waiting if quantity])


def _confirmed(order: Order, event: e.OrderConfirmed) -> Told:
    return (m.OrderConfirmedMessage(order.id, order.customer, event.by),)


def _proposed(order: Order, event: e.AmendmentProposed) -> Told:
    said = event.amendment
    return (m.AmendmentProposedMessage(order.id, order.customer, said.number, said.by.value, said.reason),)


def _amended(order: Order, event: e.AmendmentAccepted) -> Told:
    return (m.OrderAmendedMessage(order.id, order.customer, event.number, order.revision, event.value),)


def _turned_down(order: Order, event: e.AmendmentRejected) -> Told:
    return (m.AmendmentRejectedMessage(order.id, order.customer, event.number, event.reason),)


def _withdrawn(order: Order, event: e.AmendmentWithdrawn) -> Told:
    return (m.AmendmentWithdrawnMessage(order.id, order.customer, event.number, event.reason),)


def _given_up(order: Order, event: e.LinesCancelled) -> Told:
    return (m.LinesCancelledMessage(order.id, order.customer, _quantities(event.lines), event.released, event.reason),)


def _cancelled(order: Order, event: e.OrderCancelled) -> Told:
    return (m.OrderCancelledMessage(order.id, order.customer, event.by.value, event.reason),)


def _closed(order: Order, event: e.OrderClosed) -> Told:
    return (m.OrderClosedMessage(order.id, order.customer, event.reason, event.released),)


def _reopened(order: Order, event: e.OrderReopened) -> Told:
    return (m.OrderReopenedMessage(order.id, order.customer, event.reason, event.value),)


def _backordered(order: Order, waiting: Sequence[tuple[str, Decimal]]) -> Told:
    return (m.OrderBackorderedMessage(order.id, order.customer, _quantities(waiting)),) if waiting else ()


def _quantities(lines: Sequence[tuple[str, Decimal]]) -> str:
    return "; ".join(f"{line}: {plain(quantity)}" for line, quantity in lines)


TOLD_ALONE: Mapping[type, Callable[[Order, Any], Told]] = {e.StockAllocated: _allocated}
"""What is told only where nothing else led to it: an order that is placed or released gets its goods with that."""

TOLD: Mapping[type, Callable[[Order, Any], Told]] = {
    e.OrderDrafted: _drafted,
    e.OrderPlaced: _placed,
    e.OrderRejected: _rejected,
    e.HoldPlaced: _held,
    e.HoldReleased: _released,
    e.StockFreed: _freed,
    e.ReceiptAcknowledged: _received,
    e.OrderAcknowledged: _acknowledged,
    e.OrderConfirmed: _confirmed,
    e.AmendmentProposed: _proposed,
    e.AmendmentAccepted: _amended,
    e.AmendmentRejected: _turned_down,
    e.AmendmentWithdrawn: _withdrawn,
    e.GoodsShipped: _shipped,
    e.LinesCancelled: _given_up,
    e.OrderCancelled: _cancelled,
    e.OrderClosed: _closed,
    e.OrderReopened: _reopened,
}
