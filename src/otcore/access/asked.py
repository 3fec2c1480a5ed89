"""The question that is put to an access policy, and a "no"."""

from attrs import frozen

from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen(kw_only=True)
class Asked:
    """May this actor do this?

    `action`: its name. `subject`: what it is done to, a kind and an id ("order:4711"). `amount`: what it is worth;
    None: not known yet, or it is worth nothing in money. `unlimited`: it is worth more than any amount (credit without
    a limit). `makers`: who made what this would approve.
    """

    action: str
    actor: str
    subject: str
    amount: Money | None = None
    unlimited: bool = False
    makers: tuple[str, ...] = ()

    @property
    def worth(self) -> str:
        """The amount as text, "unlimited", or nothing."""
        return "unlimited" if self.unlimited else str(self.amount or "")


@frozen
class Refusal:
    """Why not: a stable code and the facts that led to it, by name."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


class AccessRefused(Rejected):
    """A policy said no: the code of its refusal, with the action, the actor, the subject, and the policy's facts."""


def refused(asked: Asked, refusal: Refusal) -> AccessRefused:
    """The error for a refusal."""
    facts = {"action": asked.action, "actor": asked.actor, "subject": asked.subject}
    return AccessRefused(refusal.code, **facts | dict(refusal.facts))
