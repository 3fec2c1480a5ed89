"""What lies in a store, row by row."""

from sqlalchemy import MetaData, create_engine, select

from otcore.adapters.sql.places import address

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


def count_of_events(store: str) -> int:
    """How many events are committed."""
    return len(rows_in(store).get("otcore_events", ()))


def _columns(table):
    return [column for column in table.columns if column.name not in _OF_THE_DATABASE]
