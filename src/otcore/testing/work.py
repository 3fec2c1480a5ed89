"""How the store contract works with a store: units of work that always end, retries, several threads at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from otcore.ports.errors import Conflict
from otcore.ports.kinds import Kept
from otcore.ports.storage import Context, Store, UnitOfWork
from otcore.testing.tally import TALLY, Tally, added, opened
from otcore.values.scope import Scope

R = TypeVar("R")

DIFFICULT = "Ünïcödé 'quoted\" \\ {json} %s ? :x \u2028 \U0001f4b6"
"""Text that quoting, encoding or placeholders could spoil."""

NOW = datetime(2026, 1, 31, 12, 30, 15, 123456, tzinfo=UTC)
"""When the contract's units of work are done, unless they say otherwise."""

HOME = Scope("tenant", "entity")
"""For whom, unless they say otherwise."""

TRIES = 500
"""Far more than two units that take turns need; a store that needs them all makes no progress."""


def context(scope: Scope = HOME, at: datetime = NOW, actor: str = "clerk") -> Context:
    """A unit's context."""
    return Context(scope, actor, at)


@contextmanager
def unit(store: Store, given: Context | None = None, reading: bool = False) -> Iterator[UnitOfWork]:
    """A unit of work that is closed at the end; what it does not commit is gone."""
    begun = store.begin(given or context(), reading)
    try:
        yield begun
    finally:
        begun.close()


def committed(store: Store, work: Callable[[UnitOfWork], R], given: Context | None = None) -> R:
    """What `work` answers in a unit that is committed; on `Conflict` a fresh unit tries again."""
    for _ in range(TRIES):
        try:
            with unit(store, given) as begun:
                answer = work(begun)
                begun.commit()
                return answer
        except Conflict:
            continue
    raise AssertionError(f"no progress: {TRIES} tries in a row ended in a Conflict")


def conflicts(step: Callable[[], object]) -> bool:
    """Whether this raises `Conflict`."""
    try:
        step()
    except Conflict:
        return True
    return False


def begun(store: Store, *ids: str, given: Context | None = None) -> None:
    """Store empty tallies."""
    committed(store, lambda unit: unit.save([opened(unit.load(TALLY, id)) for id in ids]), given)


def total(store: Store, id: str, given: Context | None = None) -> str:
    """What a tally amounts to: "12.00 EUR", empty when it is not stored."""
    with unit(store, given, reading=True) as reader:
        state = reader.load(TALLY, id).state
        return str(state.total) if state else ""


def add(unit: UnitOfWork, id: str, amount: str = "1.00", for_update: bool = False) -> Kept[Tally]:
    """Load a tally, add to it, save it."""
    kept = added(unit.load(TALLY, id, for_update), amount)
    unit.save([kept])
    return kept


def together(*jobs: Callable[[], R]) -> Sequence[R]:
    """The answers of jobs done at the same time, each in a thread of its own."""
    with ThreadPoolExecutor(len(jobs)) as threads:
        return [running.result() for running in [threads.submit(job) for job in jobs]]


def overtaken(store: Store, first: Callable[[UnitOfWork], object], then: Callable[[UnitOfWork], object]) -> bool:
    """Whether a unit conflicts that does `first`, is overtaken by one that adds 1.00 to "a", and does `then`.

    A store that makes the other wait instead, until that conflicts, has not let it overtake: that is as good.
    """
    with unit(store) as slow:
        first(slow)
        if conflicts(lambda: overtake(store)):
            slow.close()
            overtake(store)
            return True
        return conflicts(lambda: then(slow)) or conflicts(slow.commit)


def overtake(store: Store) -> None:
    """Add 1.00 to "a", once and for all."""
    with unit(store) as quick:
        kept = quick.load(TALLY, "a")
        quick.save([added(kept if kept.version else opened(kept))])
        quick.commit()
