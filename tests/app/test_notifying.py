"""A notifier gets the messages of the outbox, typed."""

import asyncio

from attrs import define, field

from otcore.app.notifying import AsyncNotifying, Notifying
from otcore.app.sync import OrderToCash
from otcore.ports.messages import Message
from otcore.ports.messages.orders import OrderPlacedMessage
from otcore.ports.outbox import Notice, Posted
from tests.orders.examples import eur
from tests.workflows.desk import HOUSE, desk


@define
class Desk:
    got: list[tuple[int, Message]] = field(factory=list)

    def deliver(self, message: Message, position: int) -> None:
        self.got.append((position, message))


@define
class AsyncDesk:
    got: list[tuple[int, Message]] = field(factory=list)

    async def deliver(self, message: Message, position: int) -> None:
        self.got.append((position, message))


PLACED = Posted(7, Notice("order.placed", "O1", {"customer": "C1", "value": "120.00 EUR"}))
MESSAGE = OrderPlacedMessage("O1", "C1", eur("120.00"))


def test_a_notifier_gets_typed_messages_with_their_position():
    notifier = Desk()
    Notifying(notifier).publish(PLACED)
    assert notifier.got == [(7, MESSAGE)]


def test_an_async_notifier_does_too():
    notifier = AsyncDesk()
    asyncio.run(AsyncNotifying(notifier).publish(PLACED))
    assert notifier.got == [(7, MESSAGE)]


def test_a_host_relays_to_its_notifier():
    ready, notifier = desk(stocked=10), Desk()
    ready.places()
    otc = OrderToCash(ready.store, HOUSE, clock=ready.clock, publisher=Notifying(notifier))
    assert otc.relay() == 1
    assert [message for _, message in notifier.got] == [MESSAGE]
