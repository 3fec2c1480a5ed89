"""The SQL store keeps the store contract on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest

from otcore.adapters.sql import SqlStore
from otcore.testing import StoreContract

WAIT = 0.2
"""Seconds that a unit waits for another: little, since some tests let two meet on purpose."""


class SqlContract(StoreContract):
    @pytest.fixture
    def store(self, url: str) -> Iterator[SqlStore]:
        with SqlStore(url, self.kinds, timeout=WAIT) as store:
            yield store

    @pytest.fixture
    def reopened(self, url: str, store: SqlStore) -> Iterator[SqlStore]:
        with SqlStore(url, self.kinds, create=False, timeout=WAIT) as again:
            yield again


class TestSqlite(SqlContract):
    @pytest.fixture
    def url(self, sqlite_url: str) -> str:
        return sqlite_url


class TestPostgresql(SqlContract):
    @pytest.fixture
    def url(self, postgresql_url: str) -> str:
        return postgresql_url
