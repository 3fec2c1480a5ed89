"""Where a store is: the forms of address that are accepted."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from otcore.adapters.sql.dialect import Database
from otcore.adapters.sql.sqlite import Sqlite
from otcore.values.faults import Invalid

_IN_MEMORY = (None, "", ":memory:", "memory:")
"""What is not a file; `MemoryStore` is made for this."""


def address(url: str) -> URL:
    """`sqlite:///file.db`, a plain path (which is a SQLite file), or `postgresql://user@host/database`.

    Raises `Invalid` STORE_URL.
    """
    if url in _IN_MEMORY:
        raise _unusable(url)
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        made = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise _unusable(url) from error
    if made.get_backend_name() == "sqlite" and made.database not in _IN_MEMORY:
        return made.set(drivername="sqlite")
    if made.get_backend_name() in ("postgresql", "postgres"):
        return made.set(drivername="postgresql+psycopg")
    raise _unusable(url)


def exists(url: URL) -> bool:
    """Whether there can be a store: a SQLite file must be there, a server is asked later."""
    return url.get_backend_name() != "sqlite" or Path(str(url.database)).is_file()


def database(url: URL, timeout: float) -> Database:
    """The database system behind an address; its driver is imported now."""
    if url.get_backend_name() == "sqlite":
        return Sqlite(timeout)
    return _postgresql(timeout)


def _postgresql(timeout: float) -> Database:
    try:
        from otcore.adapters.sql.postgresql import Postgresql  # noqa: PLC0415  # its driver is an extra
    except ImportError as error:
        raise ImportError(f"{error}; PostgreSQL needs another package: pip install otcore[postgres]") from error
    return Postgresql(timeout)


def _unusable(url: str) -> Invalid:
    shown = url.rsplit("@", maxsplit=1)[-1][:80]  # what is before it may hold a password
    what = f"{shown!r} is not an address of a store like sqlite:///FILE or postgresql://HOST/DATABASE"
    return Invalid.one("STORE_URL", what)
