"""Which store an address means."""

from pathlib import Path

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.cli.bad_use import BadUse
from otcore.cli.stores import files_of, opened, upgraded, without_password


def test_memory_is_forgotten_at_the_end():
    with opened("memory:") as store:
        assert isinstance(store, MemoryStore)


@pytest.mark.parametrize("url", ["mysql://here", "sqlite:///", "postgresql://nobody@localhost:1/none"])
def test_a_store_that_cannot_be_opened_is_bad_use(url):
    with pytest.raises(BadUse), opened(url):
        pass


def test_a_store_that_is_not_there_cannot_be_upgraded(tmp_path):
    with pytest.raises(BadUse, match="STORE_MISSING"):
        upgraded(str(tmp_path / "none.db"))


@pytest.mark.parametrize("url", ["books.db", "sqlite:///books.db", "sqlite:///books.db?timeout=5"])
def test_a_sqlite_store_has_files(url):
    assert files_of(url) == tuple(Path(f"books.db{ending}") for ending in ("", "-wal", "-shm", "-journal"))


@pytest.mark.parametrize("url", ["memory:", "postgresql://me@here/books"])
def test_other_stores_have_no_files(url):
    assert files_of(url) == ()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:secret@here:5432/books", "postgresql://me:***@here:5432/books"),
        ("postgresql://me@here/books", "postgresql://me@here/books"),
        ("sqlite:///a:b@c", "sqlite:///a:b@c"),
        ("books.db", "books.db"),
    ],
)
def test_passwords_are_not_shown(url, shown):
    assert without_password(url) == shown
