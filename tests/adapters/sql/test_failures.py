"""What a unit of work says when the database lets it down, and that the next one works again."""

import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from otcore.adapters.sql import SqlStore
from otcore.ports.errors import Conflict, GatewayError
from otcore.ports.kinds import Kept
from otcore.testing.tally import KINDS, TALLY, added, opened
from otcore.testing.work import NOW, add, begun, conflicts, context, total, unit


def administer(url: str, statement: str) -> None:
    place = make_url(url)
    with psycopg.connect(
        host=str(place.query["host"]), user=place.username, dbname=place.database, autocommit=True
    ) as connection:
        connection.execute(statement.encode())


def test_a_connection_that_breaks_is_an_error_and_the_next_unit_works(postgresql_url):
    with SqlStore(postgresql_url, KINDS) as store:
        begun(store, "a")
        with unit(store) as one, unit(store, reading=True) as other:
            one.load(TALLY, "a")
            other.load(TALLY, "a")
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            administer(postgresql_url, others)
            with pytest.raises(GatewayError, match="the database failed"):
                one.load(TALLY, "a")
            with pytest.raises(Conflict, match="the unit of work was lost"):
                one.load(TALLY, "a")
            with pytest.raises(GatewayError):
                other.commit()
        assert total(store, "a") == "0.00 EUR"


def test_a_statement_that_fails_is_an_error(sql_url):
    with SqlStore(sql_url, KINDS) as store:
        begun(store, "a")
        for spoil, step in [
            ("DROP TABLE otcore_keys", lambda one: one.claim("key", "print")),
            ("DROP TABLE otcore_entries", lambda one: one.entries()),
            ("DROP TABLE otcore_events", lambda one: (add(one, "a"), one.commit())),
        ]:
            _execute(store, spoil)
            with unit(store) as one, pytest.raises(GatewayError):
                step(one)
        assert total(store, "a") == "0.00 EUR"


def _execute(store: SqlStore, statement: str) -> None:
    with closing(store.begin(context())) as one:
        one.transaction.run(statement, ())
        one.commit()


def _rows(store: SqlStore, select: str) -> list[Any]:
    with closing(store.begin(context())) as one:
        return one.transaction.rows(select, ())


def test_a_store_that_cannot_be_reached_any_more_is_an_error(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    with SqlStore(str(folder / "store.db"), KINDS) as store:
        begun(store, "a")
        store.close()
        folder.rename(tmp_path / "gone")
        with unit(store) as one, pytest.raises(GatewayError):
            one.load(TALLY, "a")
        (tmp_path / "gone").rename(folder)
        begun(store, "b")


def test_a_writer_that_waits_too_long_gets_a_conflict(sqlite_url):
    with SqlStore(sqlite_url, KINDS, timeout=0.05) as store, SqlStore(sqlite_url, KINDS, timeout=0.05) as other:
        begun(store, "a")
        with unit(store) as one:
            add(one, "a")
            for waiting in (store, other):
                with unit(waiting) as late, pytest.raises(Conflict, match=r"writing for too long|database is locked"):
                    late.load(TALLY, "a")
            one.commit()
        begun(other, "b")


def test_a_place_that_is_filled_while_one_waits_for_it_is_loaded(postgresql_url):
    with SqlStore(postgresql_url, KINDS) as store, unit(store) as one, unit(store) as other:
        one.save([opened(one.load(TALLY, "a"), "first")])
        one.number("series")  # sends what was saved
        loaded: list[Kept] = []
        waiting = threading.Thread(target=lambda: loaded.append(other.load(TALLY, "a", for_update=True)))
        waiting.start()
        time.sleep(0.2)
        assert loaded == [], "the place is locked by who fills it"
        one.commit()
        waiting.join()
        assert loaded[0].some.owner == "first"


def test_a_unit_that_lost_its_transaction_cannot_be_committed(sqlite_url):
    with SqlStore(sqlite_url, KINDS, timeout=0.05) as store, unit(store) as one, unit(store) as late:
        one.load(TALLY, "a")
        for step in (lambda: late.load(TALLY, "a"), late.commit):
            with pytest.raises(Conflict):
                step()


def test_a_deadlock_ends_in_one_conflict(postgresql_url):
    with SqlStore(postgresql_url, KINDS, timeout=30) as store:
        begun(store, "a", "b")
        with unit(store) as one, unit(store) as other:
            one.load(TALLY, "a", for_update=True)
            other.load(TALLY, "b", for_update=True)
            lost: list[bool] = []
            waiting = threading.Thread(
                target=lambda: lost.append(conflicts(lambda: other.load(TALLY, "a", for_update=True)))
            )
            waiting.start()
            lost.append(conflicts(lambda: one.load(TALLY, "b", for_update=True)))
            if lost[-1]:
                one.close()
            waiting.join()
        assert sorted(lost) == [False, True]


def test_a_placeholder_is_never_left_behind(postgresql_url):
    with SqlStore(postgresql_url, KINDS) as store:
        with unit(store) as one:
            one.load_many(TALLY, ["a", "b"], for_update=True)
            one.save([added(opened(one.load(TALLY, "a")))])
            one.commit()
        assert _rows(store, "SELECT id, version FROM otcore_states") == [("a", 2)]


def test_times_are_kept_in_utc(sql_url):
    east = datetime(2026, 1, 31, 23, 30, tzinfo=timezone(timedelta(hours=9)))
    with SqlStore(sql_url, KINDS) as store:
        begun(store, "a", given=context(at=east))
        with unit(store) as one:
            at = one.history(TALLY, "a")[0].at
        assert (at, at.tzinfo) == (east, UTC)


def test_documents_are_plain_json_in_the_tables(sql_url):
    with SqlStore(sql_url, KINDS) as store:
        begun(store, "a")
        states = _rows(store, "SELECT kind, id, version, schema, status, body FROM otcore_states")
        events = _rows(store, "SELECT sequence, at, actor, type, schema FROM otcore_events")
        assert states[0][:5] == ("tally", "a", 1, 1, "open")
        assert states[0][5].startswith('{"id":"a","owner":"","label":"","day":null,"total":[0,"EUR"]')
        assert events == [(1, NOW.isoformat(), "clerk", "TallyOpened", 1)]
