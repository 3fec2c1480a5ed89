"""An async store seen as a plain one, so that one contract proves both: an event loop in a thread answers each call."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from otcore.adapters.threads import ThreadedStore
from otcore.ports.storage import Context, Store
from otcore.ports.storage_async import AsyncStore, AsyncUnitOfWork

Wait = Callable[[Awaitable[Any]], Any]


class BlockingStore:
    """Waits for each answer of an async store."""

    def __init__(self, store: AsyncStore, wait: Wait) -> None:
        self._store = store
        self._wait = wait

    def begin(self, context: Context, reading: bool = False) -> Any:
        return BlockingUnit(self._wait(self._store.begin(context, reading)), self._wait)


class BlockingUnit:
    """Every method of the async unit, waited for."""

    def __init__(self, unit: AsyncUnitOfWork, wait: Wait) -> None:
        self._unit = unit
        self._wait = wait

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._unit, name)
        return lambda *given, **named: self._wait(method(*given, **named))


@contextmanager
def blocking(store: Store) -> Iterator[BlockingStore]:
    """A plain store, made async by worker threads, made plain again."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()

    def wait(answer: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(answer, loop).result()

    threaded = ThreadedStore(store)
    try:
        yield BlockingStore(threaded, wait)
    finally:
        wait(threaded.aclose())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
