"""OCEL 2.0 as a SQLite database (ocel-standard.org, specification, relational format).

One table for each type of event and of object; every attribute is a TEXT column. Of an object, the row without a
changed field holds what it began with; each later row one attribute that changed.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from otcore.adapters.eventlog.moments import moment
from otcore.adapters.eventlog.types import Types, event_types, event_values, object_types
from otcore.process.log.log import EventLog, LogObject

_TABLES = """
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
CREATE TABLE event (
  ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL, FOREIGN KEY (ocel_type) REFERENCES event_map_type (ocel_type)
);
CREATE TABLE object (
  ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL, FOREIGN KEY (ocel_type) REFERENCES object_map_type (ocel_type)
);
CREATE TABLE event_object (
  ocel_event_id TEXT NOT NULL, ocel_object_id TEXT NOT NULL, ocel_qualifier TEXT NOT NULL,
  PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier),
  FOREIGN KEY (ocel_event_id) REFERENCES event (ocel_id), FOREIGN KEY (ocel_object_id) REFERENCES object (ocel_id)
);
CREATE TABLE object_object (
  ocel_source_id TEXT NOT NULL, ocel_target_id TEXT NOT NULL, ocel_qualifier TEXT NOT NULL,
  PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier),
  FOREIGN KEY (ocel_source_id) REFERENCES object (ocel_id), FOREIGN KEY (ocel_target_id) REFERENCES object (ocel_id)
);
"""

Row = tuple[str | None, ...]


def ocel_sqlite(log: EventLog) -> bytes:
    """The log as a database file."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.executescript(_TABLES)
        _events(database, log)
        _objects(database, log)
        database.commit()
        return database.serialize()


def mapped(name: str) -> str:
    """The part of a table's name that stands for a type: `OrderPlaced` for "order.placed"."""
    return "".join(part.capitalize() for part in name.replace(".", "_").split("_"))


def _events(database: sqlite3.Connection, log: EventLog) -> None:
    types = event_types(log)
    _type_tables(database, "event", types, "ocel_id TEXT PRIMARY KEY, ocel_time TEXT NOT NULL")
    _insert(database, "event", ((each.id, each.activity) for each in log.events))
    for each in log.events:
        values, names = event_values(each), types[each.activity]
        row: Row = (each.id, moment(each.at), *map(values.get, names))
        _insert(database, f"event_{mapped(each.activity)}", iter([row]))


def _objects(database: sqlite3.Connection, log: EventLog) -> None:
    types = object_types(log)
    columns = "ocel_id TEXT NOT NULL, ocel_time TEXT NOT NULL, ocel_changed_field TEXT"
    _type_tables(database, "object", types, columns)
    _insert(database, "object", ((each.id, each.type) for each in log.objects))
    for each in log.objects:
        _insert(database, f"object_{mapped(each.type)}", _over_time(each, types[each.type]))
    related = ((each.id, to.object, to.qualifier) for each in log.objects for to in each.relations)
    _insert(database, "object_object", related)
    happened = ((each.id, to.object, to.qualifier) for each in log.events for to in each.relations)
    _insert(database, "event_object", happened)


def _type_tables(database: sqlite3.Connection, of: str, types: Types, columns: str) -> None:
    _insert(database, f"{of}_map_type", ((name, mapped(name)) for name in types))
    for name, attributes in types.items():
        own = "".join(f', "{attribute}" TEXT' for attribute in attributes)
        key = f", FOREIGN KEY (ocel_id) REFERENCES {of} (ocel_id)"
        database.execute(f'CREATE TABLE "{of}_{mapped(name)}" ({columns}{own}{key})')


def _over_time(each: LogObject, names: tuple[str, ...]) -> Iterator[Row]:
    """The first value of each attribute, then one row for each that became another."""
    began = min((value.at for value in each.values), default=None)
    if began is None:
        return
    first: dict[str, str] = {}
    later = [value for value in each.values if value.name in first or first.setdefault(value.name, value.text) is None]
    yield (each.id, moment(began), None, *map(first.get, names))
    for value in later:
        yield (each.id, moment(value.at), value.name, *(value.text if name == value.name else None for name in names))


def _insert(database: sqlite3.Connection, table: str, rows: Iterator[Row]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        database.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)
