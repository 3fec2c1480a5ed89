"""What every store promises, as tests. Subclass `StoreContract`, fill its one hole, run pytest."""

import pytest

from otcore.ports.storage import Store
from otcore.testing.contract.aggregates import Aggregates
from otcore.testing.contract.atomicity import Atomicity, Immutability
from otcore.testing.contract.concurrency import Concurrency
from otcore.testing.contract.durability import Durability
from otcore.testing.contract.finding import Finding
from otcore.testing.contract.histories import Histories
from otcore.testing.contract.keys import Keys
from otcore.testing.contract.ledger import Ledger
from otcore.testing.contract.model import LikeTheModel
from otcore.testing.contract.numbers import Numbers
from otcore.testing.contract.outbox import Outbox
from otcore.testing.contract.reading import Reading
from otcore.testing.contract.scopes import Scopes
from otcore.testing.contract.versions import Versions
from otcore.testing.tally import KINDS


class StoreContract(
    Aggregates,
    Histories,
    Atomicity,
    Immutability,
    Versions,
    Finding,
    Numbers,
    Keys,
    Ledger,
    Outbox,
    Scopes,
    Reading,
    Concurrency,
    Durability,
    LikeTheModel,
):
    """The promises of `otcore.ports.storage`, one test each.

        class TestMyStore(StoreContract):
            durable = False                     # or override `reopen`

            @pytest.fixture
            def store(self, tmp_path):
                return MyStore(tmp_path / "store", kinds=self.kinds)

    `store` gives a new, empty store to each test; it must take the aggregates of `kinds`. A store may make a unit of
    work wait for another, or give it a `Conflict` at any call: let it wait a fraction of a second at most, or the tests
    that let two units meet take long. It is used by several threads at once, each unit of work by one of them.
    """

    kinds = KINDS

    @pytest.fixture
    def store(self) -> Store:
        """The hole to fill."""
        raise NotImplementedError("override the fixture `store`")
