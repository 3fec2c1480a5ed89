"""Payment gateways: they hold the cards and move the money; here are their tokens and their answers."""

from collections.abc import Awaitable
from typing import Protocol

from otcore.payments.gateway.answers import Asked, Notification, Told


class Gateway(Protocol):
    """Authorises, captures, refunds and voids payments. Called outside units of work only, by several threads perhaps.

    Promises: the same `key` again does nothing more and has the same answer; the same key for something else is
    declined, or a `GatewayError`. A decline is an answer; a `GatewayError` says that the outcome is not known: it may
    have been done. Each effect has a `reference` of its own. What is done is in `look` from then on, in the order in
    which it was done, and is never taken out; `look` has nothing of other payments.
    """

    def authorise(self, asked: Asked) -> Told:
        """Promise the amount for the token."""
        ...

    def capture(self, asked: Asked) -> Told:
        """Take (a part of) what was promised."""
        ...

    def refund(self, asked: Asked) -> Told:
        """Give back (a part of) what was taken."""
        ...

    def void(self, asked: Asked) -> Told:
        """Give the promise up."""
        ...

    def look(self, payment: str) -> tuple[Told, ...]:
        """All that was done or declined for a payment of ours, the first first; nothing for one it never heard of."""
        ...

    def read(self, body: str, signature: str) -> Notification:
        """What a web hook says. It calls nobody.

        Raises `Invalid` WEBHOOK_SIGNATURE when the gateway did not send it, WEBHOOK_FORMAT.
        """
        ...


class AsyncGateway(Protocol):
    """`Gateway` for async hosts: the same, its calls awaited; `read` is not."""

    def authorise(self, asked: Asked) -> Awaitable[Told]: ...
    def capture(self, asked: Asked) -> Awaitable[Told]: ...
    def refund(self, asked: Asked) -> Awaitable[Told]: ...
    def void(self, asked: Asked) -> Awaitable[Told]: ...
    def look(self, payment: str) -> Awaitable[tuple[Told, ...]]: ...
    def read(self, body: str, signature: str) -> Notification: ...
