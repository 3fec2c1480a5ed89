"""One connection, from the first statement of a transaction to its end; a driver's errors become the ports' own."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from otcore.adapters.sql.dialect import Database
from otcore.adapters.sql.statements import Sql
from otcore.ports.errors import Conflict, GatewayError
from otcore.values.faults import OtcoreError


class Transaction:
    """Begins at the first statement. After an error it is lost: everything but `rollback` is a `Conflict`."""

    __slots__ = ("_connection", "_cursor", "_database", "_engine", "_lost", "reading")

    def __init__(self, engine: Engine, database: Database, reading: bool) -> None:
        self._engine = engine
        self._database = database
        self.reading = reading
        self._connection: Any = None
        self._cursor: Any = None
        self._lost = False

    def rows(self, sql: str, values: Sequence[Any]) -> list[Any]:
        """All rows of the answer."""
        cursor = self._cursor or self._begin()
        try:
            cursor.execute(sql, values)
            found: list[Any] = cursor.fetchall()
        except self._database.error as error:
            raise self._failed(error) from error
        return found

    def run(self, sql: str, values: Sequence[Any]) -> int:
        """How many rows were written."""
        cursor = self._cursor or self._begin()
        try:
            cursor.execute(sql, values)
        except self._database.error as error:
            raise self._failed(error) from error
        count: int = cursor.rowcount
        return count

    def run_one(self, sql: str, values: Sequence[Any]) -> None:
        """Write one row; if there is none to write, it is a `Conflict`."""
        if self.run(sql, values) != 1:
            raise self.conflict("it was changed by another unit of work")

    def run_many(self, sql: Sql, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows; each must write one, else it is a `Conflict`."""
        cursor = self._cursor or self._begin()
        try:
            if len(rows) == 1:
                cursor.execute(sql.text, rows[0])
            elif sql.many:
                cursor.execute(sql.many.text, sql.many.values(rows))
            else:
                cursor.executemany(sql.text, rows)
        except self._database.error as error:
            raise self._failed(error) from error
        if cursor.rowcount != len(rows):
            raise self.conflict("it was changed by another unit of work")

    def commit(self) -> None:
        """Store it, durably."""
        if self._lost:
            raise self.conflict("the unit of work was lost")
        if self._cursor is None:
            return
        try:
            self._cursor.execute("COMMIT")
        except self._database.error as error:
            raise self._failed(error) from error
        self._end()

    def rollback(self) -> None:
        """Forget it."""
        if self._cursor is None:
            return
        try:
            self._cursor.execute("ROLLBACK")
        except self._database.error:
            self._connection.invalidate()  # broken, so the server has forgotten it by itself
        self._end()

    def conflict(self, what: str) -> Conflict:
        """The transaction is lost; the error to raise."""
        self.rollback()
        self._lost = True
        return Conflict(what)

    def _begin(self) -> Any:
        if self._lost:
            raise self.conflict("the unit of work was lost")
        if not self.reading and not self._database.enter():
            raise self.conflict("another unit of work was writing for too long")
        try:
            self._connection = self._engine.raw_connection()
            cursor = self._connection.cursor()
            cursor.execute(self._database.begin_reading if self.reading else self._database.begin_writing)
        except (self._database.error, SQLAlchemyError) as error:
            self._end()
            raise self._failed(error) from error
        self._cursor = cursor
        return cursor

    def _end(self) -> None:
        connection, self._connection, self._cursor = self._connection, None, None
        if connection is not None:
            connection.close()
        if not self.reading:
            self._database.leave()

    def _failed(self, error: Exception) -> OtcoreError:
        cause = error.orig if isinstance(error, DBAPIError) and isinstance(error.orig, Exception) else error
        if self._database.lost(cause):
            return self.conflict(f"another unit of work was first: {cause}")
        self.rollback()
        self._lost = True
        self._engine.dispose()  # what failed one connection may have failed them all: the next units connect anew
        return GatewayError(f"the database failed: {cause}")
