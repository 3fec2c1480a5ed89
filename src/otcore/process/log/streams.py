"""The facts that are in a log, by the object they happened to, and how these objects belong together."""

from collections.abc import Iterable, Mapping

from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.links import Link, links
from otcore.process.log.log import Relation
from otcore.values.recorded import Recorded, in_sequence

Streams = Mapping[str, list[Recorded]]
"""The facts of each object, by its id in the log, in their order."""


def object_id(fact: Recorded) -> str:
    """The id that the object of a fact has in a log."""
    return f"{fact.stream.kind}:{fact.stream.id}"


def fact_id(fact: Recorded) -> str:
    """The id of the event that a fact is in a log."""
    return f"{object_id(fact)}#{fact.sequence}"


def streams_of(facts: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    """Facts in any order by object, by id; those that have no activity are left out, and so is what does not follow
    from the facts given (`in_sequence`).
    """
    streams: dict[str, list[Recorded]] = {}
    for fact in in_sequence(facts):
        if type(fact.event) in ACTIVITIES:
            streams.setdefault(object_id(fact), []).append(fact)
    return {id: streams[id] for id in sorted(streams)}


def related(subject: str, facts: Iterable[Recorded], streams: Streams) -> tuple[Relation, ...]:
    """The relations that these facts of an object tell of, each once, in the order in which they came about."""
    named = (link for fact in facts for link in links(fact.event))
    found = ((_found(link, streams), link.role) for link in named)
    return tuple(dict.fromkeys(Relation(id, role) for id, role in found if id not in ("", subject)))


def _found(link: Link, streams: Streams) -> str:
    return next((id for id in (f"{kind}:{link.id}" for kind in link.types) if id in streams), "")
