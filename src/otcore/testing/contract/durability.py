"""Promises of a store that outlives its process. A store that does not says `durable = False`."""

from functools import partial

import pytest

from otcore.ports.storage import Store
from otcore.testing.contract.atomicity import everything, stored
from otcore.testing.work import add, begun, committed, total


class Durability:
    """What is committed is there for whoever opens the store next."""

    durable = True

    @pytest.fixture
    def reopened(self, store: Store) -> Store:
        """The same store, opened once more beside the first, as another process would: the second hole."""
        if not self.durable:
            pytest.skip("this store says that it is not durable")
        raise NotImplementedError("override the fixture `reopened`, or say `durable = False`")

    def test_another_opening_sees_all_that_is_committed(self, store: Store, reopened: Store) -> None:
        begun(store, "a", "b")
        committed(store, lambda one: everything(one, "a", "b"))
        found = stored(store, "a", "b")
        assert stored(reopened, "a", "b") == found
        committed(reopened, partial(add, id="a"))
        assert total(store, "a") == "6.00 EUR", "what the other wrote is not seen"
