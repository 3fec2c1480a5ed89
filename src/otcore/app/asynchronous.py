"""`AsyncOrderToCash`: the same four calls, awaited."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from otcore.app.attempt import Attempt
from otcore.app.clock import SystemClock
from otcore.app.moment import moment
from otcore.app.routes import query_flow
from otcore.app.sync import AUDIT_TRIES, LEASE, MAIN
from otcore.ports.clock import Clock
from otcore.ports.outbox import AsyncPublisher, Posted
from otcore.ports.storage import Context
from otcore.ports.storage_async import AsyncStore, AsyncUnitOfWork
from otcore.values.command import Command, Query
from otcore.values.faults import Rejected
from otcore.values.scope import Scope
from otcore.workflows.drivers import TRIES, arun
from otcore.workflows.due import DUE, Due
from otcore.workflows.house import House
from otcore.workflows.outbox import delivered, take
from otcore.workflows.requests import Flow

R = TypeVar("R")


class AsyncOrderToCash:
    """`OrderToCash` over an async store; one body of flows serves both. May be shared between tasks."""

    def __init__(
        self,
        store: AsyncStore,
        house: House,
        *,
        scope: Scope = MAIN,
        actor: str = "host",
        clock: Clock | None = None,
        publisher: AsyncPublisher | None = None,
        tries: int = TRIES,
    ) -> None:
        self._store = store
        self._house = house
        self._scope = scope
        self._actor = actor
        self._clock = clock or SystemClock()
        self._publisher = publisher
        self._tries = tries

    async def handle(self, command: Command[R], *, key: str = "", actor: str = "", at: datetime | None = None) -> R:
        """As `OrderToCash.handle`."""
        attempt, begin = Attempt(command, self._house, key), self._begin(actor, at)
        try:
            answer: R = (await arun(attempt.start, begin, self._tries)).some
        except Rejected as error:
            await self._write_down(attempt.refusal(error), begin, error)
            raise
        return answer

    async def ask(self, query: Query[R]) -> R:
        """As `OrderToCash.ask`."""
        return await arun(query_flow(query, self._house), self._begin("", None, reading=True), self._tries)

    async def tick(self, at: datetime | None = None) -> int:
        """As `OrderToCash.tick`."""
        now = moment(at, self._clock)
        return sum([await self._do(due, now) for due in DUE])

    async def relay(self, limit: int = 100) -> int:
        """As `OrderToCash.relay`."""
        if self._publisher is None:
            return 0
        until = self._clock.now() + LEASE
        arrived: list[Posted] = []
        try:
            for posted in await self._run(lambda: take(limit, until)):
                await self._publisher.publish(posted)
                arrived.append(posted)
        finally:
            await self._run(lambda: delivered(tuple(arrived)))
        return len(arrived)

    async def _write_down(
        self, trail: Callable[[], Flow[None]] | None, begin: Callable[[], Awaitable[AsyncUnitOfWork]], why: Rejected
    ) -> None:
        if trail is None:
            return
        try:
            await arun(trail, begin, max(self._tries, AUDIT_TRIES))
        except Exception as failed:
            raise why from failed

    async def _do(self, due: Due, now: datetime) -> int:
        day, house, begin = now.date(), self._house, self._begin("", now)
        found = await arun(partial(due.find, day, house), self._begin("", now, reading=True), self._tries)
        return sum([await arun(partial(due.done, id, day, house), begin, self._tries) for id in found])

    async def _run(self, start: Callable[[], Flow[R]]) -> R:
        return await arun(start, self._begin("", None), self._tries)

    def _begin(
        self, actor: str, at: datetime | None, reading: bool = False
    ) -> Callable[[], Awaitable[AsyncUnitOfWork]]:
        context = Context(self._scope, actor or self._actor, moment(at, self._clock))
        return lambda: self._store.begin(context, reading)
