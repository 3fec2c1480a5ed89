"""What is told of returns."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.orders.returns import events as e
from otcore.orders.returns.returned_goods import Return
from otcore.ports.messages import Message
from otcore.ports.messages import goods as m

Told = tuple[Message, ...]


def _requested(asked: Return, event: e.ReturnOpened) -> Told:
    return (m.ReturnRequestedMessage(asked.id, asked.order, asked.customer),)


def _authorised(asked: Return, event: e.ReturnAuthorised) -> Told:
    return (m.ReturnAuthorisedMessage(asked.id, asked.order, asked.customer),)


def _rejected(asked: Return, event: e.ReturnRejected) -> Told:
    return (m.ReturnRejectedMessage(asked.id, asked.order, asked.customer, event.reason),)


def _cancelled(asked: Return, event: e.ReturnCancelled) -> Told:
    return (m.ReturnCancelledMessage(asked.id, asked.order, asked.customer, event.reason),)


def _received(asked: Return, event: e.ReturnReceived) -> Told:
    return (m.ReturnReceivedMessage(asked.id, asked.order, asked.customer, event.value, event.fee),)


def _completed(asked: Return, event: e.ReturnCompleted) -> Told:
    return (m.ReturnCompletedMessage(asked.id, asked.order, asked.customer),)


def _exchanged(asked: Return, event: e.ReturnExchanged) -> Told:
    return (m.ReturnExchangedMessage(asked.id, asked.order, asked.customer, event.order),)


def _closed(asked: Return, event: e.ReturnClosed) -> Told:
    return (m.ReturnClosedMessage(asked.id, asked.order, asked.customer, event.reason),)


TOLD: Mapping[type, Callable[[Return, Any], Told]] = {
    e.ReturnOpened: _requested,
    e.ReturnAuthorised: _authorised,
    e.ReturnRejected: _rejected,
    e.ReturnCancelled: _cancelled,
    e.ReturnReceived: _received,
    e.ReturnCompleted: _completed,
    e.ReturnExchanged: _exchanged,
    e.ReturnClosed: _closed,
}
