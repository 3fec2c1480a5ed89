"""What an OCEL file declares: the types of events and of objects, and the attributes that each has."""

from collections.abc import Iterable

from otcore.process.log.log import EventLog, LogEvent

ACTOR = "actor"
"""The attribute that says who did it."""

Types = dict[str, tuple[str, ...]]
"""Names of types and of their attributes, both in alphabetical order."""


def event_types(log: EventLog) -> Types:
    """A type for each activity that happened."""
    return _types((event.activity, [ACTOR, *(name for name, _ in event.attributes)]) for event in log.events)


def object_types(log: EventLog) -> Types:
    """A type for each kind of object that there is."""
    return _types((each.type, [value.name for value in each.values]) for each in log.objects)


def event_values(event: LogEvent) -> dict[str, str]:
    """An event's attributes by name."""
    return {ACTOR: event.actor, **dict(event.attributes)}


def _types(found: Iterable[tuple[str, list[str]]]) -> Types:
    names: dict[str, set[str]] = {}
    for name, attributes in found:
        names.setdefault(name, set()).update(attributes)
    return {name: tuple(sorted(names[name])) for name in sorted(names)}
