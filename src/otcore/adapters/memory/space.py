"""Everything stored for one scope."""

from datetime import datetime
from typing import NamedTuple

from attrs import define, field

from otcore.adapters.memory.shelf import Shelf
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
    entries: list[Entry] = field(factory=list)
    by_party: dict[str, list[Entry]] = field(factory=dict)
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

    def append(self, entry: Entry) -> None:
        """Add a row to the ledger."""
        self.entries.append(entry)
        self.by_party.setdefault(entry.party, []).append(entry)
