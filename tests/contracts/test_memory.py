"""The memory store keeps the store contract."""

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.testing import StoreContract


class TestMemoryStore(StoreContract):
    durable = False

    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()
