"""The memory store: spaces by scope, one lock for commits."""

from collections.abc import Iterator
from itertools import count
from threading import Lock

from otcore.adapters.memory.space import Space
from otcore.adapters.memory.unit import MemoryUnit
from otcore.ports.storage import Context
from otcore.values.scope import Scope


class MemoryStore:
    """Keeps states in dictionaries; safe for threads.

    Optimistic: a unit of work sees what is committed, buffers what it writes, and at `commit` either nothing it relied
    on has changed or it gets a `Conflict`. Nothing ever waits.
    """

    def __init__(self) -> None:
        self._spaces: dict[Scope, Space] = {}
        self._lock = Lock()
        self._positions: Iterator[int] = count(1)

    def begin(self, context: Context, reading: bool = False) -> MemoryUnit:
        """A new unit of work."""
        space = self._spaces.get(context.scope)
        if space is None:
            space = self._spaces.setdefault(context.scope, Space())
        return MemoryUnit(space, context, reading, self._lock, self._positions)
