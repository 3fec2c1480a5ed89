"""A store as one would write it in an afternoon: one dictionary a scope, everything that was read compared at commit.

It keeps the contract, so the contract asks for nothing odd; each class in `naive` makes one mistake in it.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import count
from threading import Lock
from typing import Any

from otcore.adapters.freezing import frozen
from otcore.ports.errors import Conflict, NotFound
from otcore.ports.kinds import Kept, Kind
from otcore.ports.outbox import Notice, Posted
from otcore.ports.storage import Answer, Context, Where
from otcore.receivables.ledger import Entry
from otcore.values.faults import Invalid, Rejected
from otcore.values.recorded import Recorded, Stream
from otcore.values.scope import Scope

Name = tuple[str, ...]
"""Under what a value is kept: ("state", kind, id), ("series", name), ("key", key), ("message", position) ..."""

NEW: dict[str, Any] = {"state": (0, None, None), "series": 0}
"""What is found where nothing is stored; None otherwise."""

POSITION = "{:09}"


class SimpleStore:
    """Safe for threads."""

    def __init__(self, unit: "type[SimpleUnit] | None" = None) -> None:
        self.unit = unit or SimpleUnit
        self.lock = Lock()
        self.spaces: dict[Scope, dict[Name, Any]] = {}
        self.positions = count(1)
        self.seen_position = 0

    def space(self, scope: Scope) -> dict[Name, Any]:
        return self.spaces.setdefault(scope, {})

    def begin(self, context: Context, reading: bool = False) -> "SimpleUnit":
        return self.unit(self, context, reading)


class SimpleUnit:
    """`read`: every value as it was when this unit first looked; `written`: how values change at commit."""

    def __init__(self, store: SimpleStore, context: Context, reading: bool) -> None:
        self.store = store
        self.context = context
        self.reading = reading
        self.space = store.space(context.scope)
        self.lost = False
        self.close()

    def close(self) -> None:
        self.read: dict[Name, Any] = {}
        self.own: dict[Name, Any] = {}
        self.added: list[tuple[Name, Any]] = []

    def stored(self, name: Name) -> Any:
        return self.space.get(name, NEW.get(name[0]))

    def value(self, name: Name) -> Any:
        """What this unit wrote, or what is stored, which must then stay so."""
        if name in self.own:
            return self.own[name]
        found = self.stored(name)
        if not self.reading and self.read.setdefault(name, found) != found:
            raise self.conflict(f"{name} changed")
        return found

    def write(self, name: Name, value: Any) -> None:
        self.writes()
        self.own[name] = value

    def add(self, name: Name, values: Iterable[Any]) -> None:
        """More at the end of a tuple, whoever else adds to it."""
        self.writes()
        self.added += [(name, value) for value in values]

    def all(self, name: Name) -> tuple[Any, ...]:
        return (*self.space.get(name, ()), *(value for other, value in self.added if other == name))

    def names(self, *start: str) -> list[Name]:
        with self.store.lock:
            return sorted(name for name in {*self.space, *self.own} if name[: len(start)] == start)

    def kept(self, value: Any) -> Any:
        """The value as it is kept and handed out: unchangeable."""
        return frozen(value)

    def conflict(self, what: str) -> Conflict:
        self.lost = True
        return Conflict(what)

    def writes(self) -> None:
        if self.reading:
            raise TypeError("only reads")

    # aggregates

    def load(self, kind: Kind[Any], id: str, for_update: bool = False) -> Kept[Any]:
        if for_update:
            self.writes()
        version, state, _ = self.value(("state", kind.name, id))
        return Kept(kind, id, version, state)

    def load_many(self, kind: Kind[Any], ids: Sequence[str], for_update: bool = False) -> tuple[Kept[Any], ...]:
        return tuple(self.load(kind, id, for_update) for id in ids)

    def find(self, kind: Kind[Any], where: Where, for_update: bool = False) -> tuple[Kept[Any], ...]:
        if for_update:
            self.writes()
        found = []
        for name in self.names("state", kind.name):
            _, _, facets = self.own.get(name) or self.space[name]
            if _fits(facets, where):
                found.append(self.load(kind, name[2]))
        return tuple(found)

    def save(self, kept: Sequence[Kept[Any]]) -> None:
        for one in kept:
            self._save(one)

    def _save(self, kept: Kept[Any]) -> None:
        self.writes()
        name, facets = ("state", kept.kind.name, kept.id), kept.kind.facets(kept.some)
        if self.value(name)[0] != kept.version:
            raise self.conflict(f"{name} changed")
        self.write(name, (kept.next_version, self.kept(kept.some), facets))
        facts = enumerate(kept.events, kept.version + 1)
        self.add_facts(kept, [(n, self.context.at, self.context.actor, self.kept(event)) for n, event in facts])

    def add_facts(self, kept: Kept[Any], facts: Sequence[Any]) -> None:
        self.add(("facts", kept.kind.name, kept.id), facts)

    def history(self, kind: Kind[Any], id: str) -> tuple[Recorded, ...]:
        stream = Stream(self.context.scope, kind.name, id)
        facts = self.all(("facts", kind.name, id))
        return tuple(Recorded(stream, n, at, actor, event) for n, at, actor, event in facts)

    def happened(self, kinds: Sequence[str] = (), until: datetime | None = None) -> tuple[Recorded, ...]:
        found: list[Recorded] = []
        for name in {*self.names("facts"), *(name for name, _ in self.added if name[0] == "facts")}:
            stream = Stream(self.context.scope, *name[1:])
            found += [Recorded(stream, n, at, actor, event) for n, at, actor, event in self.all(name)]
        chosen = (f for f in found if (not kinds or f.stream.kind in kinds) and (until is None or f.at <= until))
        return tuple(sorted(chosen, key=lambda f: (f.at, f.stream.kind, f.stream.id, f.sequence)))

    def who(self) -> str:
        return self.context.actor

    # ledger, numbers, keys

    def append(self, entries: Sequence[Entry]) -> None:
        self.add(("entries",), [(self.context.at, entry) for entry in entries])

    def entries(self, until: date | None = None, party: str = "", known: datetime | None = None) -> tuple[Entry, ...]:
        rows = (row for at, row in self.all(("entries",)) if known is None or at <= known)
        return tuple(r for r in rows if party in ("", r.party) and (until is None or r.day <= until))

    def number(self, series: str) -> int:
        number: int = self.value(("series", series)) + 1
        self.write(("series", series), number)
        return number

    def claim(self, key: str, fingerprint: str) -> Answer | None:
        self.writes()
        if not 1 <= len(key) <= 255:
            raise Invalid.one("KEY_LENGTH", "a key has 1 to 255 characters")
        known = self.value(("key", key))
        if known is None:
            self.write(("key", key), (fingerprint, Answer()))
            return None
        if known[0] != fingerprint:
            raise Rejected("KEY_REUSED", key=key)
        answer: Answer = known[1]
        return answer

    def answer(self, key: str, answer: Answer) -> None:
        self.writes()
        known = self.value(("key", key))
        if known is None:
            raise NotFound("key", key)
        if known[1].kind:
            raise self.conflict(f"{key} has an answer")
        self.write(("key", key), (known[0], answer))

    # outbox

    def announce(self, notice: Notice) -> None:
        self.add(("announced",), [self.kept(notice)])

    def take(self, limit: int, until: datetime) -> tuple[Posted, ...]:
        self.writes()
        taken: list[Posted] = []
        for name in self.names("message"):
            message = self.value(name)
            if message and message[1] <= self.context.at and len(taken) < limit:
                self.write(name, (message[0], until))
                taken.append(Posted(int(name[1]), message[0]))
        return tuple(taken)

    def delivered(self, posted: Sequence[Posted]) -> None:
        self.writes()
        for one in posted:
            name = ("message", POSITION.format(one.position))
            if self.value(name):
                self.write(name, None)

    # commit

    def changed(self, name: Name, value: Any) -> bool:
        """Whether something that this unit read is another now."""
        return bool(self.stored(name) != value)

    def commit(self) -> None:
        with self.store.lock:
            if self.lost or any(self.changed(name, value) for name, value in self.read.items()):
                raise self.conflict("changed")
            self.apply()
        self.close()

    def apply(self) -> None:
        self.space.update(self.own)
        for name, value in self.added:
            if name == ("announced",):
                self.post(next(self.store.positions), value)
            else:
                self.space[name] = (*self.space.get(name, ()), value)

    def post(self, position: int, notice: Notice) -> None:
        self.space["message", POSITION.format(position)] = (notice, datetime.min.replace(tzinfo=self.context.at.tzinfo))


def _fits(facets: Any, where: Where) -> bool:
    checks: list[Callable[[], bool]] = [
        lambda: where.party in ("", facets.party),
        lambda: not where.references or facets.reference in where.references,
        lambda: where.status in ("", facets.status),
        lambda: where.until is None or (facets.day is not None and facets.day <= where.until),
    ]
    return all(check() for check in checks)
