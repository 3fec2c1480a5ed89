"""Time-line and steps are the same on every store, and for sync and async hosts."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from otcore.adapters.threads import ThreadedStore
from otcore.app.asynchronous import AsyncOrderToCash
from otcore.orders.hold import HoldKind
from otcore.orders.steps import AskSteps
from otcore.ports.storage import Store
from otcore.process.timeline import AskTimeline
from otcore.values.command import Query
from tests.orders.examples import DAY, left, line
from tests.workflows.desk import HOUSE, Clock, Desk, desk

QUESTIONS = (AskTimeline("O1", True), AskSteps("O1", DAY))


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    with SqlStore(str(tmp_path / "books.db")) as opened:
        yield opened


def told(store: Store) -> Desk:
    """An order that is part shipped, billed, paid and held."""
    ready = desk(stocked=6, store=store)
    ready.places(line(), line("2", 3, "P2"))
    ready.acknowledges()
    ready.agrees()
    ready.ships(left("1", 4))
    ready.bills()
    ready.gets("48.00", text="INV-2026-000001")
    ready.applies()
    ready.holds(HoldKind.PRICE)
    return ready


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: type(question).__name__)
def test_the_answer_is_the_same_on_every_store(store: Store, question: Query[tuple[object, ...]]):
    answer = told(store).otc.ask(question)
    assert answer == told(MemoryStore()).otc.ask(question)
    assert len(answer) > 8


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: type(question).__name__)
def test_an_async_host_gets_the_same_answer(question: Query[tuple[object, ...]]):
    ready = told(MemoryStore())

    async def asked() -> tuple[object, ...]:
        return await AsyncOrderToCash(ThreadedStore(ready.store), HOUSE, clock=Clock()).ask(question)

    assert asyncio.run(asked()) == ready.otc.ask(question)
