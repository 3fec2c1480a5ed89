"""PostgreSQL by psycopg 3: READ COMMITTED with row locks for writers, one snapshot for readers."""

from collections.abc import Sequence
from typing import Any

import psycopg
from sqlalchemy import ARRAY, URL, ColumnElement, Engine, Text, any_, bindparam, create_engine, event
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

_LOST = {
    "23505",  # unique violation: somebody else inserted it first
    "40001",  # serialization failure
    "40P01",  # deadlock
    "55P03",  # lock not available within lock_timeout
}


class Postgresql:
    """See `Database`."""

    sql = PGDialect_psycopg(paramstyle="format")  # type: ignore[no-untyped-call]  # SQLAlchemy has no types here
    error = psycopg.Error
    begin_writing = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    locks_rows = True

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout

    def engine(self, url: URL) -> Engine:
        """Connections that give up waiting for a lock after the timeout."""
        engine = create_engine(url, connect_args={"autocommit": True}, pool_size=8, max_overflow=-1)
        event.listen(engine, "connect", self._set_up)
        event.listen(engine, "begin", _begin)
        return engine

    def _set_up(self, connection: Any, _: Any) -> None:
        connection.execute(f"SET lock_timeout = {round(self._timeout * 1000)}")

    def insert(self, table: Any) -> Any:
        """An INSERT that knows ON CONFLICT."""
        return insert(table)

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


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('otcore store'))")
