"""Stores on which somebody else does something in between."""

from collections.abc import Callable
from itertools import count
from threading import Barrier
from typing import Any

from attrs import define, field

from otcore.ports.errors import Conflict
from otcore.ports.storage import Context, Store, UnitOfWork


@define
class Contested:
    """Loses the race in those of its units of work that `loses` says; `begun` counts them, from 1."""

    inner: Store
    loses: Callable[[int], bool]
    begun: int = field(default=0)

    def begin(self, context: Context, reading: bool = False) -> UnitOfWork:
        self.begun += 1
        unit = self.inner.begin(context, reading)
        return _Losing(unit) if self.loses(self.begun) else unit


def first(units: int) -> Callable[[int], bool]:
    """The first so many units of work."""
    return lambda unit: unit <= units


class _Losing:
    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    def commit(self) -> None:
        raise Conflict("somebody else was faster")


@define
class Interrupted:
    """Does something once, just before the call of number `at` (from 0) on its units of work; `calls` counts them."""

    inner: Store
    at: int
    does: Callable[[], object]
    calls: int = field(default=0)

    def begin(self, context: Context, reading: bool = False) -> UnitOfWork:
        return _Watched(self, self.inner.begin(context, reading))

    def called(self) -> None:
        self.calls += 1
        if self.calls == self.at + 1:
            self.does()


class _Watched:
    def __init__(self, store: Interrupted, unit: UnitOfWork) -> None:
        self._store = store
        self._unit = unit

    def __getattr__(self, name: str) -> Any:
        self._store.called()
        return getattr(self._unit, name)


@define
class Crowded:
    """Its first `parties` commits wait for each other, so that every one of them has read what was there before."""

    inner: Store
    parties: int
    door: Barrier = field(init=False)
    came: "count[int]" = field(factory=count, init=False)

    def __attrs_post_init__(self) -> None:
        self.door = Barrier(self.parties, timeout=10)

    def begin(self, context: Context, reading: bool = False) -> UnitOfWork:
        return _Waiting(self, self.inner.begin(context, reading))

    def enter(self) -> None:
        if next(self.came) < self.parties:
            self.door.wait()


class _Waiting:
    def __init__(self, store: Crowded, unit: UnitOfWork) -> None:
        self._store = store
        self._unit = unit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    def commit(self) -> None:
        self._store.enter()
        self._unit.commit()
