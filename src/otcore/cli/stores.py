"""Which store an address means."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from otcore.cli.bad_use import BadUse
from otcore.ports.errors import GatewayError
from otcore.ports.storage import Store
from otcore.values.faults import Invalid

MEMORY = "memory:"

_SQLITE = "sqlite:///"
_PASSWORD = re.compile(r"(://[^/@:]*:)[^/@]*@")


@contextmanager
def opened(url: str) -> Iterator[Store]:
    """The store at an address, closed at the end: `memory:`, `sqlite:///FILE`, a path, or `postgresql://...`.

    Raises `BadUse` when it cannot be opened.
    """
    if url == MEMORY:
        from otcore.adapters.memory import MemoryStore  # noqa: PLC0415  # the store that is asked for, and no other

        yield MemoryStore()
        return
    from otcore.adapters.sql import SqlStore  # noqa: PLC0415  # as above

    try:
        store = SqlStore(url)
    except (Invalid, GatewayError, ImportError) as error:
        raise BadUse(str(error)) from error
    with store:
        yield store


def upgraded(url: str) -> tuple[int, int]:
    """Bring a store's tables up to date: the schema numbers before and after. Raises `BadUse`."""
    from otcore.adapters.sql import upgrade  # noqa: PLC0415  # nothing else needs it

    try:
        return upgrade(url)
    except (Invalid, GatewayError, ImportError) as error:
        raise BadUse(str(error)) from error


def files_of(url: str) -> tuple[Path, ...]:
    """The files that a store lies in: none for a server or the memory."""
    if url == MEMORY or ("://" in url and not url.startswith(_SQLITE)):
        return ()
    name = url.removeprefix(_SQLITE).partition("?")[0]
    return tuple(Path(name + ending) for ending in ("", "-wal", "-shm", "-journal"))


def without_password(url: str) -> str:
    """The address as it may be shown."""
    return _PASSWORD.sub(r"\1***@", url)
