"""The rules of the built-in policy: each looks at one thing, and has a code."""

from collections.abc import Callable

from otcore.access.asked import Asked, Refusal
from otcore.access.role import Grant, suffices

AccessRule = Callable[[Asked, tuple[Grant, ...]], Refusal | None]
"""What was asked, and the actor's grants that are about the action; None: nothing against it."""


def granted(asked: Asked, grants: tuple[Grant, ...]) -> Refusal | None:
    """`NOT_ALLOWED`: no role of the actor grants the action."""
    return None if grants else Refusal("NOT_ALLOWED")


def within_limit(asked: Asked, grants: tuple[Grant, ...]) -> Refusal | None:
    """`ABOVE_AMOUNT_LIMIT`: every grant has a limit below the amount, or in another currency."""
    if any(suffices(grant, asked) for grant in grants):
        return None
    limits = ", ".join(dict.fromkeys(str(grant.limit) for grant in grants))
    return Refusal("ABOVE_AMOUNT_LIMIT", (("amount", asked.worth), ("limit", limits)))


def maker_is_not_checker(asked: Asked, grants: tuple[Grant, ...]) -> Refusal | None:
    """`MAKER_IS_CHECKER`: the actor made what this would approve."""
    return Refusal("MAKER_IS_CHECKER") if asked.actor in asked.makers else None


RULES: tuple[AccessRule, ...] = (granted, within_limit, maker_is_not_checker)
"""In the order in which they are tried; the first refusal counts."""
