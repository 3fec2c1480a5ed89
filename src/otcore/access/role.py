"""Roles: what those who have them may do, and up to which amount."""

from collections.abc import Iterable

from attrs import frozen

from otcore.access.action import covers
from otcore.access.asked import Asked
from otcore.values.money import Money


@frozen
class Grant:
    """An action is allowed, with all that stand below it (`order` for every order action, `*` for everything).

    `limit`: up to this amount; None: whatever it is worth. A limit says nothing of what is worth nothing in money.
    """

    action: str
    limit: Money | None = None


@frozen
class Role:
    """What a job needs to be allowed."""

    name: str
    grants: tuple[Grant, ...]


def covering(grants: Iterable[Grant], asked: Asked) -> tuple[Grant, ...]:
    """Those grants that are about this action."""
    return tuple(grant for grant in grants if covers(grant.action, asked.action))


def suffices(grant: Grant, asked: Asked) -> bool:
    """Whether the amount is within the grant's limit. A limit in another currency is none for this amount."""
    if grant.limit is None:
        return True
    if asked.unlimited:
        return False
    return asked.amount is None or _within(asked.amount, grant.limit)


def _within(amount: Money, limit: Money) -> bool:
    return amount.currency == limit.currency and abs(amount) <= limit
