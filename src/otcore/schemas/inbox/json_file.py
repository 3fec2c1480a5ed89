"""A JSON file: one member names the kind and holds the record, or the list of records."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from attrs import frozen

from otcore.schemas.inbox.reading import Raw, said
from otcore.schemas.json_places import lines_of
from otcore.schemas.json_text import json_text
from otcore.schemas.limits import RECORDS
from otcore.schemas.pointers import parents, step
from otcore.values.faults import Fault


@frozen
class JsonFile:
    """An opened JSON file."""

    source: str
    text: str
    faults: tuple[Fault, ...]
    records: tuple[Raw, ...] = ()

    def placed(self, faults: Collection[Fault]) -> tuple[Fault, ...]:
        """The faults with their lines, beside their pointers."""
        lines = lines_of(self.text, {fault.path for fault in faults}) if faults else {}
        return tuple(said(fault, self.source, lines[fault.path], **_spot(fault)) for fault in faults)


def json_file(data: bytes, source: str, kind: str, many: bool) -> JsonFile:
    """`{"customers": [...]}` opened as `customers`; with `many` false, `{"order": {...}}` as `order`.

    Faults of the whole: OBJECT_EXPECTED, FIELD_MISSING, FIELD_UNKNOWN, LIST_EXPECTED, LIST_TOO_LONG, and doubts of the
    JSON outside the records. Raises what `json_text` raises.
    """
    read = json_text(data)
    faults = tuple(_shape(read.value, kind, many))
    if faults:
        return JsonFile(source, read.text, faults)
    values = _values(read.value[kind], step(kind), many)
    doubts = _by_record(read.faults, values)
    lines = lines_of(read.text, values)
    records = tuple(Raw(pointer, lines[pointer], value, doubts[pointer]) for pointer, value in values.items())
    return JsonFile(source, read.text, doubts[""], () if doubts[""] else records)


def _shape(value: Any, kind: str, many: bool) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault("OBJECT_EXPECTED", f'must be an object {{"{kind}": ...}}')
        return
    for name in value.keys() - {kind}:
        yield Fault("FIELD_UNKNOWN", f"only {kind} stands here", step(name))
    records = value.get(kind)
    if kind not in value:
        yield Fault("FIELD_MISSING", "is required", step(kind))
    elif many and not isinstance(records, list):
        yield Fault("LIST_EXPECTED", "must be a list [...]", step(kind))
    elif many and len(value[kind]) > RECORDS:
        yield Fault("LIST_TOO_LONG", f"has more than {RECORDS} records", step(kind))


def _values(held: Any, pointer: str, many: bool) -> dict[str, Any]:
    """The records by their pointers."""
    return {pointer + step(index): value for index, value in enumerate(held)} if many else {pointer: held}


def _by_record(doubts: Collection[Fault], values: Collection[str]) -> Mapping[str, tuple[Fault, ...]]:
    """The doubts by the record that they stand in, their paths from there; under "" those of none."""
    found: dict[str, tuple[Fault, ...]] = defaultdict(tuple)
    for doubt in doubts:
        record = next((outer for outer in parents(doubt.path) if outer in values), "")
        found[record] += (Fault(doubt.code, doubt.message, doubt.path[len(record) :]),)
    return found


def _spot(fault: Fault) -> dict[str, str]:
    return {"pointer": fault.path} if fault.path else {}
