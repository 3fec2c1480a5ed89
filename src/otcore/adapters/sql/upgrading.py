"""The tables' own schema: making them, telling which release made them, bringing them up to date."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, insert, inspect, select, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from otcore.adapters.sql.dialect import Database
from otcore.adapters.sql.places import address, database, exists
from otcore.adapters.sql.tables import META, TABLES
from otcore.ports.errors import GatewayError
from otcore.values.faults import Invalid

Migration = Callable[[Connection], None]
"""Changes the tables of one schema number into those of the next."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The first leads from schema 1 to 2."""

TIMEOUT = 30.0
"""How long, in seconds, an upgrade waits for others to finish writing."""


@contextmanager
def opened(place: URL, system: Database) -> Iterator[Engine]:
    """Connections to a database, closed if the block ends in an error; `GatewayError` when it cannot be reached."""
    engine = system.engine(place)
    try:
        yield engine
    except (SQLAlchemyError, system.error) as error:
        engine.dispose()
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise GatewayError(f"the store at {place.render_as_string()} cannot be opened: {cause}") from error
    except BaseException:
        engine.dispose()
        raise


def prepare(engine: Engine, shown: str, create: bool, migrations: Sequence[Migration]) -> None:
    """Make the tables if there are none; refuse those of another release.

    Raises `Invalid`: STORE_MISSING, STORE_SCHEMA_OLDER, STORE_SCHEMA_NEWER.
    """
    newest = len(migrations) + 1
    with engine.begin() as connection:
        found = _schema(connection)
        if found is None and create:
            TABLES.create_all(connection)
            connection.execute(insert(META).values(name="schema", value=str(newest)))
            return
    if found is None:
        raise missing(shown)
    if found < newest:
        what = f"{shown} has store schema {found}, this release needs {newest}: run `otcore store upgrade {shown}`"
        raise Invalid.one("STORE_SCHEMA_OLDER", what, found=found, needed=newest)
    if found > newest:
        raise _newer(shown, found, newest)


def upgrade(url: str, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[int, int]:
    """Bring a store's tables up to date, all in one transaction; the schema numbers before and after.

    Raises `Invalid`: STORE_URL, STORE_MISSING, STORE_SCHEMA_NEWER; `GatewayError` when it cannot be reached.
    """
    place, newest = address(url), len(migrations) + 1
    shown = place.render_as_string()
    if not exists(place):
        raise missing(shown)
    with opened(place, database(place, TIMEOUT)) as engine:
        with engine.begin() as connection:
            found = _migrated(connection, shown, migrations)
        engine.dispose()
    return found, newest


def _migrated(connection: Connection, shown: str, migrations: Sequence[Migration]) -> int:
    found, newest = _schema(connection), len(migrations) + 1
    if found is None:
        raise missing(shown)
    if found > newest:
        raise _newer(shown, found, newest)
    for migrate in migrations[found - 1 :]:
        migrate(connection)
    connection.execute(update(META).where(META.c.name == "schema").values(value=str(newest)))
    return found


def _schema(connection: Connection) -> int | None:
    if not inspect(connection).has_table(META.name):
        return None
    return int(connection.execute(select(META.c.value).where(META.c.name == "schema")).scalar_one())


def missing(shown: str) -> Invalid:
    """The error for an address where no store is."""
    return Invalid.one("STORE_MISSING", f"there is no store at {shown}")


def _newer(shown: str, found: int, newest: int) -> Invalid:
    what = f"{shown} has store schema {found}, this release knows {newest}: a newer otcore has upgraded it"
    return Invalid.one("STORE_SCHEMA_NEWER", what, found=found, needed=newest)
