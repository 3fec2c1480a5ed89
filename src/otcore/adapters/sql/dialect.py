"""What differs between databases; everything else of this package is one body of code."""

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import URL, ColumnElement, Dialect, Engine, Table


class Database(Protocol):
    """One database system."""

    @property
    def sql(self) -> Dialect:
        """SQLAlchemy's compiler for it, with positional parameters."""
        ...

    @property
    def error(self) -> type[Exception]:
        """The root of its driver's errors."""
        ...

    @property
    def begin_writing(self) -> str:
        """The statement that begins a transaction."""
        ...

    @property
    def begin_reading(self) -> str:
        """The statement that begins a transaction that only reads."""
        ...

    @property
    def locks_rows(self) -> bool:
        """Whether rows are locked one by one; if not, a writing transaction has the database to itself."""
        ...

    @property
    def marks(self) -> tuple[str, str]:
        """How a parameter is marked in a statement, and in one whose parameters are lists."""
        ...

    def engine(self, url: URL) -> Engine:
        """Connections that are in autocommit mode, so that transactions are begun by `begin_writing` and its like."""
        ...

    def insert(self, table: Any) -> Any:
        """An INSERT that knows ON CONFLICT."""
        ...

    def insert_columns(self, table: Table, names: Sequence[str]) -> Any:
        """An INSERT of many rows that takes each column as a list, but those of `ONCE` as one value for all rows.

        None where the driver's loop over rows serves.
        """
        ...

    def update_columns(self, table: Table, changed: Sequence[str], same: Sequence[str]) -> Any:
        """An UPDATE likewise: of some columns (parameters `new_` and their names) of rows that are found by others."""
        ...

    def any_of(self, column: Any, name: str) -> ColumnElement[bool]:
        """The condition that a column is one of a list given as one parameter."""
        ...

    def listed(self, values: Sequence[str]) -> object:
        """That list as the parameter's value."""
        ...

    def lost(self, error: Exception) -> bool:
        """Whether the error means that another transaction was first, so that a fresh try may succeed."""
        ...

    def enter(self) -> bool:
        """Wait for this process's turn to write, as long as the timeout; whether it came."""
        ...

    def leave(self) -> None:
        """Give the turn to the next."""
        ...
