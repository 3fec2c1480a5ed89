"""Who tells people and other systems what happened: mail, a queue, a web hook."""

from collections.abc import Awaitable
from typing import Protocol

from otcore.ports.messages import Message


class Notifier(Protocol):
    """Takes typed messages. Raises when it could not; the message then comes again."""

    def deliver(self, message: Message, position: int) -> None:
        """Deliver one message. It may come twice, under the same position in the outbox."""
        ...


class AsyncNotifier(Protocol):
    """The same, awaited."""

    def deliver(self, message: Message, position: int) -> Awaitable[None]:
        """Deliver one message."""
        ...
