"""Calls that cannot be meant are answered helpfully."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.threads import ThreadedStore
from otcore.app.asynchronous import AsyncOrderToCash
from otcore.orders.commands import AcknowledgeOrder
from otcore.values.command import Command, Query
from otcore.values.faults import Invalid
from otcore.workflows.ask import OrderHistory
from tests.orders.examples import DAY, order_of
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, NOW, Clock, desk

NAIVE = datetime(2026, 3, 2, 12, 0)


class Dance(Command[Any]):
    """Nothing that otcore does."""


class Wonder(Query[Any]):
    """Nothing that otcore answers."""


@pytest.mark.parametrize("given", [Dance(), None, "order"], ids=lambda given: type(given).__name__)
def test_what_is_no_command_is_named(given: Any):
    with pytest.raises(TypeError, match=rf"{type(given).__qualname__} is no command; `otcore.app.routes.COMMANDS`"):
        desk().otc.handle(given)


def test_a_class_in_place_of_a_command_is_called_one():
    with pytest.raises(TypeError, match=r"the class itself, otcore\.orders\.commands\.AcknowledgeOrder"):
        desk().otc.handle(AcknowledgeOrder)  # type: ignore[arg-type]  # that is the mistake


def test_what_is_no_query_is_named():
    with pytest.raises(TypeError, match=r"test_calls\.Wonder is no query"):
        desk().otc.ask(Wonder())


def test_a_moment_needs_a_time_zone():
    ready = desk(stocked=50)
    before = books(ready.store)
    with pytest.raises(Invalid, match="AT_NOT_AWARE /at: 2026-03-02T12:00:00 has no time zone"):
        ready.otc.handle(order_of(), at=NAIVE)
    with pytest.raises(Invalid, match="AT_NOT_AWARE"):
        ready.otc.tick(NAIVE)
    ready.clock.time = NAIVE
    with pytest.raises(Invalid, match="AT_NOT_AWARE"):
        ready.otc.handle(order_of())
    assert books(ready.store) == before


def test_a_moment_of_any_time_zone_is_recorded():
    ready = desk(stocked=50)
    ready.otc.handle(order_of(), at=datetime(2026, 3, 2, 13, 0, tzinfo=timezone(timedelta(hours=1))))
    assert {fact.at for fact in ready.otc.ask(OrderHistory("O1"))} == {NOW}
    assert NOW.tzinfo is UTC


def test_the_async_face_says_the_same():
    async def main() -> None:
        async with ThreadedStore(MemoryStore()) as store:
            otc = AsyncOrderToCash(store, HOUSE, clock=Clock())
            with pytest.raises(TypeError, match="Dance is no command"):
                await otc.handle(Dance())
            with pytest.raises(TypeError, match="Wonder is no query"):
                await otc.ask(Wonder())
            with pytest.raises(Invalid, match="AT_NOT_AWARE"):
                await otc.handle(AcknowledgeOrder(order="O1", day=DAY), at=NAIVE)
            with pytest.raises(Invalid, match="AT_NOT_AWARE"):
                await otc.tick(NAIVE)

    asyncio.run(main())
