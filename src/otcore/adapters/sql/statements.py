"""The SQL, built once a database with SQLAlchemy Core, run by its driver; parameters come in the order of the names."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ARRAY, Column, ColumnElement, Table, and_, bindparam, delete, literal_column, select, update

from otcore.adapters.sql.dialect import Database
from otcore.adapters.sql.tables import ENTRIES, EVENTS, KEYS, OUTBOX, SERIES, STATES

_SCOPE = ("tenant", "legal_entity")
_PLACE = (*_SCOPE, "kind", "id")

FACETS = ("party", "reference", "status", "day")
"""The columns that a state is found by."""


class Sql(NamedTuple):
    """SQL text, the values of its last parameters where those are always the same, and what does it for many rows."""

    text: str
    rest: tuple[Any, ...] = ()
    many: "Many | None" = None


class Many(NamedTuple):
    """A statement that takes many rows as columns. Of each parameter: its place in a row, and whether it is a list."""

    text: str
    columns: tuple[tuple[int, bool], ...]

    def values(self, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """The parameters that these rows make."""
        by_place = list(zip(*rows, strict=True))
        return [list(by_place[place]) if listed else by_place[place][0] for place, listed in self.columns]


class Asked(NamedTuple):
    """What a search restricts, and whether it locks."""

    party: bool = False
    references: bool = False
    status: bool = False
    until: bool = False
    for_update: bool = False


class Statements:
    """SQL by what it does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._searches: dict[Asked, Sql] = {}
        self._updates: dict[tuple[str, ...], Sql] = {}
        self._states()
        self._series_and_keys()
        self._outbox()
        self.add_events = self._insert(EVENTS)
        self.history = self._sql(
            select(EVENTS.c.sequence, EVENTS.c.at, EVENTS.c.actor, EVENTS.c.type, EVENTS.c.schema, EVENTS.c.body)
            .where(_same(EVENTS, *_PLACE))
            .order_by(EVENTS.c.sequence),
            *_PLACE,
        )
        self.add_entries = self._insert(ENTRIES)

    def _states(self) -> None:
        one = select(*_state_columns()).where(_same(STATES, *_PLACE))
        self.load = self._sql(one, *_PLACE)
        self.load_locking = self._sql(one.with_for_update(), *_PLACE)
        many = _rows().where(_same(STATES, *_SCOPE, "kind"), self._database.any_of(STATES.c.id, "ids"))
        self.load_many = self._sql(many, *_SCOPE, "kind", "ids")
        self.load_many_locking = self._sql(many.order_by(STATES.c.id).with_for_update(), *_SCOPE, "kind", "ids")
        self.insert_states = self._insert(STATES)
        self.hold = self._sql(self._values(STATES).on_conflict_do_nothing(), *_names(STATES))
        nothing = and_(_same(STATES, *_PLACE), STATES.c.version == literal_column("0"))
        self.let_go = self._sql(delete(STATES).where(nothing), *_PLACE)

    def update_states(self, moved: tuple[str, ...]) -> Sql:
        """Newer states for `run_many`; parameters: version, schema, these facets, body, place, old version."""
        found = self._updates.get(moved)
        if found is None:
            changed, found_by = ("version", "schema", *moved, "body"), (*_PLACE, "version")
            new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in changed}
            one = update(STATES).values(new).where(_same(STATES, *found_by))
            many = self._database.update_columns(STATES, changed, found_by)
            found = self._updates[moved] = self._both(one, many, *(f"new_{name}" for name in changed), *found_by)
        return found

    def _series_and_keys(self) -> None:
        first: dict[str, Any] = {name: bindparam(name) for name in (*_SCOPE, "name")}
        first["last"] = literal_column("1")
        later = {"last": SERIES.c.last + literal_column("1")}
        number = self._database.insert(SERIES).values(first)
        number = number.on_conflict_do_update(index_elements=[*_SCOPE, "name"], set_=later).returning(SERIES.c.last)
        self.number = self._sql(number, *_SCOPE, "name")
        self.claim = self._sql(self._values(KEYS).on_conflict_do_nothing(), *_names(KEYS))
        found = select(KEYS.c.fingerprint, KEYS.c.kind, KEYS.c.id, KEYS.c.version)
        self.key = self._sql(found.where(_same(KEYS, *_SCOPE, "key")), *_SCOPE, "key")
        columns = ("kind", "id", "version")
        new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
        unanswered = and_(_same(KEYS, *_SCOPE, "key"), KEYS.c.kind == literal_column("''"))
        answer = update(KEYS).values(new).where(unanswered)
        self.answer = self._sql(answer, *(f"new_{name}" for name in columns), *_SCOPE, "key")

    def _outbox(self) -> None:
        self.announce = self._insert(OUTBOX)
        free = (
            select(OUTBOX.c.position)
            .where(_same(OUTBOX, *_SCOPE), OUTBOX.c.leased <= bindparam("now"))
            .order_by(OUTBOX.c.position)
            .limit(bindparam("limit"))
            .with_for_update(skip_locked=True)
        )
        take = (
            update(OUTBOX)
            .values(leased=bindparam("until"))
            .where(OUTBOX.c.position.in_(free))
            .returning(OUTBOX.c.position, OUTBOX.c.topic, OUTBOX.c.subject, OUTBOX.c.facts)
        )
        self.take = self._sql(take, "until", *_SCOPE, "now", "limit")
        self.delivered = self._sql(delete(OUTBOX).where(_same(OUTBOX, *_SCOPE, "position")), *_SCOPE, "position")

    def happened(self, kinds: bool, until: bool) -> Sql:
        """Events in the order of time; parameters are the scope, then kinds and moment where they restrict."""
        of = EVENTS.c
        asked = (
            (self._database.any_of(of.kind, "kinds"), "kinds", kinds),
            (of.at <= bindparam("until"), "until", until),
        )
        given = [(condition, name) for condition, name, is_given in asked if is_given]
        rows = select(of.kind, of.id, of.sequence, of.at, of.actor, of.type, of.schema, of.body)
        rows = rows.where(_same(EVENTS, *_SCOPE), *(condition for condition, _ in given))
        return self._sql(rows.order_by(of.at, of.kind, of.id, of.sequence), *_SCOPE, *(name for _, name in given))

    def entries(self, party: bool, until: bool, known: bool) -> Sql:
        """Ledger rows; parameters are the scope, then party, day and moment where they restrict."""
        asked = (
            (_same(ENTRIES, "party"), "party", party),
            (ENTRIES.c.day <= bindparam("day"), "day", until),
            (ENTRIES.c.at <= bindparam("known"), "known", known),
        )
        given = [(condition, name) for condition, name, is_given in asked if is_given]
        columns = (ENTRIES.c[name] for name in ("kind", "day", "minor", "currency", "party", "item", "receipt", "due"))
        rows = select(*columns).where(_same(ENTRIES, *_SCOPE), *(condition for condition, _ in given))
        return self._sql(rows.order_by(ENTRIES.c.position), *_SCOPE, *(name for _, name in given))

    def find(self, asked: Asked) -> Sql:
        """States by facets: parameters are the scope, the kind, then what is asked for."""
        found = self._searches.get(asked)
        if found is None:
            found = self._searches[asked] = self._find(asked)
        return found

    def _find(self, asked: Asked) -> Sql:
        conditions = {
            "party": _same(STATES, "party"),
            "references": self._database.any_of(STATES.c.reference, "references"),
            "status": _same(STATES, "status"),
            "until": STATES.c.day <= bindparam("until"),
        }
        # What is in an index of given values only must say so.
        given = {"party": "party", "references": "reference", "status": "status", "until": "day"}
        names = [name for name in conditions if getattr(asked, name)]
        rows = _rows().where(_same(STATES, *_SCOPE, "kind"), STATES.c.version > literal_column("0"))
        for name in names:
            rows = rows.where(conditions[name], STATES.c[given[name]] != literal_column("''"))
        rows = rows.order_by(STATES.c.id)
        return self._sql(rows.with_for_update() if asked.for_update else rows, *_SCOPE, "kind", *names)

    def _insert(self, table: Table) -> Sql:
        names = _names(table)
        return self._both(self._values(table), self._database.insert_columns(table, names), *names)

    def _both(self, one: Any, many: Any, *names: str) -> Sql:
        """A statement for one row, with the one for many if the database has it."""
        sql = self._sql(one, *names)
        if many is None:
            return sql
        compiled = many.compile(dialect=self._database.sql)
        listed = {name: isinstance(bind.type, ARRAY) for name, bind in compiled.binds.items()}
        columns = tuple((names.index(name), listed[name]) for name in compiled.positiontup)
        return sql._replace(many=Many(str(compiled).replace(*self._database.marks), columns))

    def _values(self, table: Table) -> Any:
        return self._database.insert(table).values({name: bindparam(name) for name in _names(table)}).inline()

    def _sql(self, statement: Any, *names: str) -> Sql:
        compiled = statement.compile(dialect=self._database.sql)
        order = compiled.positiontup
        if tuple(order[: len(names)]) != names:
            raise AssertionError(f"parameters are {order}, not {names}: {compiled}")
        return Sql(str(compiled), tuple(compiled.params[name] for name in order[len(names) :]))


def _names(table: Table) -> tuple[str, ...]:
    """The columns that are written; a position is given by the database."""
    return tuple(column.name for column in table.columns if column.name != "position")


def _rows() -> Any:
    return select(STATES.c.id, *_state_columns())


def _state_columns() -> tuple[Column[Any], ...]:
    return tuple(STATES.c[name] for name in ("version", "schema", "body", *FACETS))


def _same(table: Table, *names: str) -> ColumnElement[bool]:
    return and_(*(table.c[name] == bindparam(name) for name in names))
