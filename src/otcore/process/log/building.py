"""The log of recorded facts."""

from collections.abc import Iterable, Iterator, Mapping

from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.attributes import attributes
from otcore.process.log.links import Link, links
from otcore.process.log.log import EventLog, LogEvent, LogObject, Relation, Value
from otcore.process.tables import TABLES
from otcore.values.recorded import Recorded

Streams = Mapping[str, list[Recorded]]
"""The facts of each object, by its id in the log, in their order."""


def event_log(facts: Iterable[Recorded]) -> EventLog:
    """The log of the facts of one scope, in any order; those that have no activity are left out.

    What is named but has no facts among these is no object of the log, and no relation leads to it.
    """
    told = sorted((fact for fact in facts if type(fact.event) in ACTIVITIES), key=_in_time)
    streams: dict[str, list[Recorded]] = {}
    for fact in told:
        streams.setdefault(object_id(fact), []).append(fact)
    for stream in streams.values():
        stream.sort(key=lambda fact: fact.sequence)
    events = tuple(_event(fact, streams) for fact in told)
    return EventLog(events, tuple(_object(id, streams) for id in sorted(streams)))


def object_id(fact: Recorded) -> str:
    """The id that the object of a fact has in a log."""
    return f"{fact.stream.kind}:{fact.stream.id}"


def _in_time(fact: Recorded) -> tuple[object, ...]:
    return fact.at, fact.stream.kind, fact.stream.id, fact.sequence


def _event(fact: Recorded, streams: Streams) -> LogEvent:
    activity, subject = ACTIVITIES[type(fact.event)], object_id(fact)
    return LogEvent(
        id=f"{subject}#{fact.sequence}",
        activity=activity.name,
        at=fact.at,
        actor=fact.actor,
        subject=subject,
        attributes=attributes(fact.event),
        relations=(Relation(subject, fact.stream.kind), *_relations(subject, [fact], streams)),
        again=activity.again,
    )


def _object(id: str, streams: Streams) -> LogObject:
    facts = streams[id]
    kind = facts[0].stream.kind
    return LogObject(id, kind, tuple(_values(kind, facts)), _relations(id, facts, streams))


def _relations(subject: str, facts: Iterable[Recorded], streams: Streams) -> tuple[Relation, ...]:
    """Each relation once, in the order in which they came about."""
    named = (link for fact in facts for link in links(fact.event))
    found = ((_found(link, streams), link.role) for link in named)
    return tuple(dict.fromkeys(Relation(id, role) for id, role in found if id not in ("", subject)))


def _found(link: Link, streams: Streams) -> str:
    return next((id for id in (f"{kind}:{link.id}" for kind in link.types) if id in streams), "")


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
