"""The SQL store keeps the store contract on a SQLite file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from otcore.adapters.sql import SqlStore
from otcore.testing import StoreContract

WAIT = 0.2
"""Seconds that a unit waits for another: little, since some tests let two meet on purpose."""


class TestSqlite(StoreContract):
    @pytest.fixture
    def url(self, tmp_path: Path) -> str:
        return f"sqlite:///{tmp_path / 'store.db'}"

    @pytest.fixture
    def store(self, url: str) -> Iterator[SqlStore]:
        with SqlStore(url, self.kinds, timeout=WAIT) as store:
            yield store

    @pytest.fixture
    def reopened(self, url: str, store: SqlStore) -> Iterator[SqlStore]:
        with SqlStore(url, self.kinds, create=False, timeout=WAIT) as again:
            yield again
