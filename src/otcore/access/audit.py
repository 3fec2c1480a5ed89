"""The audit trail of one subject: what was done to it, and what was refused, as facts.

Who and when stand in the record of each fact (`values.recorded`).
"""

from attrs import frozen

from otcore.access.asked import AccessRefused, Asked
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.money import Money

_LONGEST = 200
"""Of a fact's text this much is kept: what is refused may be anything."""


@frozen
class Trail:
    """How often sensitive actions on a subject ("order:4711") were taken and refused; the facts tell the rest."""

    subject: str
    taken: int = 0
    refused: int = 0


@frozen
class ActionTaken:
    """A sensitive action was done. `amount`: what it was worth, where that is known; `unlimited`: beyond any amount."""

    subject: str
    action: str
    amount: Money | None = None
    unlimited: bool = False


@frozen
class ActionRefused:
    """An action was refused, with the code and the facts of the refusal; nothing else of it is stored."""

    subject: str
    action: str
    code: str
    amount: Money | None = None
    unlimited: bool = False
    facts: tuple[tuple[str, str], ...] = ()


AuditEvent = ActionTaken | ActionRefused


def taken(asked: Asked) -> ActionTaken:
    """The fact that it was done."""
    return ActionTaken(asked.subject, asked.action, asked.amount, asked.unlimited)


def not_taken(asked: Asked, error: Rejected) -> ActionRefused:
    """The fact that it was refused."""
    told = {"action", "actor", "subject"} if isinstance(error, AccessRefused) else set()
    facts = tuple((name, str(fact)[:_LONGEST]) for name, fact in error.facts.items() if name not in told)
    return ActionRefused(asked.subject, asked.action, error.code, asked.amount, asked.unlimited, facts)


def evolve(trail: Trail | None, event: AuditEvent) -> Trail:
    """The trail after one fact."""
    before = trail or Trail(event.subject)
    if isinstance(event, ActionTaken):
        return Trail(before.subject, before.taken + 1, before.refused)
    return Trail(before.subject, before.taken, before.refused + 1)


def facets(trail: Trail) -> Facets:
    """Found by subject, and by whether anything was refused."""
    return Facets(reference=trail.subject, status="refused" if trail.refused else "taken")
