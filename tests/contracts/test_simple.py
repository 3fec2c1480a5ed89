"""The simple store keeps the store contract: so what the naive ones fail is due to their one mistake."""

import pytest

from otcore.testing import StoreContract
from tests.contracts.simple import SimpleStore


class TestSimpleStore(StoreContract):
    durable = False

    @pytest.fixture
    def store(self) -> SimpleStore:
        return SimpleStore()
