"""The outbox from the relay's side: lease messages, and say which arrived."""

from datetime import datetime

from otcore.ports.outbox import Posted
from otcore.workflows.requests import Delivered, Flow, Take


def take(limit: int, until: datetime) -> Flow[tuple[Posted, ...]]:
    """Undelivered messages, leased until a time."""
    return (yield from Take(limit, until))


def delivered(posted: tuple[Posted, ...]) -> Flow[None]:
    """These arrived."""
    if posted:
        yield from Delivered(posted)
