"""The audit trail: adding to it, and reading it."""

from attrs import frozen

from otcore.access.audit import ActionRefused, AuditEvent
from otcore.ports.aggregates import AUDIT
from otcore.ports.storage import Where
from otcore.values.command import Query
from otcore.values.recorded import Recorded
from otcore.workflows.requests import Find, Flow, History, Load, Save


@frozen
class AskAudit(Query[tuple[Recorded, ...]]):
    """What was done and refused, each with its time and actor, in the order of time; what is empty does not restrict.

    `subject`: what it was done to ("order:4711"). `actor`: who did it, or tried. The events are
    `access.audit.ActionTaken` and, alone with `refused_only`, `ActionRefused`.
    """

    subject: str = ""
    actor: str = ""
    refused_only: bool = False


def record(event: AuditEvent) -> Flow[None]:
    """One fact more on its subject's trail.

    Asked for last: who waits for the trail, or loses it to another, is then done with everything else.
    """
    kept = yield from Load(AUDIT, event.subject, True)
    yield from Save(kept.after((event,)))


def ask_audit(query: AskAudit) -> Flow[tuple[Recorded, ...]]:
    """The facts of one trail, or of all."""
    facts: list[Recorded] = []
    for subject in (yield from _subjects(query)):
        facts += yield from History(AUDIT, subject)
    chosen = (fact for fact in facts if _fits(query, fact))
    return tuple(sorted(chosen, key=lambda fact: (fact.at, fact.stream.id, fact.sequence)))


def _subjects(query: AskAudit) -> Flow[tuple[str, ...]]:
    if query.subject:
        return (query.subject,)
    found = yield from Find(AUDIT, Where(status="refused" if query.refused_only else ""))
    return tuple(kept.id for kept in found)


def _fits(query: AskAudit, fact: Recorded) -> bool:
    by_actor = query.actor in ("", fact.actor)
    return by_actor and (not query.refused_only or isinstance(fact.event, ActionRefused))
