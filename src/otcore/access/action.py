"""Actions: what may be allowed or refused, by dotted names (`order.place`), which audit trails keep for ever."""

from otcore.values.command import words

ANYTHING = "*"
"""Every action there is, in a grant."""


def covers(granted: str, action: str) -> bool:
    """Whether a granted action is this one or stands above it: `order` covers `order.release_hold.credit`."""
    return granted in (ANYTHING, action) or action.startswith(f"{granted}.")


def action_of(command: str) -> str:
    """The action of a command by its class's name, `PlaceOrder`: `order.place`. The first word is the verb."""
    verb, *nouns = words(command)
    return f"{'_'.join(nouns)}.{verb}" if nouns else verb
