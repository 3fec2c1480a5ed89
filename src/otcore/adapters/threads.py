"""Any store for an async host: its calls run in a few worker threads, so that the event loop never waits for a disk."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import partial
from typing import Any, Self, TypeVar

from otcore.ports.kinds import Kept, Kind
from otcore.ports.outbox import Notice, Posted
from otcore.ports.storage import Answer, Context, Store, UnitOfWork, Where
from otcore.receivables.ledger import Entry
from otcore.values.recorded import Recorded

R = TypeVar("R")
S = TypeVar("S")


class ThreadedStore:
    """An `AsyncStore` over a `Store`. Belongs to one event loop.

    Each unit of work has one of `threads` worker threads to itself, from `begin` to `close`; when all are taken,
    `begin` waits. A call whose task is cancelled still ends in its thread (a cancelled `commit` may have committed),
    and `close` comes after it.
    """

    def __init__(self, store: Store, threads: int = 8) -> None:
        self._store = store
        self._workers = [ThreadPoolExecutor(1, "otcore-store") for _ in range(threads)]
        self._idle: asyncio.LifoQueue[ThreadPoolExecutor] = asyncio.LifoQueue()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def begin(self, context: Context, reading: bool = False) -> "ThreadedUnit":
        """A new unit of work, as soon as a thread is free for it."""
        worker = await self._idle.get()
        begun = asyncio.get_running_loop().run_in_executor(worker, self._store.begin, context, reading)
        try:
            unit = await asyncio.shield(begun)
        except BaseException:
            begun.add_done_callback(partial(self._abandon, worker))
            raise
        return ThreadedUnit(unit, worker, self._idle.put_nowait)

    def _abandon(self, worker: ThreadPoolExecutor, begun: "asyncio.Future[UnitOfWork]") -> None:
        """Nobody is there to take the unit that was begun, if it was."""
        if begun.exception() is None:
            worker.submit(begun.result().close)
        self._idle.put_nowait(worker)

    async def aclose(self) -> None:
        """End the threads once their last call has returned; units that are still open are not closed."""
        for worker in self._workers:
            await asyncio.to_thread(worker.shutdown)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class ThreadedUnit:
    """See `AsyncUnitOfWork`: each call of the unit it wraps, made in its thread."""

    def __init__(
        self, unit: UnitOfWork, worker: ThreadPoolExecutor, free: Callable[[ThreadPoolExecutor], None]
    ) -> None:
        self._unit = unit
        self._worker = worker
        self._free = free
        self._closed = False

    async def load(self, kind: Kind[S], id: str, for_update: bool = False) -> Kept[S]:
        """One aggregate."""
        return await self._call(self._unit.load, kind, id, for_update)

    async def load_many(self, kind: Kind[S], ids: Sequence[str], for_update: bool = False) -> tuple[Kept[S], ...]:
        """Several, in the order asked for."""
        return await self._call(self._unit.load_many, kind, ids, for_update)

    async def find(self, kind: Kind[S], where: Where, for_update: bool = False) -> tuple[Kept[S], ...]:
        """All that match."""
        return await self._call(self._unit.find, kind, where, for_update)

    async def save(self, kept: Sequence[Kept[Any]]) -> None:
        """Keep states and their new events."""
        await self._call(self._unit.save, kept)

    async def append(self, entries: Sequence[Entry]) -> None:
        """Add rows to the receivables ledger."""
        await self._call(self._unit.append, entries)

    async def entries(
        self, until: date | None = None, party: str = "", known: datetime | None = None
    ) -> tuple[Entry, ...]:
        """Ledger rows in the order they were added."""
        return await self._call(self._unit.entries, until, party, known)

    async def number(self, series: str) -> int:
        """The next number of a series."""
        return await self._call(self._unit.number, series)

    async def claim(self, key: str, fingerprint: str) -> Answer | None:
        """Insert an idempotency key, or learn what it led to."""
        return await self._call(self._unit.claim, key, fingerprint)

    async def answer(self, key: str, answer: Answer) -> None:
        """Keep what a claimed key led to."""
        await self._call(self._unit.answer, key, answer)

    async def announce(self, notice: Notice) -> None:
        """Put a message in the outbox."""
        await self._call(self._unit.announce, notice)

    async def take(self, limit: int, until: datetime) -> tuple[Posted, ...]:
        """Lease undelivered messages."""
        return await self._call(self._unit.take, limit, until)

    async def delivered(self, posted: Sequence[Posted]) -> None:
        """These messages arrived."""
        await self._call(self._unit.delivered, posted)

    async def history(self, kind: Kind[Any], id: str) -> tuple[Recorded, ...]:
        """The events of one aggregate."""
        return await self._call(self._unit.history, kind, id)

    async def happened(self, kinds: Sequence[str] = (), until: datetime | None = None) -> tuple[Recorded, ...]:
        """The events of the scope, in the order of time."""
        return await self._call(self._unit.happened, kinds, until)

    async def who(self) -> str:
        """The actor of the context."""
        return await self._call(self._unit.who)

    async def commit(self) -> None:
        """Store everything of this unit, durably."""
        await self._call(self._unit.commit)

    async def close(self) -> None:
        """End the unit and free its thread, whatever becomes of the task that asks for it."""
        if self._closed:
            return
        self._closed = True
        closing = asyncio.get_running_loop().run_in_executor(self._worker, self._unit.close)
        closing.add_done_callback(lambda _: self._free(self._worker))
        await asyncio.shield(closing)

    async def _call(self, function: Callable[..., R], *arguments: Any) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._worker, function, *arguments)
