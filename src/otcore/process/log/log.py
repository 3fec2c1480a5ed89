"""An object-centric event log: events, the objects they happened to, and how these belong together.

The words are those of OCEL 2.0 (ocel-standard.org): an event and an object are related by a qualifier, as are two
objects. Every value is text: a decimal number would become a binary float in most readers.
"""

from datetime import datetime

from attrs import frozen


@frozen
class Relation:
    """A relation to an object, and which part the object has in it: "order", "receipt"."""

    object: str
    qualifier: str


@frozen
class Value:
    """What an attribute of an object is from a moment on."""

    name: str
    text: str
    at: datetime


@frozen
class LogEvent:
    """One fact. `id`: its stream and place in it ("order:O1#2"); `subject`: the object it happened to.

    `again`: the fact of another object tells of it too, and says more; a chart counts that one.
    """

    id: str
    activity: str
    at: datetime
    actor: str
    subject: str
    attributes: tuple[tuple[str, str], ...]
    relations: tuple[Relation, ...]
    again: bool


@frozen
class LogObject:
    """One aggregate: its type, an id that no object of another type has ("invoice:2026-1"), its values over time."""

    id: str
    type: str
    values: tuple[Value, ...]
    relations: tuple[Relation, ...]


@frozen
class EventLog:
    """Events in the order of time; objects by id. Every related object is one of them."""

    events: tuple[LogEvent, ...]
    objects: tuple[LogObject, ...]
