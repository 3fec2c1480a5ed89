"""States as they were: facts folded again."""

from collections.abc import Iterable
from typing import TypeVar

from otcore.ports.kinds import Kind
from otcore.values.recorded import Recorded, in_sequence

S = TypeVar("S")


def replayed(kind: Kind[S], facts: Iterable[Recorded]) -> tuple[S, ...]:
    """The states that facts of one kind lead to, by id. What does not follow from the facts given is not in them."""
    states: dict[str, S] = {}
    for fact in in_sequence(facts):
        id = fact.stream.id
        states[id] = kind.evolve(states.get(id), fact.event)
    return tuple(states[id] for id in sorted(states))
