"""PostgreSQL by psycopg 3: READ COMMITTED with row locks for writers, one snapshot for readers."""

from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from sqlalchemy import (
    ARRAY,
    URL,
    BigInteger,
    ColumnElement,
    Engine,
    Table,
    Text,
    any_,
    bindparam,
    column,
    create_engine,
    event,
    func,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from otcore.adapters.sql.tables import ONCE

_LOST = {
    "23505",  # unique violation: somebody else inserted it first
    "40001",  # serialization failure
    "40P01",  # deadlock
    "55P03",  # lock not available within lock_timeout
}


_PLANS = {"enable_seqscan": "off", "enable_hashjoin": "off", "enable_mergejoin": "off", "jit": "off"}
"""Every statement here finds its rows by an index. A plan made while a table was small would read all of it, and is
kept for as long as the connection lives.
"""


class Postgresql:
    """See `Database`."""

    sql = PGDialect_psycopg(paramstyle="format")  # type: ignore[no-untyped-call]  # SQLAlchemy has no types here
    error = psycopg.Error
    begin_writing = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    locks_rows = True
    marks = ("%s", "%b")  # lists in binary form: the text form of an array quotes every sign of a JSON document anew

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout

    def engine(self, url: URL) -> Engine:
        """Connections that give up waiting for a lock after the timeout."""
        sizes: dict[str, Any] = {"pool_size": 8, "max_overflow": -1, "pool_reset_on_return": None}
        engine = create_engine(url, connect_args={"autocommit": True}, **sizes)
        event.listen(engine, "connect", self._set_up)
        event.listen(engine, "begin", _begin)
        return engine

    def _set_up(self, connection: Any, _: Any) -> None:
        settings = {"lock_timeout": round(self._timeout * 1000), **_PLANS}
        for name, value in settings.items():
            connection.execute(f"SET {name} = {value}")

    def insert(self, table: Any) -> Any:
        """An INSERT that knows ON CONFLICT."""
        return insert(table)

    def insert_columns(self, table: Table, names: Sequence[str]) -> Any:
        """A statement a row would cost the server as much as all of them together."""
        once = {name: bindparam(name, type_=Text()) for name in names if name in ONCE}
        new = _rows(table, {name: name for name in names if name not in ONCE})
        columns = [once[name] if name in once else new.c[name] for name in names]
        return insert(table).from_select(list(names), select(*columns))

    def update_columns(self, table: Table, changed: Sequence[str], same: Sequence[str]) -> Any:
        """All are lists: by a condition on one value the planner would begin with all rows of the scope."""
        new = _rows(table, {f"new_{name}": name for name in changed} | {name: name for name in same})
        values = {name: new.c[f"new_{name}"] for name in changed}
        return update(table).values(values).where(*(table.c[name] == new.c[name] for name in same))

    def any_of(self, column: Any, name: str) -> ColumnElement[bool]:
        """The list is an array."""
        condition: ColumnElement[bool] = column == any_(bindparam(name, type_=ARRAY(Text())))
        return condition

    def listed(self, values: Sequence[str]) -> object:
        """The array."""
        return list(values)

    def lost(self, error: Exception) -> bool:
        """Another transaction was first, or this one was chosen to end a deadlock."""
        return getattr(error, "sqlstate", None) in _LOST

    def enter(self) -> bool:
        """The database does the waiting, row by row."""
        return True

    def leave(self) -> None:
        """Nothing was taken."""


def _rows(table: Table, names: Mapping[str, str]) -> Any:
    """Arrays given as parameters, as the columns of a table: names, and the columns whose types they have."""
    types = {name: Text() if isinstance(table.c[of].type, Text) else BigInteger() for name, of in names.items()}
    arrays = (bindparam(name, type_=ARRAY(of)) for name, of in types.items())
    columns = (column(name, of) for name, of in types.items())
    return func.unnest(*arrays).table_valued(*columns).render_derived()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('otcore store'))")
