"""Messages that leave the library after their facts are stored, and who takes them away."""

from collections.abc import Awaitable, Mapping
from typing import Protocol

from attrs import field, frozen


@frozen
class Notice:
    """Something others may want to know: a topic such as `order.acknowledged`, whom it is about, plain facts."""

    topic: str
    subject: str
    facts: Mapping[str, str] = field(factory=dict)


@frozen
class Posted:
    """A notice in the outbox, under its position there. It may be delivered again; `position` tells repeats."""

    position: int
    notice: Notice


class Publisher(Protocol):
    """Takes messages to the outside. Raises when it could not; the message then stays in the outbox."""

    def publish(self, posted: Posted) -> None:
        """Deliver one message."""
        ...


class AsyncPublisher(Protocol):
    """The same, awaited."""

    def publish(self, posted: Posted) -> Awaitable[None]:
        """Deliver one message."""
        ...
