"""SQLite, in a file: one writer at a time, readers beside it (WAL), each commit on disk (synchronous FULL)."""

import json
import sqlite3
from collections.abc import Sequence
from threading import Lock
from typing import Any

from sqlalchemy import URL, ColumnElement, Engine, Table, bindparam, create_engine, event, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

_BUSY, _LOCKED, _PRIMARY_KEY, _UNIQUE = 5, 6, 1555, 2067


class Sqlite:
    """See `Database`. A transaction that may write begins IMMEDIATE: begun otherwise, updates are lost or fail late.

    Threads of this process wait for their turn on a lock, which is fair and quick; SQLite's own waiting, for other
    processes, sleeps between tries.
    """

    sql = SQLiteDialect_pysqlite(paramstyle="qmark")
    error = sqlite3.Error
    begin_writing = "BEGIN IMMEDIATE"
    begin_reading = "BEGIN"
    locks_rows = False
    marks = ("?", "?")

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._turn = Lock()

    def engine(self, url: URL) -> Engine:
        """Connections for any thread, without the transactions that Python's driver begins by itself."""
        arguments = {"timeout": self._timeout, "check_same_thread": False, "isolation_level": None}
        engine = create_engine(url, connect_args=arguments, pool_size=8, max_overflow=-1, pool_reset_on_return=None)
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        return engine

    def insert(self, table: Any) -> Any:
        """An INSERT that knows ON CONFLICT."""
        return insert(table)

    def insert_columns(self, table: Table, names: Sequence[str]) -> None:
        """A loop within the library costs no more."""

    def update_columns(self, table: Table, changed: Sequence[str], same: Sequence[str]) -> None:
        """A loop within the library costs no more."""

    def any_of(self, column: Any, name: str) -> ColumnElement[bool]:
        """The list is a JSON array, so that its length is not bounded by the number of parameters."""
        each = func.json_each(bindparam(name)).table_valued("value")
        condition: ColumnElement[bool] = column.in_(select(each.c.value))
        return condition

    def listed(self, values: Sequence[str]) -> object:
        """The JSON array."""
        return json.dumps(list(values))

    def lost(self, error: Exception) -> bool:
        """Busy, or a key that is there already."""
        code = getattr(error, "sqlite_errorcode", 0)
        return code & 0xFF in (_BUSY, _LOCKED) or code in (_PRIMARY_KEY, _UNIQUE)

    def enter(self) -> bool:
        """Wait for this process's turn to write."""
        return self._turn.acquire(timeout=self._timeout)

    def leave(self) -> None:
        """Give the turn to the next."""
        self._turn.release()


_PRAGMAS = (
    "journal_mode = WAL",  # readers do not wait for the writer, nor it for them
    "synchronous = FULL",  # a commit is on disk when it returns
    "wal_autocheckpoint = 4000",  # pages of 4 kB: less often than by default, for each time waits for the disk twice
    "secure_delete = FAST",  # some systems' SQLite would write zeros over every page that is freed
    "cache_size = -32768",  # kB
)


def _set_up(connection: Any, _: Any) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
