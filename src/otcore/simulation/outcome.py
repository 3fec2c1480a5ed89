"""What came of a scenario played once."""

from collections.abc import Mapping

from attrs import frozen

from otcore.kpi.orders.rows import OrderRow
from otcore.receivables.ledger import Entry
from otcore.simulation.scenario import Scenario
from otcore.simulation.stations import Load


@frozen
class Outcome:
    """The firm's books at the end: the ledger's rows, what every order went through, and what each station did."""

    scenario: Scenario
    seed: int
    entries: tuple[Entry, ...]
    orders: tuple[OrderRow, ...]
    loads: Mapping[str, Load]
