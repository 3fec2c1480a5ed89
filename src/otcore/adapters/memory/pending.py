"""What a unit of work has seen and wants changed, and how that becomes part of a space at commit."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from attrs import define, field

from otcore.adapters.memory.space import Key, Place, Space, Waiting
from otcore.ports.kinds import Kept
from otcore.ports.outbox import Notice
from otcore.receivables.ledger import Entry
from otcore.values.facets import Facets


def changed(place: Place) -> str:
    """What to say of an aggregate that is not as this unit saw it."""
    kind, id = place
    return f"{kind} {id!r} was changed by another unit of work"


@define(eq=False)
class Saved:
    """A state to store as it will be handed out, what it is found by, and the facts since it was loaded."""

    kept: Kept[Any]
    facets: Facets
    facts: tuple[object, ...]


@define(eq=False)
class Pending:
    """The buffer. `seen`: versions as loaded; `relied_on`: those that must be stored still; `numbers`: the last number
    as found and as taken; `keys` and `leases`: what was found and what shall be there (None: nothing)."""

    seen: dict[Place, int] = field(factory=dict)
    relied_on: dict[Place, int] = field(factory=dict)
    saved: dict[Place, Saved] = field(factory=dict)
    entries: list[Entry] = field(factory=list)
    numbers: dict[str, tuple[int, int]] = field(factory=dict)
    keys: dict[str, tuple[Key | None, Key]] = field(factory=dict)
    notices: list[Notice] = field(factory=list)
    leases: dict[int, tuple[Waiting | None, Waiting | None]] = field(factory=dict)

    def broken(self, space: Space) -> str:
        """What this unit relied on and has changed; empty when nothing has."""
        return next(self._changes(space), "")

    def _changes(self, space: Space) -> Iterator[str]:
        for place, version in self.relied_on.items():
            if space.version(place) != version:
                yield changed(place)
        for series, (found, _) in self.numbers.items():
            if space.series.get(series, 0) != found:
                yield f"another unit of work took a number of series {series!r}"
        for key, (before, _) in self.keys.items():
            if space.keys.get(key) is not before:
                yield f"another unit of work used idempotency key {key!r}"
        for position, (waiting, _) in self.leases.items():
            if space.outbox.get(position) is not waiting:
                yield f"another reader took message {position}"

    def apply(self, space: Space, at: datetime, actor: str, positions: Iterator[int]) -> None:
        """Make it so; cannot fail."""
        space.commits += 1
        for (kind, _), saved in self.saved.items():
            space.shelf(kind).put(saved.kept, saved.facets, (at, actor, saved.facts))
        for entry in self.entries:
            space.append(entry, at)
        for series, (_, taken) in self.numbers.items():
            space.series[series] = taken
        for key, (_, now) in self.keys.items():
            space.keys[key] = now
        self._apply_leases(space)
        for notice in self.notices:
            space.outbox[next(positions)] = Waiting(notice)

    def _apply_leases(self, space: Space) -> None:
        for position, (_, waiting) in self.leases.items():
            if waiting is None:
                space.outbox.pop(position, None)
            else:
                space.outbox[position] = waiting

    def lease(self, position: int, found: Waiting, until: datetime) -> None:
        """Hold a message until then."""
        self.leases[position] = (found, found._replace(leased=until))
