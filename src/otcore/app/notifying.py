"""Publishers that hand typed messages to a notifier."""

from attrs import frozen

from otcore.ports.messages import message_of
from otcore.ports.notifier import AsyncNotifier, Notifier
from otcore.ports.outbox import Posted


@frozen
class Notifying:
    """A `Publisher` for hosts that would rather have messages than notices."""

    notifier: Notifier

    def publish(self, posted: Posted) -> None:
        """Deliver one message."""
        self.notifier.deliver(message_of(posted.notice), posted.position)


@frozen
class AsyncNotifying:
    """The same, awaited."""

    notifier: AsyncNotifier

    async def publish(self, posted: Posted) -> None:
        """Deliver one message."""
        await self.notifier.deliver(message_of(posted.notice), posted.position)
