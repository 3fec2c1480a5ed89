"""Amendments on other stores than memory, and while goods leave at the same moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store
from otcore.values.faults import Rejected
from tests.orders.examples import DAY, left, line
from tests.workflows.amendments import BUYER, SELLER, accepts, change, offers, proposes, rejects
from tests.workflows.books import books, replayed
from tests.workflows.conflicts import Crowded
from tests.workflows.desk import Desk, desk

MANY_TRIES = 100


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqlStore]:
    with SqlStore(f"sqlite:///{tmp_path / 'books.db'}", KINDS, timeout=30) as store:
        yield store


def conversation(store: Store) -> dict[str, Any]:
    """Offered, countered, accepted, shipped in part, amended, rejected; and what the books say at the end."""
    ready = desk(store=store, stocked=30)
    ready.places(line(quantity=5), line("2", 4, "P2"))
    offers(ready, change(quantity=3, price="9.00", promised=DAY, note="short"), added=(line("3", 1, "P2"),))
    proposes(ready, change(quantity=4), added=(line("3", 2, "P2"),), reason="rather this", reference="C-1")
    accepts(ready)
    ready.ships(left("1", 2))
    proposes(ready, change("2", 9), by=SELLER)
    ready.agrees()
    proposes(ready, change("3", 0))
    rejects(ready)
    return books(store)


def test_a_conversation_is_kept_alike_by_every_store(sqlite):
    in_memory, in_sqlite = conversation(MemoryStore()), conversation(sqlite)
    assert in_sqlite["states"] == in_memory["states"]
    assert replayed(sqlite) == {place: state for place, (_, state) in in_sqlite["states"].items()}


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest) -> Store:
    return MemoryStore() if request.param == "memory" else request.getfixturevalue("sqlite")


def outcome(act: Callable[[], Any]) -> str:
    try:
        act()
    except Rejected as refused:
        return refused.code
    return ""


def test_what_is_taken_off_while_it_leaves_either_leaves_or_is_taken_off(store):
    ready = desk(store=store, stocked=10)
    ready.places(line(quantity=5))
    ready.acknowledges()
    proposes(ready, change(quantity=2), by=BUYER)
    crowd = Desk(store=Crowded(store, 2) if isinstance(store, MemoryStore) else store, tries=MANY_TRIES)
    door = Barrier(2, timeout=30)

    def together(act: Callable[[], Any]) -> str:
        door.wait()
        return outcome(act)

    with ThreadPoolExecutor(2) as pool:
        outcomes = tuple(pool.map(together, [lambda: accepts(crowd), lambda: crowd.ships(left("1", 4))]))
    assert outcomes in {("BELOW_SHIPPED", ""), ("", "OVER_DELIVERY")}
    ledger, (orders, deliveries, _) = ready.order().lines[0].ledger, ready.exposure()
    assert (int(ledger.ordered), int(ledger.shipped)) in {(5, 4), (2, 0)}
    assert (orders, deliveries) in {("12.00", "48.00"), ("24.00", "0.00")}
    assert ready.shelf() in {(6, 1), (10, 2)}
