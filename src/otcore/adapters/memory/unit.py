"""A unit of work in memory: reads committed states, buffers what it writes, checks everything at commit."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from threading import Lock
from types import MappingProxyType
from typing import Any, TypeVar

from otcore.adapters.checks import claimable, same_fingerprint
from otcore.adapters.freezing import frozen, frozen_all
from otcore.adapters.memory.pending import Pending, Saved, changed
from otcore.adapters.memory.shelf import Facts, fits
from otcore.adapters.memory.space import Key, Place, Space, Waiting
from otcore.ports.errors import Conflict, NotFound
from otcore.ports.kinds import Kept, Kind
from otcore.ports.outbox import Notice, Posted
from otcore.ports.storage import Answer, Context, Where
from otcore.receivables.ledger import Entry
from otcore.values.recorded import Recorded, Stream

S = TypeVar("S")


class MemoryUnit:
    """See `UnitOfWork`. It sees its own writes before anybody else does."""

    __slots__ = ("_as_of", "_context", "_lock", "_lost", "_pending", "_positions", "_reading", "_space")

    def __init__(self, space: Space, context: Context, reading: bool, lock: Lock, positions: Iterator[int]) -> None:
        self._space = space
        with lock:  # begun within a commit, it would take half of that for what is stored
            self._as_of = space.commits
        self._context = context
        self._reading = reading
        self._lock = lock
        self._positions = positions
        self._pending = Pending()
        self._lost = False

    # aggregates

    def load(self, kind: Kind[S], id: str, for_update: bool = False) -> Kept[S]:
        """One aggregate; an unstored one has version 0 and no state."""
        return self._seen(kind, id, self._space.shelf(kind.name).kept.get(id), for_update)

    def load_many(self, kind: Kind[S], ids: Sequence[str], for_update: bool = False) -> tuple[Kept[S], ...]:
        """Several, in the order asked for, all as of one moment."""
        kept = self._space.shelf(kind.name).kept
        with self._lock:
            found = [kept.get(id) for id in ids]
        return tuple([self._seen(kind, id, one, for_update) for id, one in zip(ids, found, strict=True)])

    def find(self, kind: Kind[S], where: Where, for_update: bool = False) -> tuple[Kept[S], ...]:
        """All that match, ordered by id."""
        with self._lock:
            found = self._space.shelf(kind.name).matching(where)
        self._still()
        references = frozenset(where.references)
        for (name, id), saved in self._pending.saved.items():
            if name == kind.name:
                found.pop(id, None)
                if fits(saved.facets, where, references):
                    found[id] = saved.kept
        return tuple([self._seen(kind, id, found[id], for_update) for id in sorted(found)])

    def _seen(self, kind: Kind[S], id: str, stored: Kept[S] | None, for_update: bool) -> Kept[S]:
        """A unit sees one version of an aggregate; what it decided on an older one must not be saved as the next."""
        pending, place = self._pending, (kind.name, id)
        saved = pending.saved.get(place)
        if saved is not None:
            return saved.kept
        kept = Kept(kind, id) if stored is None else stored
        if for_update:
            self._writes()
            pending.relied_on.setdefault(place, kept.version)
        if not self._reading and pending.seen.setdefault(place, kept.version) != kept.version:
            raise self._conflict(changed(place))
        self._still()
        return kept

    def _still(self) -> None:
        """What was just read goes with what this unit relies on, or it would decide on a state that never was."""
        if self._as_of == self._space.commits:
            return
        with self._lock:
            self._as_of, broken = self._space.commits, self._pending.broken(self._space)
        if broken:
            raise self._conflict(broken)

    def save(self, kept: Sequence[Kept[Any]]) -> None:
        """Keep states and their new events."""
        self._writes()
        for one in kept:
            self._save(one)

    def _save(self, kept: Kept[Any]) -> None:
        kind, id, state, pending = kept.kind, kept.id, kept.some, self._pending
        place, facts = (kind.name, id), frozen_all(kept.events)
        saved = pending.saved.get(place)
        if saved is not None:
            if saved.kept.version != kept.version:
                raise self._conflict(f"{kind.name} {id!r} was saved in this unit with another version")
            facts = saved.facts + facts
        elif pending.relied_on.setdefault(place, kept.version) != kept.version:
            raise self._conflict(changed(place))
        newer = Kept(kind, id, kept.next_version, frozen(state))
        pending.saved[place] = Saved(newer, kind.facets(state), facts)

    def history(self, kind: Kind[Any], id: str) -> tuple[Recorded, ...]:
        """The events of one aggregate, oldest first."""
        place = (kind.name, id)
        with self._lock:
            stored = list(self._space.shelf(kind.name).facts.get(id, ()))
        return tuple(self._recorded(place, stored))

    def happened(self, kinds: Sequence[str] = (), until: datetime | None = None) -> tuple[Recorded, ...]:
        """The events of the scope, of these kinds or of all, recorded up to a moment, in the order of time."""
        names = frozenset(kinds)
        with self._lock:
            stored = self._space.facts(names)
        places = {*stored, *(place for place in self._pending.saved if not names or place[0] in names)}
        facts = (fact for place in places for fact in self._recorded(place, stored.get(place, ())))
        return tuple(sorted((fact for fact in facts if until is None or fact.at <= until), key=_in_time))

    def _recorded(self, place: Place, stored: Iterable[Facts]) -> Iterator[Recorded]:
        """One aggregate's facts: the stored ones and those of this unit."""
        saved, context = self._pending.saved.get(place), self._context
        own = ((context.at, context.actor, saved.facts),) if saved else ()
        stream = Stream(context.scope, *place)
        facts = ((at, actor, event) for at, actor, events in (*stored, *own) for event in events)
        return (Recorded(stream, number, *fact) for number, fact in enumerate(facts, 1))

    # ledger and numbers

    def append(self, entries: Sequence[Entry]) -> None:
        """Add rows to the receivables ledger."""
        self._writes()
        self._pending.entries += entries

    def entries(self, until: date | None = None, party: str = "", known: datetime | None = None) -> tuple[Entry, ...]:
        """Ledger rows in the order they were added, up to a day, recorded up to a moment."""
        with self._lock:
            rows = self._space.entries(until, party, known)
        if known is None or self._context.at <= known:
            added = (row for row in self._pending.entries if not party or row.party == party)
            rows += [row for row in added if until is None or row.day <= until]
        return tuple(rows)

    def number(self, series: str) -> int:
        """The next number of a series."""
        self._writes()
        numbers = self._pending.numbers
        found, last = numbers.get(series) or (self._space.series.get(series, 0),) * 2
        numbers[series] = (found, last + 1)
        return last + 1

    # idempotency

    def claim(self, key: str, fingerprint: str) -> Answer | None:
        """Insert an idempotency key; None if it is new, else what it led to."""
        self._writes()
        known = self._key(claimable(key))
        if known is None:
            self._pending.keys[key] = (None, Key(fingerprint))
            return None
        same_fingerprint(key, known.fingerprint, fingerprint)
        return known.answer

    def answer(self, key: str, answer: Answer) -> None:
        """Keep what a claimed key led to; it has one answer."""
        self._writes()
        known = self._key(key)
        if known is None:
            raise NotFound("key", key)
        if known.answer.kind:
            raise self._conflict(f"idempotency key {key!r} has an answer")
        found, _ = self._pending.keys.get(key) or (known, None)
        self._pending.keys[key] = (found, known._replace(answer=answer))

    def _key(self, key: str) -> Key | None:
        claimed = self._pending.keys.get(key)
        return claimed[1] if claimed else self._space.keys.get(key)

    # outbox

    def announce(self, notice: Notice) -> None:
        """Put a message in the outbox."""
        self._writes()
        facts = MappingProxyType(dict(notice.facts))
        self._pending.notices.append(Notice(notice.topic, notice.subject, facts))

    def take(self, limit: int, until: datetime) -> tuple[Posted, ...]:
        """Undelivered messages that no other reader holds, oldest first."""
        self._writes()
        with self._lock:
            free = [place for place in self._space.outbox.items() if self._free(*place)]
        for position, waiting in free[:limit]:
            self._pending.lease(position, waiting, until)
        return tuple(Posted(position, waiting.notice) for position, waiting in free[:limit])

    def _free(self, position: int, waiting: Waiting) -> bool:
        leased = waiting.leased
        return position not in self._pending.leases and (leased is None or leased <= self._context.at)

    def delivered(self, posted: Sequence[Posted]) -> None:
        """These messages arrived."""
        self._writes()
        leases = self._pending.leases
        for one in posted:
            found, _ = leases.get(one.position) or (self._space.outbox.get(one.position), None)
            leases[one.position] = (found, None)

    # the unit itself

    def who(self) -> str:
        """The actor of the context."""
        return self._context.actor

    def _writes(self) -> None:
        if self._reading:
            raise TypeError("this unit of work was begun to read only")

    def _conflict(self, what: str) -> Conflict:
        """The unit is lost; the error to raise."""
        self._lost = True
        return Conflict(what)

    def commit(self) -> None:
        """Store everything, or nothing and raise `Conflict`."""
        pending, self._pending = self._pending, Pending()
        with self._lock:
            broken = "the unit of work was lost" if self._lost else pending.broken(self._space)
            if broken:
                raise self._conflict(broken)
            pending.apply(self._space, self._context.at, self._context.actor, self._positions)

    def close(self) -> None:
        """Forget what was not committed."""
        self._pending = Pending()


def _in_time(fact: Recorded) -> tuple[datetime, str, str, int]:
    return fact.at, fact.stream.kind, fact.stream.id, fact.sequence
