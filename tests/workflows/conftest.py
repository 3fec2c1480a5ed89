"""Stores for tests in which many act at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path, postgres_database: Callable[[], str]) -> str:
    return postgres_database() if request.param == "postgresql" else f"sqlite:///{tmp_path / 'books.db'}"


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    database: Callable[[], str] = request.getfixturevalue("postgres_database")
    place = database() if request.param == "postgresql" else f"sqlite:///{tmp_path / 'books.db'}"
    with SqlStore(place, KINDS, timeout=30) as sql:
        yield sql
