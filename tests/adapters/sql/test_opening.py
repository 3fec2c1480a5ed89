"""Opening a store: which addresses, which schema, and what is said when it cannot be."""

import importlib
import re
import sqlite3
import subprocess
import sys

import pytest
from sqlalchemy import text

from otcore.adapters.sql import SqlStore, upgrade
from otcore.adapters.sql.places import address
from otcore.adapters.sql.sqlite import Sqlite
from otcore.adapters.sql.statements import Statements
from otcore.ports.aggregates import KINDS as OWN
from otcore.ports.errors import GatewayError
from otcore.testing.tally import KINDS
from otcore.testing.work import begun, total, unit
from otcore.values.faults import Invalid


def refused(url: str, *given, **named) -> str:
    with pytest.raises(Invalid) as error:
        SqlStore(url, KINDS, *given, **named)
    return str(error.value)


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("sqlite:///store.db", "sqlite:///store.db"),
        ("sqlite+pysqlite:////var/store.db", "sqlite:////var/store.db"),
        ("data/store.db", "sqlite:///data/store.db"),
        ("postgresql://ann@host/books", "postgresql+psycopg://ann@host/books"),
        ("postgres://ann@host/books", "postgresql+psycopg://ann@host/books"),
        ("postgresql+psycopg2://host/books", "postgresql+psycopg://host/books"),
    ],
)
def test_an_address_is_taken_in_its_usual_forms(url, made):
    assert address(url).render_as_string() == made


@pytest.mark.parametrize(
    "url",
    ["mysql://host/books", "sqlite://", "sqlite:///:memory:", "postgresql://host:port/books", "://", "", "memory:"],
)
def test_another_address_is_refused(url):
    with pytest.raises(Invalid, match="STORE_URL"):
        address(url)


def test_a_refused_address_does_not_show_its_password():
    with pytest.raises(Invalid) as error:
        address("mysql://ann:secret@host/books")
    assert "secret" not in str(error.value)
    assert "host/books" in str(error.value)


def test_a_store_takes_the_librarys_own_kinds_by_default(sqlite_url):
    with SqlStore(sqlite_url) as store, unit(store) as one:
        assert [one.load(kind, "a").version for kind in OWN] == [0] * len(OWN)


def test_a_store_of_no_tables_gets_them_once(sql_url):
    with SqlStore(sql_url, KINDS) as store:
        begun(store, "a")
    with SqlStore(sql_url, KINDS) as store:
        assert total(store, "a") == "0.00 EUR"


def test_a_store_that_must_be_there_is_not_made(sql_url, tmp_path):
    assert "STORE_MISSING" in refused(sql_url, create=False)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(Invalid, match="STORE_MISSING"):
        upgrade(sql_url)


def test_a_store_may_share_a_database_with_the_hosts_own_tables(sqlite_url, tmp_path):
    with sqlite3.connect(tmp_path / "store.db") as connection:
        connection.execute("CREATE TABLE events (mine TEXT)")
    connection.close()
    with pytest.raises(Invalid, match="STORE_MISSING"):
        upgrade(sqlite_url)
    assert "STORE_MISSING" in refused(sqlite_url, create=False)
    with SqlStore(sqlite_url, KINDS) as store:
        begun(store, "a")


