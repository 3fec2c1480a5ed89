"""States and events as JSON text, and back.

Every field is written, so a later change of a default cannot change what is stored. Decimals are strings, money is
`[minor units, currency]`, dates are ISO 8601, enums their values; a field of several classes carries the class's name
under `TAG`. What is read was checked when it was made, so objects are rebuilt without running their checks again.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from otcore.adapters.sql.hooks import Read, converter
from otcore.adapters.sql.upcasts import UPCASTS, Upcast
from otcore.adapters.sql.writing import Text, Writers
from otcore.ports.kinds import Kind
from otcore.values.faults import Invalid

STATE = ""
"""The type name under which a state, not an event, is upcast."""

_NONE: Mapping[str, Any] = {}


@frozen(eq=False)
class _Shape:
    """How one class is written and read."""

    name: str
    write: Text
    read: Read


class Codec:
    """Writes and reads the states and events of any kind whose classes are attrs classes."""

    def __init__(
        self,
        kinds: Iterable[Kind[Any]] = (),
        upcasts: Mapping[tuple[str, str, int], Upcast] = UPCASTS,
        remember: int = 0,
    ) -> None:
        self._remember = remember
        self._known: dict[Kind[Any], dict[str, Any]] = {}
        self._converter = converter()
        self._writers = Writers(self._converter)
        self._upcasts = upcasts
        self._shapes: dict[type, _Shape] = {}
        self._events: dict[Kind[Any], dict[str, type]] = {}
        self._named: dict[str, Kind[Any]] = {}
        for kind in kinds:
            self._learn(kind)

    def write(self, value: object) -> str:
        """A state or an event as JSON text."""
        shape = self._shapes.get(type(value)) or self._shape(type(value))
        return shape.write(value)

    def write_state(self, kind: Kind[Any], state: Any) -> str:
        """`write`, remembering the state: the same text will be read as the same (unchangeable) state."""
        text = self.write(state)
        self._keep(kind, text, state)
        return text

    def read_state(self, kind: Kind[Any], id: str, schema: int, text: str) -> Any:
        """The state that was written with this schema number.

        Raises `Invalid`: STORED_SCHEMA_NEWER, STORED_DOCUMENT.
        """
        state = self._known.get(kind, _NONE).get(text) if schema == kind.schema else None
        if state is None:
            state = self._read(kind, id, STATE, kind.state, schema, text)
            self._keep(kind, text, state)
        return state

    def _keep(self, kind: Kind[Any], text: str, state: Any) -> None:
        known = self._known.setdefault(kind, {})
        if len(known) >= self._remember:
            known.clear()  # of the latest few hundred most are needed again at once or never
        if self._remember:
            known[text] = state

    def read_event(self, kind: Kind[Any], id: str, type_name: str, schema: int, text: str) -> object:
        """The event that was written under this type name and schema number.

        Raises `Invalid`: STORED_TYPE_UNKNOWN, STORED_SCHEMA_NEWER, STORED_DOCUMENT.
        """
        types = self._events.get(kind) or self._learn(kind)
        if type_name not in types:
            raise _unreadable("STORED_TYPE_UNKNOWN", f"event type {type_name!r} is not known", kind, id)
        return self._read(kind, id, type_name, types[type_name], schema, text)

    def read_stored(self, name: str, id: str, type_name: str, schema: int, text: str) -> object:
        """`read_event` of a kind that goes by this name.

        Raises `Invalid` STORED_KIND_UNKNOWN for one that the codec was not made for, and as `read_event` does.
        """
        kind = self._named.get(name)
        if kind is None:
            raise Invalid.one("STORED_KIND_UNKNOWN", f"{name} {id!r}: its kind is not known", kind=name, id=id)
        return self.read_event(kind, id, type_name, schema, text)

    def _read(self, kind: Kind[Any], id: str, type_name: str, of: type, schema: int, text: str) -> Any:
        shape = self._shapes.get(of) or self._shape(of)
        try:
            document = json.loads(text)
            if schema != kind.schema:
                document = self._upcast(kind, id, type_name, schema, document)
            return shape.read(document, of)
        except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            what = f"{type_name or 'state'} of schema {schema} cannot be read: {error!r}"
            raise _unreadable("STORED_DOCUMENT", what, kind, id) from error

    def _upcast(self, kind: Kind[Any], id: str, type_name: str, schema: int, document: Any) -> Any:
        if schema > kind.schema:
            what = f"schema {schema} was written by a newer release; this one knows {kind.schema}"
            raise _unreadable("STORED_SCHEMA_NEWER", what, kind, id)
        for older in range(schema, kind.schema):
            upcast = self._upcasts.get((kind.name, type_name, older))
            if upcast is not None:
                document = upcast(document)
        return document

    def _learn(self, kind: Kind[Any]) -> dict[str, type]:
        self._named[kind.name] = kind
        for of in (kind.state, *kind.events):
            self._shape(of)
        types = self._events[kind] = {event.__name__: event for event in kind.events}
        return types

    def _shape(self, of: type) -> _Shape:
        read = self._converter.get_structure_hook(of)
        shape = self._shapes[of] = _Shape(of.__name__, self._writers.of(of), read)
        return shape


def _unreadable(code: str, what: str, kind: Kind[Any], id: str) -> Invalid:
    return Invalid.one(code, f"{kind.name} {id!r}: {what}", kind=kind.name, id=id)
