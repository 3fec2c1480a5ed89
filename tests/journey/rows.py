"""What lies in a store, row by row."""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine, MetaData, create_engine, select, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from otcore.adapters.sql.places import address

EVENTS = "otcore_events"
# Numbers that a database gives out by itself: a rolled back transaction leaves a gap in them.
_OF_THE_DATABASE = {"position", "leased"}


def rows_in(store: str) -> dict[str, list[tuple]]:
    """Every row of every table, sorted, without the numbers that the database gives out by itself."""
    engine = create_engine(address(store))
    try:
        tables = MetaData()
        tables.reflect(engine)
        with engine.connect() as connection:
            return {
                name: sorted(tuple(row) for row in connection.execute(select(*_columns(table))))
                for name, table in tables.tables.items()
            }
    finally:
        engine.dispose()


class Watch:
    """Looks, again and again and from outside, how many events a store holds; it never waits for a lock."""

    def __init__(self, store: str) -> None:
        place = address(store)
        self._file = Path(str(place.database)) if place.get_backend_name() == "sqlite" else None
        waiting = {"timeout": 0} if self._file else {}
        self._engine: Engine = create_engine(place, isolation_level="AUTOCOMMIT", connect_args=waiting)
        self._seen = 0

    def events(self) -> int:
        """How many were committed when it could be seen last; none while there is no table for them."""
        if self._file and not self._file.exists():
            return 0  # to look would make it
        # The database is locked while it is being made; before that there is no such table.
        with suppress(OperationalError, ProgrammingError), self._engine.connect() as connection:
            self._seen = int(connection.execute(text(f"SELECT count(*) FROM {EVENTS}")).scalar_one())
        return self._seen

    def close(self) -> None:
        """Look no more."""
        self._engine.dispose()


def _columns(table):
    return [column for column in table.columns if column.name not in _OF_THE_DATABASE]
