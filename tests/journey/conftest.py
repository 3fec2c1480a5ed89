"""Stores that a journey can be kept in, and the example's journey as it is in memory."""

import pytest

from otcore.cli.running import Done
from tests.journey.inboxes import EXAMPLE, papers, taken_in


@pytest.fixture(params=["sqlite", "postgres"])
def store(request, tmp_path) -> str:
    """The address of an empty store, SQLite and PostgreSQL in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'books.db'}"
    return str(request.getfixturevalue("postgres_database")())


@pytest.fixture(scope="session")
def example_run(tmp_path_factory) -> tuple[Done, dict[str, bytes]]:
    """The example taken in once, in memory: what was done, and the files written."""
    out = tmp_path_factory.mktemp("example")
    done = taken_in(EXAMPLE, out)
    return done, papers(out)
