"""Everything stored for one scope."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from attrs import define, field

from otcore.adapters.memory.rows import Rows
from otcore.adapters.memory.shelf import Facts, Shelf
from otcore.ports.outbox import Notice
from otcore.ports.storage import Answer
from otcore.receivables.ledger import Entry

Place = tuple[str, str]
"""The name of a kind and an id."""


class Key(NamedTuple):
    """An idempotency key: what it came with and what it led to."""

    fingerprint: str
    answer: Answer = Answer()


class Waiting(NamedTuple):
    """A message that has not arrived, and until when a reader holds it."""

    notice: Notice
    leased: datetime | None = None


@define(eq=False)
class Space:
    """One scope's shelves, ledger, number series, keys and outbox; another scope has another space.

    `commits`: how many units of work made it what it is.
    """

    shelves: dict[str, Shelf] = field(factory=dict)
    rows: Rows = field(factory=Rows)
    by_party: dict[str, Rows] = field(factory=dict)
    series: dict[str, int] = field(factory=dict)
    keys: dict[str, Key] = field(factory=dict)
    outbox: dict[int, Waiting] = field(factory=dict)
    commits: int = 0

    def shelf(self, kind: str) -> Shelf:
        """The aggregates of one kind."""
        shelf = self.shelves.get(kind)
        return shelf if shelf is not None else self.shelves.setdefault(kind, Shelf())

    def version(self, place: Place) -> int:
        """How many facts of an aggregate are stored; 0 when it is not."""
        kind, id = place
        shelf = self.shelves.get(kind)
        kept = shelf.kept.get(id) if shelf else None
        return kept.version if kept else 0

    def append(self, entry: Entry, at: datetime) -> None:
        """Add a row to the ledger."""
        self.rows.add(entry, at)
        rows = self.by_party.get(entry.party)
        if rows is None:
            rows = self.by_party[entry.party] = Rows()
        rows.add(entry, at)

    def entries(self, until: date | None, party: str, known: datetime | None) -> list[Entry]:
        """Rows of the ledger, of one party or of all, in the order they were added."""
        rows = self.by_party.get(party) if party else self.rows
        return rows.chosen(until, known) if rows else []

    def facts(self, kinds: Collection[str]) -> dict[Place, list[Facts]]:
        """Every aggregate's facts, of these kinds or of all."""
        shelves = {kind: shelf for kind, shelf in self.shelves.items() if not kinds or kind in kinds}
        return {(kind, id): list(facts) for kind, shelf in shelves.items() for id, facts in shelf.facts.items()}
