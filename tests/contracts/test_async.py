"""A threaded store keeps the store contract over every store."""

from collections.abc import Iterator

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from otcore.testing import StoreContract
from tests.contracts.blocking import BlockingStore, blocking

WAIT = 0.2


class TestThreadedMemory(StoreContract):
    durable = False

    @pytest.fixture
    def store(self) -> Iterator[BlockingStore]:
        with blocking(MemoryStore()) as store:
            yield store


class ThreadedSql(StoreContract):
    @pytest.fixture
    def store(self, url: str) -> Iterator[BlockingStore]:
        with SqlStore(url, self.kinds, timeout=WAIT) as plain, blocking(plain) as store:
            yield store

    @pytest.fixture
    def reopened(self, url: str, store: BlockingStore) -> Iterator[BlockingStore]:
        with SqlStore(url, self.kinds, create=False, timeout=WAIT) as plain, blocking(plain) as again:
            yield again


class TestThreadedSqlite(ThreadedSql):
    @pytest.fixture
    def url(self, sqlite_url: str) -> str:
        return sqlite_url


class TestThreadedPostgresql(ThreadedSql):
    @pytest.fixture
    def url(self, postgresql_url: str) -> str:
        return postgresql_url
