"""OCEL 2.0 as JSON (ocel-standard.org, specification, JSON format).

Attribute values are strings, as the published schema wants them, and declared so; days are ISO dates.
"""

import json
from typing import Any

from otcore.adapters.eventlog.moments import moment
from otcore.adapters.eventlog.types import Types, event_types, event_values, object_types
from otcore.process.log.log import EventLog, LogEvent, LogObject, Relation


def ocel_json(log: EventLog) -> bytes:
    """The log as a file: UTF-8, one line an event or object. The same log gives the same bytes."""
    parts = {
        "eventTypes": _types(event_types(log)),
        "objectTypes": _types(object_types(log)),
        "events": [_event(each) for each in log.events],
        "objects": [_object(each) for each in log.objects],
    }
    listed = ",\n".join(f'"{name}": [{_lines(rows)}]' for name, rows in parts.items())
    return f"{{\n{listed}\n}}\n".encode()


def _lines(rows: list[dict[str, Any]]) -> str:
    return ",".join(f"\n{json.dumps(row, ensure_ascii=False)}" for row in rows)


def _types(types: Types) -> list[dict[str, Any]]:
    return [
        {"name": name, "attributes": [{"name": each, "type": "string"} for each in attributes]}
        for name, attributes in types.items()
    ]


def _event(event: LogEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.activity,
        "time": moment(event.at),
        "attributes": [{"name": name, "value": text} for name, text in event_values(event).items()],
        "relationships": list(map(_relation, event.relations)),
    }


def _object(each: LogObject) -> dict[str, Any]:
    return {
        "id": each.id,
        "type": each.type,
        "attributes": [{"name": value.name, "time": moment(value.at), "value": value.text} for value in each.values],
        "relationships": list(map(_relation, each.relations)),
    }


def _relation(relation: Relation) -> dict[str, str]:
    return {"objectId": relation.object, "qualifier": relation.qualifier}
