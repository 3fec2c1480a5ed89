"""The part of a unit of work that loads, finds and keeps aggregates."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from otcore.adapters.freezing import frozen
from otcore.adapters.sql.codec import Codec
from otcore.adapters.sql.dialect import Database
from otcore.adapters.sql.pending import Change, Pending, Place, Values
from otcore.adapters.sql.rows import facet_columns, moment
from otcore.adapters.sql.statements import FACETS, Asked, Statements
from otcore.adapters.sql.transaction import Transaction
from otcore.ports.kinds import Kept, Kind
from otcore.ports.storage import Context, Where
from otcore.values.recorded import Recorded, Stream

S = TypeVar("S")

Seen = tuple[int, tuple[str, ...]]
"""The version that was loaded, and its facets as stored."""

_ABSENT = (0, 0, "", "", "", "", "")
"""The columns, from `version` on, of a row that is not there, or that only holds its place."""

_UNSEEN: Seen = (-1, ())


class Aggregates:
    """What a unit writes is buffered, and sent before a search could miss it."""

    def __init__(
        self, transaction: Transaction, context: Context, database: Database, sql: Statements, codec: Codec
    ) -> None:
        self.transaction = transaction
        self._context = context
        self._database = database
        self._sql = sql
        self._codec = codec
        self._scope = (context.scope.tenant, context.scope.legal_entity)
        self._stamp = (moment(context.at), context.actor)
        self._pending = Pending()
        self._notices: list[Values] = []
        self._held: set[Place] = set()
        self._seen: dict[Place, Seen] = {}

    def load(self, kind: Kind[S], id: str, for_update: bool = False) -> Kept[S]:
        """One aggregate; an unstored one has version 0 and no state."""
        change = self._pending.states.get((kind.name, id))
        if change is not None:
            return Kept(kind, id, change.version, change.state)
        sql = self._sql.load_locking if self._locks(for_update) else self._sql.load
        rows = self.transaction.rows(sql.text, (*self._scope, kind.name, id))
        if rows:
            return self._kept(kind, id, *rows[0])
        if for_update and self._database.locks_rows:
            return self._hold(kind, id)
        return self._kept(kind, id, *_ABSENT)

    def load_many(self, kind: Kind[S], ids: Sequence[str], for_update: bool = False) -> tuple[Kept[S], ...]:
        """Several, in the order asked for; locks are taken in key order."""
        states = self._pending.states
        wanted = sorted({id for id in ids if (kind.name, id) not in states})
        sql = self._sql.load_many_locking if self._locks(for_update) else self._sql.load_many
        values = (*self._scope, kind.name, self._database.listed(wanted))
        rows = self.transaction.rows(sql.text, values) if wanted else ()
        found = {row[0]: self._kept(kind, *row) for row in rows}
        if for_update or len(found) < len(wanted):
            found |= {id: self.load(kind, id, for_update) for id in wanted if id not in found}
        return tuple(found[id] if id in found else self.load(kind, id) for id in ids)

    def find(self, kind: Kind[S], where: Where, for_update: bool = False) -> tuple[Kept[S], ...]:
        """All that match, ordered by id."""
        self._send()
        references = self._database.listed(where.references) if where.references else None
        until = where.until.isoformat() if where.until else None
        given = (where.party, references, where.status, until)
        party, has_references, status, has_until = map(bool, given)
        asked = Asked(party, has_references, status, has_until, self._locks(for_update))
        values = (*self._scope, kind.name, *filter(None, given))
        rows = self.transaction.rows(self._sql.find(asked).text, values)
        return tuple(self._kept(kind, *row) for row in rows)

    def save(self, kept: Sequence[Kept[Any]]) -> None:
        """Keep states and their new events."""
        self._writes()
        for one in kept:
            self._save(one)

    def _save(self, kept: Kept[Any]) -> None:
        kind, place = kept.kind, (kept.kind.name, kept.id)
        before = self._pending.states.get(place)
        if before is not None and before.version != kept.version:
            raise self.transaction.conflict(f"{kind.name} {kept.id!r} was saved in this unit with another version")
        state = frozen(kept.some)
        facets, body = facet_columns(kind.facets(state)), self._codec.write_state(kind, state)
        base = before.base if before else kept.version
        self._pending.states[place] = Change(base, kept.next_version, kind.schema, body, facets, state)
        for sequence, event in enumerate(kept.events, kept.version + 1):
            body = self._codec.write(event)
            row = (*self._scope, *place, sequence, *self._stamp, type(event).__name__, kind.schema, body)
            self._pending.events.append(row)

    def history(self, kind: Kind[Any], id: str) -> tuple[Recorded, ...]:
        """The events of one aggregate, oldest first."""
        self._send()
        stream = Stream(self._context.scope, kind.name, id)
        rows = self.transaction.rows(self._sql.history.text, (*self._scope, kind.name, id))
        read = self._codec.read_event
        return tuple(
            Recorded(stream, sequence, datetime.fromisoformat(at), actor, read(kind, id, type_name, schema, body))
            for sequence, at, actor, type_name, schema, body in rows
        )

    def happened(self, kinds: Sequence[str] = (), until: datetime | None = None) -> tuple[Recorded, ...]:
        """The events of the scope, of these kinds or of all, recorded up to a moment, in the order of time."""
        self._send()
        scope, read = self._context.scope, self._codec.read_stored
        given = (self._database.listed(kinds) if kinds else None, moment(until) if until else None)
        sql = self._sql.happened(*map(bool, given))
        rows = self.transaction.rows(sql.text, (*self._scope, *filter(None, given)))
        return tuple(
            Recorded(Stream(scope, kind, id), sequence, datetime.fromisoformat(at), actor, read(kind, id, *stored))
            for kind, id, sequence, at, actor, *stored in rows
        )

    def _kept(self, kind: Kind[S], id: str, version: int, schema: int, body: str, *facets: str) -> Kept[S]:
        if self._seen.setdefault((kind.name, id), (version, facets))[0] != version:
            raise self.transaction.conflict(f"{kind.name} {id!r} was changed by another unit of work")
        return Kept(kind, id, version, self._codec.read_state(kind, id, schema, body)) if version else Kept(kind, id)

    def _hold(self, kind: Kind[S], id: str) -> Kept[S]:
        """Lock a place where nothing is, by a row that lives only as long as this unit."""
        place = (kind.name, id)
        if self.transaction.run(self._sql.hold.text, (*self._scope, *place, *_ABSENT)):
            self._held.add(place)
            return self._kept(kind, id, *_ABSENT)
        return self.load(kind, id, for_update=True)  # somebody stored it meanwhile

    def _writes(self) -> None:
        if self.transaction.reading:
            raise TypeError("this unit of work was begun to read only")

    def _locks(self, for_update: bool) -> bool:
        if for_update:
            self._writes()
        return for_update

    def _send(self) -> None:
        pending, self._pending = self._pending, Pending()
        pending.send(self._scope, self._moved, self._held, self._sql, self.transaction)
        for place, change in pending.states.items():
            self._seen[place] = (change.version, change.facets)

    def _moved(self, place: Place, change: Change) -> tuple[str, ...]:
        """The facets to write: those that are not stored yet, or all if the row was not loaded.

        SQLite rewrites the index of every column that is set, changed or not.
        """
        version, stored = self._seen.get(place, _UNSEEN)
        if version != change.base:
            return FACETS
        return tuple([name for name, old, new in zip(FACETS, stored, change.facets, strict=True) if old != new])

    def _let_go(self) -> None:
        for place in self._held:
            self.transaction.run_one(self._sql.let_go.text, (*self._scope, *place))
        self._held.clear()
