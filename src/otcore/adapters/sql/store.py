"""The SQL store: opens a database and begins units of work."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

from otcore.adapters.sql.codec import Codec
from otcore.adapters.sql.places import address, database, exists
from otcore.adapters.sql.statements import Statements
from otcore.adapters.sql.transaction import Transaction
from otcore.adapters.sql.unit import SqlUnit
from otcore.adapters.sql.upcasts import UPCASTS, Upcast
from otcore.adapters.sql.upgrading import MIGRATIONS, Migration, missing, opened, prepare
from otcore.ports.kinds import Kind
from otcore.ports.storage import Context


class SqlStore:
    """Keeps states as JSON documents with index columns, events and ledger rows append-only.

    `url`: `sqlite:///FILE`, a path, or `postgresql://USER@HOST/DATABASE`. `kinds`: what will be stored, the library's
    own by default; classes that cannot be stored are a `TypeError` now. `create`: make the tables if there are none.
    `timeout`: how many seconds a unit of work waits for another before it gets a `Conflict`. `remember`: how many
    documents a kind are kept decoded (an unchanged text is an unchanged state).

    Raises `Invalid` STORE_URL, STORE_MISSING, STORE_SCHEMA_OLDER, STORE_SCHEMA_NEWER; `GatewayError` when the database
    cannot be reached. Safe for threads; close it, or use it in a `with` block.
    """

    def __init__(
        self,
        url: str,
        kinds: Iterable[Kind[Any]] | None = None,
        create: bool = True,
        *,
        timeout: float = 10.0,
        remember: int = 512,
        upcasts: Mapping[tuple[str, str, int], Upcast] = UPCASTS,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        place = address(url)
        shown = place.render_as_string()
        if not create and not exists(place):
            raise missing(shown)
        self._codec = Codec(_default_kinds() if kinds is None else kinds, upcasts, remember)
        self._database = database(place, timeout)
        self._sql = Statements(self._database)
        with opened(place, self._database) as self._engine:
            prepare(self._engine, shown, create, migrations)

    def begin(self, context: Context, reading: bool = False) -> SqlUnit:
        """A new unit of work; its transaction begins with its first call."""
        transaction = Transaction(self._engine, self._database, reading)
        return SqlUnit(transaction, context, self._database, self._sql, self._codec)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _default_kinds() -> Iterable[Kind[Any]]:
    from otcore.ports.aggregates import KINDS  # noqa: PLC0415  # only who stores the library's own kinds loads them all

    return KINDS
