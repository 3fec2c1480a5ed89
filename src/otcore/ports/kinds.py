"""What a store needs to know of an aggregate, and one aggregate as a unit of work holds it."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from attrs import frozen

from otcore.ports.errors import NotFound
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init

S = TypeVar("S")


@frozen(eq=False)
class Kind(Generic[S]):
    """One kind of aggregate: its name in keys, its state, the events that make it, and its index columns.

    `schema` is written beside every stored state and event; a change of their shape raises it.
    """

    name: str
    state: type[S]
    events: tuple[type, ...]
    evolve: Callable[[S | None, Any], S]
    facets: Callable[[S], Facets]
    schema: int = 1


@fast_init
@frozen(eq=False)
class Kept(Generic[S]):
    """An aggregate as loaded (`version` events long; 0: not stored yet) and the events that happened since."""

    kind: Kind[S]
    id: str
    version: int = 0
    state: S | None = None
    events: tuple[object, ...] = ()

    @property
    def some(self) -> S:
        """The state; `NotFound` when there is none."""
        if self.state is None:
            raise NotFound(self.kind.name, self.id)
        return self.state

    @property
    def next_version(self) -> int:
        """The version once `events` are stored: one a fact."""
        return self.version + len(self.events)

    def after(self, events: tuple[object, ...]) -> "Kept[S]":
        """The same aggregate after more facts, which a store has yet to keep."""
        state, evolve = self.state, self.kind.evolve
        for event in events:
            state = evolve(state, event)
        return Kept(self.kind, self.id, self.version, state, self.events + events)

    def known(self, events: tuple[object, ...], state: S) -> "Kept[S]":
        """`after` these facts, by one who knows already to which state they lead."""
        return Kept(self.kind, self.id, self.version, state, self.events + events)
