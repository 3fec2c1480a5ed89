"""What only the threaded store does: a thread a unit, and order after a cancelled call."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.threads import ThreadedStore
from otcore.ports.storage import Context, Store
from otcore.testing.tally import TALLY, opened
from otcore.testing.work import context, total


class Slow:
    """A store whose `begin` and `load` wait until they are let go, and that knows its threads."""

    def __init__(self, slow: str = "") -> None:
        self.store = MemoryStore()
        self.slow = slow
        self.go = threading.Event()
        self.calls: list[str] = []
        self.threads: set[str] = set()

    def begin(self, given: Context, reading: bool = False) -> Any:
        self.note("begin")
        return SlowUnit(self, self.store.begin(given, reading))

    def note(self, name: str) -> None:
        if name == self.slow:
            self.go.wait(10)
        self.calls.append(name)
        self.threads.add(threading.current_thread().name)


class SlowUnit:
    def __init__(self, store: Slow, unit: Any) -> None:
        self.store = store
        self.unit = unit

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            self.store.note(name)
            return getattr(self.unit, name)(*given)

        return call


async def put(store: ThreadedStore, id: str) -> None:
    unit = await store.begin(context())
    try:
        await unit.save([opened(await unit.load(TALLY, id))])
        await unit.commit()
    finally:
        await unit.close()


async def cancelled(task: "asyncio.Task[Any]") -> bool:
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task], timeout=0.05)
    return task.cancelled()


def test_a_unit_keeps_its_thread_and_gives_it_back():
    async def main() -> None:
        async with ThreadedStore(plain, threads=1) as store:
            await put(store, "a")
            await put(store, "b")

    plain = Slow()
    asyncio.run(main())
    assert len(plain.threads) == 1
    assert total(plain.store, "b") == "0.00 EUR"


def test_a_unit_waits_for_a_free_thread():
    async def main() -> None:
        async with ThreadedStore(MemoryStore(), threads=1) as store:
            first = await store.begin(context())
            second = asyncio.ensure_future(store.begin(context()))
            await asyncio.sleep(0.01)
            assert not second.done()
            await first.close()
            await first.close()  # closing again gives nothing back twice
            third = asyncio.ensure_future(store.begin(context()))
            await (await second).close()
            await (await third).close()

    asyncio.run(main())


def test_units_on_different_threads_do_not_wait_for_each_other():
    async def main() -> None:
        async with ThreadedStore(MemoryStore(), threads=2) as store:
            await asyncio.gather(*(put(store, str(number)) for number in range(20)))

    asyncio.run(main())


def test_close_comes_after_a_cancelled_call():
    async def main() -> None:
        async with ThreadedStore(plain, threads=1) as store:
            task = asyncio.ensure_future(put(store, "a"))
            assert not await cancelled(task), "it waits for the call to end before the unit is closed"
            plain.go.set()
            await asyncio.wait([task])
            assert task.cancelled()
            await put(store, "b")

    plain = Slow("load")
    asyncio.run(main())
    assert plain.calls[:3] == ["begin", "load", "close"]
    assert (total(plain.store, "a"), total(plain.store, "b")) == ("", "0.00 EUR")


def test_close_is_done_though_its_task_is_cancelled_again():
    async def main() -> None:
        async with ThreadedStore(plain, threads=1) as store:
            task = asyncio.ensure_future(put(store, "a"))
            await cancelled(task)
            assert await cancelled(task)
            plain.go.set()
            await put(store, "b")

    plain = Slow("load")
    asyncio.run(main())
    assert plain.calls[:3] == ["begin", "load", "close"]


def test_a_unit_that_nobody_waits_for_any_more_is_closed():
    async def main() -> None:
        async with ThreadedStore(plain, threads=1) as store:
            task = asyncio.ensure_future(store.begin(context()))
            assert await cancelled(task)
            plain.go.set()
            await put(store, "b")

    plain = Slow("begin")
    asyncio.run(main())
    assert plain.calls[:3] == ["begin", "close", "begin"]


def test_a_store_that_cannot_begin_says_so_and_keeps_its_thread():
    class Broken:
        def begin(self, given: Context, reading: bool = False) -> Any:
            raise ConnectionError

    async def main() -> None:
        broken: Store = Broken()
        async with ThreadedStore(broken, threads=1) as store:
            for _ in range(2):
                with pytest.raises(ConnectionError):
                    await store.begin(context())

    asyncio.run(main())
