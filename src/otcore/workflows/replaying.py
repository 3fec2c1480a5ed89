"""States as they were: facts folded again."""

from collections.abc import Iterable
from typing import TypeVar

from otcore.ports.kinds import Kind
from otcore.values.recorded import Recorded

S = TypeVar("S")


def replayed(kind: Kind[S], facts: Iterable[Recorded]) -> tuple[S, ...]:
    """The states that facts of one kind lead to, by id. Each stream's facts come from its first, in their order."""
    states: dict[str, S] = {}
    for fact in sorted(facts, key=lambda each: each.sequence):
        id = fact.stream.id
        states[id] = kind.evolve(states.get(id), fact.event)
    return tuple(states[id] for id in sorted(states))
