"""The story leaves the same books in memory, on SQLite and on PostgreSQL, and its facts replay to them."""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

import otcore as ot
from otcore.adapters.sql import SqlStore
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Context, Store, Where
from tests.golden.credit import CAREFUL, rates
from tests.golden.payments import dealing
from tests.golden.story import AT, BUYER, tell

Books = dict[tuple[str, str], tuple[int, object]]


def told(store: Store) -> Store:
    """The store after the story."""
    seller = ot.Seller(party=BUYER, iban="BE71096123456769", bic="GKCCBEBB", account_name="Parc")
    house = dealing(seller, risk_classes=(CAREFUL,), rates=rates(AT), reservation_days=30)
    tell(ot.OrderToCash(store, house, actor="story"), house)
    return store


def read(store: Store, state: Callable[[Any, Any, Any], object]) -> Books:
    """Of every aggregate its version, and its state as kept or as replayed."""
    unit = store.begin(Context(ot.Scope("main", "main"), "reader", AT), True)
    try:
        return {
            (kind.name, kept.id): (kept.version, state(unit, kind, kept))
            for kind in KINDS
            for kept in unit.find(kind, Where())
        }
    finally:
        unit.close()


def kept(unit: Any, kind: Any, found: Any) -> object:
    return found.state


def replayed(unit: Any, kind: Any, found: Any) -> object:
    state = None
    for fact in unit.history(kind, found.id):
        state = kind.evolve(state, fact.event)
    return state


@pytest.fixture(scope="module")
def books() -> Books:
    return read(told(ot.MemoryStore()), kept)


def test_replaying_the_facts_gives_every_state(books):
    assert read(told(ot.MemoryStore()), replayed) == books


@pytest.mark.parametrize("state", [kept, replayed])
def test_sqlite_keeps_what_memory_keeps(state, books, tmp_path):
    with closing(SqlStore(f"sqlite:///{tmp_path}/books.db")) as store:
        assert read(told(store), state) == books


@pytest.mark.parametrize("state", [kept, replayed])
def test_postgresql_keeps_what_memory_keeps(state, books, postgres_database):
    with closing(SqlStore(postgres_database())) as store:
        assert read(told(store), state) == books
