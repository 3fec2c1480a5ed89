"""The async face does what the sync face does, over any store."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal, getcontext, localcontext
from typing import Any

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.threads import ThreadedStore
from otcore.app.asynchronous import AsyncOrderToCash
from otcore.app.sync import LEASE
from otcore.catalog.product import ListProduct
from otcore.invoicing.invoice import IssueInvoice
from otcore.orders.commands import AcknowledgeOrder
from otcore.payments.recording import RecordReceipt
from otcore.ports.aggregates import ORDER
from otcore.ports.errors import Conflict, NotFound
from otcore.ports.outbox import Posted
from otcore.reconciliation.command import ApplyReceipt
from otcore.stock.commands import ReceiveStock
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity
from otcore.workflows.ask import Get, OpenItems
from tests.orders.examples import DAY, despatch, eur, left, line, order_of, product
from tests.workflows.books import books
from tests.workflows.conflicts import Contested, first
from tests.workflows.desk import HOUSE, Clock, Desk, Postbox, onboarding

JOURNEY: tuple[Command[Any], ...] = (
    onboarding(limit="500.00"),
    ListProduct(product()),
    ReceiveStock("P1", "main", Quantity(10, "C62")),
    order_of(line()),
    AcknowledgeOrder(order="O1", day=DAY),
    despatch(left("1", 10)),
    IssueInvoice(shipment="S1", day=DAY),
    RecordReceipt(receipt="R1", account="till", day=DAY, amount=eur("100.00"), reference="INV-2026-000001"),
    ApplyReceipt("R1"),
)


class AsyncPostbox(Postbox):
    async def publish(self, posted: Posted) -> None:  # type: ignore[override]  # the async twin of the port
        await asyncio.sleep(0)
        super().publish(posted)


@asynccontextmanager
async def opened(
    store: Any, clock: Clock | None = None, postbox: AsyncPostbox | None = None, tries: int = 10
) -> AsyncIterator[AsyncOrderToCash]:
    async with ThreadedStore(store, threads=2) as threaded:
        yield AsyncOrderToCash(threaded, HOUSE, clock=clock or Clock(), publisher=postbox, tries=tries)


def after_the_journey() -> MemoryStore:
    store = MemoryStore()
    ready = Desk(store=store)
    for command in JOURNEY:
        ready.handle(command)
    return store


def test_the_same_commands_leave_the_same_books():
    async def travel(store: MemoryStore) -> list[Any]:
        async with opened(store) as otc:
            return [await otc.handle(command) for command in JOURNEY]

    store = MemoryStore()
    states = asyncio.run(travel(store))
    assert books(store) == books(after_the_journey())
    assert [state.id for state in states[-2:]] == ["R1", "R1"]


def test_questions_are_answered():
    async def ask() -> tuple[Any, ...]:
        async with opened(after_the_journey()) as otc:
            return await otc.ask(OpenItems()), await otc.ask(Get(ORDER, "O1"))

    items, order = asyncio.run(ask())
    assert [(item.id, item.open) for item in items] == [("INV-2026-000001", eur("20.00"))]
    assert order.id == "O1"


def test_a_key_acts_once():
    async def twice() -> tuple[Any, Any]:
        async with opened(after_the_journey()) as otc:
            arrival = ReceiveStock("P1", "main", Quantity(5, "C62"))
            return await otc.handle(arrival, key="k"), await otc.handle(arrival, key="k")

    first, second = asyncio.run(twice())
    assert first == second


def test_refusals_are_raised_and_nothing_is_stored():
    async def refused(store: MemoryStore) -> None:
        async with opened(store) as otc:
            with pytest.raises(Rejected, match="ALREADY_INVOICED"):
                await otc.handle(IssueInvoice(shipment="S1", day=DAY))
            with pytest.raises(NotFound):
                await otc.ask(Get(ORDER, "O9"))

    store = after_the_journey()
    before = books(store)
    asyncio.run(refused(store))
    assert books(store) == before


def test_items_fall_overdue():
    async def tick() -> list[int]:
        clock = Clock()
        async with opened(after_the_journey(), clock) as otc:
            early = await otc.tick()
            late = await otc.tick(clock.time + timedelta(days=60))
            return [early, late]

    assert asyncio.run(tick()) == [0, 1]


def test_a_lost_race_is_tried_again_and_given_up_in_the_end():
    async def race(contested: Contested, tries: int) -> Any:
        async with opened(contested, tries=tries) as otc:
            return await otc.handle(order_of(order="O2"))

    assert asyncio.run(race(Contested(after_the_journey(), first(2)), 3)).id == "O2"
    with pytest.raises(Conflict):
        asyncio.run(race(Contested(after_the_journey(), first(3)), 3))


def test_messages_leave_and_a_failing_publisher_loses_none():
    async def relay() -> list[int]:
        clock, postbox = Clock(), AsyncPostbox(failing={"S1"})
        async with opened(after_the_journey(), clock, postbox) as otc:
            with pytest.raises(ConnectionError):
                await otc.relay()
            arrived = [len(postbox.got)]
            postbox.failing.clear()
            clock.time += LEASE
            return [*arrived, await otc.relay(), await otc.relay()]

    assert asyncio.run(relay()) == [4, 4, 0]


def test_without_a_publisher_messages_wait():
    async def relay() -> int:
        async with opened(after_the_journey()) as otc:
            return await otc.relay()

    assert asyncio.run(relay()) == 0


def test_the_decimal_context_of_the_host_is_left_alone():
    async def receive() -> tuple[int, Any]:
        with localcontext(prec=5):
            async with opened(after_the_journey()) as otc:
                item = await otc.handle(ReceiveStock("P1", "main", Quantity("12345678.123457", "C62")))
            return getcontext().prec, item.on_hand

    assert asyncio.run(receive()) == (5, Decimal("12345678.123457"))
