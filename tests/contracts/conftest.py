"""Where the SQL stores of these tests are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from otcore.adapters.sql.tables import TABLES


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A new file."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture(scope="session")
def emptied_database(postgres_database: Callable[[], str]) -> str:
    """One database for all: making one takes longer than most tests."""
    return postgres_database()


@pytest.fixture
def postgresql_url(emptied_database: str) -> str:
    """A database without any of a store's tables."""
    engine = create_engine(emptied_database)
    TABLES.drop_all(engine)
    engine.dispose()
    return emptied_database


@pytest.fixture(params=["sqlite", "postgresql"])
def sql_url(request: pytest.FixtureRequest) -> str:
    """Both, one after the other."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url
