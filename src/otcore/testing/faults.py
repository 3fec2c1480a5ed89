"""A store that fails on purpose, at calls that a number or a seed says, so that every failure can be had again."""

import os
from collections.abc import Callable
from random import Random
from typing import Any, NoReturn

from otcore.ports.errors import Conflict
from otcore.ports.storage import Context, Store, UnitOfWork

Strike = Callable[[], NoReturn]
When = Callable[[int], bool]


class Killed(BaseException):
    """The process is gone, as far as the code under test can tell. No `Exception`, so that nothing recovers from it."""


def conflict() -> NoReturn:
    """Another unit of work was first."""
    raise Conflict("injected")


def killed() -> NoReturn:
    """Nothing after this call happens."""
    raise Killed


def exited() -> NoReturn:
    """The process ends at once, with the status of a `kill -9`; nothing is cleaned up."""
    os._exit(137)


def at(*calls: int) -> When:
    """At these calls, counted from 1."""
    return calls.__contains__


def sometimes(seed: int, rate: float) -> When:
    """At a part of all calls, the same ones for the same seed."""
    chance = Random(seed)
    return lambda _: chance.random() < rate


class FaultyStore:
    """A store before whose calls (or, with `late`, after which) `strike` comes `when` their number says so.

    Counted are `begin` and every call of a unit of work but `close`; `calls` holds their names. Late faults show what
    happens when a call did its work and nobody was told.
    """

    def __init__(self, store: Store, when: When, strike: Strike = conflict, late: bool = False) -> None:
        self._store = store
        self._when = when
        self._strike = strike
        self._late = late
        self.calls: list[str] = []

    def begin(self, context: Context, reading: bool = False) -> UnitOfWork:
        """A new unit of work, which fails as its store does."""
        unit: Any = FaultyUnit(self, self.call("begin", self._store.begin, context, reading))
        return unit  # type: ignore[no-any-return]  # it has every method of the unit that it wraps

    def call(self, name: str, function: Callable[..., Any], *given: Any) -> Any:
        """Make one call, and fail if its turn has come."""
        self.calls.append(name)
        struck = self._when(len(self.calls))
        if struck and not self._late:
            self._strike()
        answer = function(*given)
        if struck:
            self._strike()
        return answer


class FaultyUnit:
    """A unit of work whose every call may fail; `close` does not."""

    def __init__(self, store: FaultyStore, unit: UnitOfWork) -> None:
        self._store = store
        self._unit = unit

    def close(self) -> None:
        """End the unit."""
        self._unit.close()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._unit, name)
        return lambda *given: self._store.call(name, method, *given)
