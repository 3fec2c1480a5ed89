"""The log of recorded facts."""

from collections.abc import Iterable, Iterator

from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.attributes import attributes
from otcore.process.log.log import EventLog, LogEvent, LogObject, Relation, Value
from otcore.process.log.streams import Streams, fact_id, object_id, related, streams_of
from otcore.process.tables import TABLES
from otcore.values.recorded import Recorded


def event_log(facts: Iterable[Recorded]) -> EventLog:
    """The log of the facts of one scope, in any order; those that have no activity are left out.

    What is named but has no facts among these is no object of the log, and no relation leads to it.
    """
    streams = streams_of(facts)
    told = sorted((fact for stream in streams.values() for fact in stream), key=_in_time)
    events = tuple(_event(fact, streams) for fact in told)
    return EventLog(events, tuple(_object(id, streams) for id in streams))


def _in_time(fact: Recorded) -> tuple[object, ...]:
    return fact.at, fact.stream.kind, fact.stream.id, fact.sequence


def _event(fact: Recorded, streams: Streams) -> LogEvent:
    activity, subject = ACTIVITIES[type(fact.event)], object_id(fact)
    return LogEvent(
        id=fact_id(fact),
        activity=activity.name,
        at=fact.at,
        actor=fact.actor,
        subject=subject,
        attributes=attributes(fact.event),
        relations=(Relation(subject, fact.stream.kind), *related(subject, [fact], streams)),
        again=activity.again,
    )


def _object(id: str, streams: Streams) -> LogObject:
    facts = streams[id]
    kind = facts[0].stream.kind
    return LogObject(id, kind, tuple(_values(kind, facts)), related(id, facts, streams))


def _values(kind: str, facts: list[Recorded]) -> Iterator[Value]:
    """What the first fact says, and the status whenever it is another."""
    first = facts[0]
    for name, text in attributes(first.event):
        yield Value(name, text, first.at)
    table, status = TABLES[kind].table if kind in TABLES else {}, None
    for fact in facts:
        after = table.get((status, type(fact.event)), status)
        if after is not None and after != status:
            status = after
            yield Value("status", after.value, fact.at)
