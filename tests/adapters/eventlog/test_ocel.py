"""OCEL 2.0: both files are as the standard says, and an independent reader finds in them what was written."""

import json
import re
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from otcore.adapters.eventlog import ocel_json, ocel_sqlite
from otcore.adapters.eventlog.ocel_sqlite import mapped
from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.building import event_log
from otcore.process.log.log import EventLog, LogObject, Value
from tests.process.happening import NOON, story

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
FILES = {"log.json": ocel_json, "log.sqlite": ocel_sqlite}


@pytest.fixture(scope="module")
def log() -> EventLog:
    return event_log(story())


@pytest.fixture(scope="module")
def written(log):
    return json.loads(ocel_json(log))


@pytest.fixture(scope="module")
def database(log):
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(ocel_sqlite(log))
        yield opened


def rows(database, sql):
    return database.execute(sql).fetchall()


def declared(types):
    """Attributes by type, each a string."""
    for each in types:
        assert set(each) == {"name", "attributes"}
        assert all(attribute.keys() == {"name", "type"} for attribute in each["attributes"])
        assert {attribute["type"] for attribute in each["attributes"]} <= {"string"}
    return {each["name"]: {attribute["name"] for attribute in each["attributes"]} for each in types}


def related(each):
    """The rules of the published schema for relations."""
    assert all(relation.keys() == {"objectId", "qualifier"} for relation in each["relationships"])
    assert all(isinstance(text, str) and text for relation in each["relationships"] for text in relation.values())
    return [relation["objectId"] for relation in each["relationships"]]


# The published JSON schema, and what it leaves to the text: types are declared, values strings, ids unique.


def test_the_file_has_the_four_lists_of_the_standard(written):
    assert set(written) == {"eventTypes", "objectTypes", "events", "objects"}


def test_every_event_is_of_a_declared_type_with_declared_attributes_that_are_strings(written):
    types = declared(written["eventTypes"])
    for event in written["events"]:
        assert set(event) == {"id", "type", "time", "attributes", "relationships"}
        assert TIME.fullmatch(event["time"])
        assert {attribute["name"] for attribute in event["attributes"]} <= types[event["type"]]
        assert all(attribute.keys() == {"name", "value"} for attribute in event["attributes"])
        assert all(isinstance(attribute["value"], str) for attribute in event["attributes"])


def test_every_object_is_of_a_declared_type_with_declared_attributes_that_have_a_time(written):
    types = declared(written["objectTypes"])
    for each in written["objects"]:
        assert set(each) == {"id", "type", "attributes", "relationships"}
        assert {attribute["name"] for attribute in each["attributes"]} <= types[each["type"]]
        assert all(attribute.keys() == {"name", "time", "value"} for attribute in each["attributes"])
        assert all(isinstance(text, str) for attribute in each["attributes"] for text in attribute.values())
        assert all(TIME.fullmatch(attribute["time"]) for attribute in each["attributes"])


def test_every_relation_leads_to_an_object_of_the_file(written):
    objects = [each["id"] for each in written["objects"]]
    assert len(set(objects)) == len(objects)
    assert {id for each in (*written["events"], *written["objects"]) for id in related(each)} <= set(objects)


def test_the_same_log_gives_the_same_bytes(log):
    assert ocel_json(log) == ocel_json(log)
    assert ocel_sqlite(log) == ocel_sqlite(log)


def test_a_log_of_nothing_is_a_file_of_nothing():
    nothing = EventLog((), ())
    assert json.loads(ocel_json(nothing)) == {"eventTypes": [], "objectTypes": [], "events": [], "objects": []}
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(ocel_sqlite(nothing))
        assert rows(opened, "SELECT count(*) FROM event") == [(0,)]


# The relational format.


def test_the_database_has_a_table_for_every_type_and_the_six_of_the_standard(database, log):
    tables = {name for (name,) in rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    events = {f"event_{mapped(event.activity)}" for event in log.events}
    objects = {f"object_{mapped(each.type)}" for each in log.objects}
    six = {"event", "object", "event_object", "object_object", "event_map_type", "object_map_type"}
    assert tables == six | events | objects


def test_every_event_is_once_in_the_table_of_its_type(database):
    for name, part in rows(database, "SELECT ocel_type, ocel_type_map FROM event_map_type"):
        of_type = rows(database, f"SELECT ocel_id FROM event WHERE ocel_type = '{name}' ORDER BY 1")
        assert rows(database, f'SELECT ocel_id FROM "event_{part}" ORDER BY 1') == of_type


def test_no_reference_leads_nowhere(database):
    assert rows(database, "PRAGMA foreign_key_check") == []


def test_an_object_begins_with_one_row_and_changes_by_one_field_a_row(database):
    order = "FROM object_Order WHERE ocel_id = 'order:O-1'"
    assert rows(database, f"SELECT day, status, ocel_changed_field {order} AND ocel_changed_field IS NULL") == [
        ("2026-03-02", "submitted", None)
    ]
    changed = rows(database, f"SELECT ocel_changed_field, status, day {order} AND ocel_changed_field IS NOT NULL")
    assert changed[0] == ("status", "acknowledged", None)


def test_an_object_of_which_nothing_is_said_has_no_row_in_the_table_of_its_type():
    bare = LogObject("order:O1", "order", (), ())
    said = LogObject("order:O2", "order", (Value("day", "2026-03-02", NOON),), ())
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(ocel_sqlite(EventLog((), (bare, said))))
        assert rows(opened, "SELECT ocel_id FROM object_Order") == [("order:O2",)]
        assert len(rows(opened, "SELECT ocel_id FROM object")) == 2


def test_no_two_activities_share_a_table():
    parts = [mapped(activity.name) for activity in ACTIVITIES.values()]
    assert len(set(parts)) == len(parts)


# The oracle: Rust4PM, which knows nothing of us.


@pytest.mark.oracle
@pytest.mark.parametrize("name", FILES)
def test_an_independent_reader_counts_what_was_written(log, name, tmp_path):
    import r4pm
    from r4pm import bindings

    file = tmp_path / name
    file.write_bytes(FILES[name](log))
    item = r4pm.import_item("OCEL", str(file))
    read = bindings.slim_link_ocel(ocel=item)
    stats = bindings.ocel_type_stats(read)
    assert (bindings.num_events(ocel=read), bindings.num_objects(ocel=read)) == (len(log.events), len(log.objects))
    assert stats["event_type_counts"] == Counter(event.activity for event in log.events)
    assert stats["object_type_counts"] == Counter(each.type for each in log.objects)
    for event in log.events[::20]:
        assert set(bindings.get_e2o_ids(read, event.id) or ()) == {to.object for to in event.relations}
    for each in log.objects[::10]:
        assert set(bindings.get_o2o_ids(read, each.id) or ()) == {to.object for to in each.relations}