def test_a_file_that_is_no_database_is_not_opened(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to look like a file that could be one\n" * 20)
    with pytest.raises(GatewayError, match=r"notes\.txt cannot be opened: file is not a database"):
        SqlStore(str(path), KINDS)
    with pytest.raises(GatewayError, match="file is not a database"):
        upgrade(str(path))


def test_a_database_that_cannot_be_reached_is_not_opened(tmp_path):
    with pytest.raises(GatewayError, match="unable to open database file"):
        SqlStore(f"sqlite:///{tmp_path}/no/such/folder/store.db", KINDS)
    with pytest.raises(GatewayError, match="cannot be opened"):
        SqlStore(f"postgresql://nobody:secret@/books?host={tmp_path}", KINDS)


def test_an_error_does_not_show_the_password(tmp_path):
    with pytest.raises(GatewayError) as error:
        SqlStore(f"postgresql://nobody:secret@/books?host={tmp_path}", KINDS)
    assert "secret" not in str(error.value)


class Renamed:
    """An artificial migration: every id gets a sign before it."""

    def __init__(self, sign: str) -> None:
        self.sign = sign

    def __call__(self, connection) -> None:
        connection.execute(text("UPDATE otcore_states SET id = :sign || id"), {"sign": self.sign})


def fails(connection) -> None:
    connection.execute(text("DELETE FROM otcore_states"))
    raise RuntimeError("the migration has a mistake")


FIRST, SECOND = Renamed("x"), Renamed("y")


def test_an_older_store_says_how_to_upgrade_it(sql_url):
    SqlStore(sql_url, KINDS).close()
    said = refused(sql_url, migrations=(FIRST,))
    assert "STORE_SCHEMA_OLDER" in said
    assert f"has store schema 1, this release needs 2: run `otcore store upgrade {address(sql_url)}`" in said


def test_an_upgrade_applies_what_is_missing_in_order(sql_url):
    with SqlStore(sql_url, KINDS) as store:
        begun(store, "a")
    assert upgrade(sql_url, (FIRST, SECOND)) == (1, 3)
    assert upgrade(sql_url, (FIRST, SECOND)) == (3, 3), "done once"
    assert upgrade(sql_url, (FIRST, SECOND, FIRST)) == (3, 4)
    with SqlStore(sql_url, KINDS, migrations=(FIRST, SECOND, FIRST)) as store:
        assert total(store, "xyxa") == "0.00 EUR"


def test_a_store_that_is_up_to_date_is_left_alone(sql_url):
    SqlStore(sql_url, KINDS).close()
    assert upgrade(sql_url) == (1, 1)


def test_an_upgrade_that_fails_changes_nothing(sql_url):
    with SqlStore(sql_url, KINDS) as store:
        begun(store, "a")
    with pytest.raises(RuntimeError):
        upgrade(sql_url, (FIRST, fails))
    with SqlStore(sql_url, KINDS) as store:
        assert total(store, "a") == "0.00 EUR"


def test_a_newer_store_is_refused(sql_url):
    SqlStore(sql_url, KINDS).close()
    upgrade(sql_url, (FIRST,))
    assert "STORE_SCHEMA_NEWER" in refused(sql_url)
    with pytest.raises(Invalid, match="has store schema 2, this release knows 1: a newer otcore has upgraded it"):
        upgrade(sql_url)


def test_a_new_store_has_the_newest_schema(sql_url):
    SqlStore(sql_url, KINDS, migrations=(FIRST,)).close()
    assert upgrade(sql_url, (FIRST,)) == (2, 2)


@pytest.mark.slow
def test_processes_that_open_a_new_store_together_make_it_once(sql_url):
    code = f"from otcore.adapters.sql import SqlStore; SqlStore({sql_url!r}, ()).close()"
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]


def test_sqlite_waits_for_the_disk_and_lets_readers_in_beside_a_writer(sqlite_url):
    system = Sqlite(1.0)
    engine = system.engine(address(sqlite_url))
    connection = engine.raw_connection()
    pragmas = ("journal_mode", "synchronous")
    assert [connection.cursor().execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas] == ["wal", 2]
    connection.close()
    engine.dispose()


@pytest.mark.parametrize(
    ("missing", "extra"),
    [("sqlalchemy", "otcore[sql]"), ("cattrs", "otcore[sql]"), ("psycopg", "otcore[postgres]")],
)
def test_a_missing_package_is_named_with_the_extra_that_brings_it(monkeypatch, missing, extra):
    for name in [name for name in sys.modules if name.startswith("otcore.adapters.sql")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=rf"{missing}.* pip install {re.escape(extra)}"):
        importlib.import_module("otcore.adapters.sql").SqlStore("postgresql://host/books", ())


def test_a_statement_whose_parameters_are_in_another_order_is_a_mistake():
    class Wrong(Statements):
        def _sql(self, statement, *names):
            return super()._sql(statement, *names[::-1])

    with pytest.raises(AssertionError, match="parameters are"):
        Wrong(Sqlite(1.0))
