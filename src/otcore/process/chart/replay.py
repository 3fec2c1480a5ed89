"""A stream of facts held against the tables of its kind."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define

from otcore.orders.amendment_lifecycle import AMENDMENT
from otcore.process.tables import TABLES

Table = Mapping[tuple[Any, type], Any]


@define(eq=False)
class Cycle:
    """One table, and where things stand in it. `again`: once it has ended, it may begin anew."""

    table: Table
    again: bool = False
    state: Any = None

    def knows(self, event: type) -> bool:
        """Whether the table speaks of such a fact."""
        return any(known is event for _, known in self.table)

    def takes(self, event: type) -> bool:
        """Go on by one fact; whether it was allowed.

        After one that was not, things stand where it leads from elsewhere, so that one mistake is told once; where
        that is not one state, they stand as before.
        """
        before = None if self.again and self._ended else self.state
        if (before, event) in self.table:
            self.state = self.table[before, event]
            return True
        leads = {after for (_, known), after in self.table.items() if known is event}
        self.state = leads.pop() if len(leads) == 1 else self.state
        return False

    @property
    def _ended(self) -> bool:
        return all(before is not self.state for before, _ in self.table)


def cycles(kind: str) -> Sequence[Cycle]:
    """The tables that a new stream of this kind goes by: none, its own, of an order also that of its amendments."""
    own = [Cycle(TABLES[kind].table)] if kind in TABLES else []
    return [*own, Cycle(AMENDMENT.table, again=True)] if kind == "order" else own
