"""Any gateway for an async host: its calls run in worker threads, so that the event loop never waits for it."""

import asyncio

from otcore.payments.gateway.answers import Asked, Notification, Told
from otcore.ports.gateways import Gateway


class ThreadedGateway:
    """An `AsyncGateway` over a `Gateway`."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def authorise(self, asked: Asked) -> Told:
        """Promise the amount for the token."""
        return await asyncio.to_thread(self._gateway.authorise, asked)

    async def capture(self, asked: Asked) -> Told:
        """Take (a part of) what was promised."""
        return await asyncio.to_thread(self._gateway.capture, asked)

    async def refund(self, asked: Asked) -> Told:
        """Give back (a part of) what was taken."""
        return await asyncio.to_thread(self._gateway.refund, asked)

    async def void(self, asked: Asked) -> Told:
        """Give the promise up."""
        return await asyncio.to_thread(self._gateway.void, asked)

    async def look(self, payment: str) -> tuple[Told, ...]:
        """All that was done or declined for a payment."""
        return await asyncio.to_thread(self._gateway.look, payment)

    def read(self, body: str, signature: str) -> Notification:
        """What a web hook says."""
        return self._gateway.read(body, signature)
