"""The access policy: whom a host lets do what."""

from typing import Protocol

from otcore.access.asked import Asked, Refusal


class AccessPolicy(Protocol):
    """Asked before every command is stored; `access.policy` has two: `everyone`, and `RolePolicy`.

    Promises: it answers from what it is asked and from data it holds, so it is quick, does no I/O, and the same
    question has the same answer; it may be asked by several threads at once. It changes nothing. Each code it refuses
    with is stable.

    A command is asked for at least once, with no amount and no makers, before anything is looked at: so a stranger does
    not learn what exists. What has an amount or makers is asked for again once they are known. A policy therefore
    refuses for want of an amount only what it would refuse with any.
    """

    def __call__(self, asked: Asked) -> Refusal | None:
        """None: yes. A refusal: no, and why."""
        ...
