"""A life cycle as data: one table of (state, event) -> state, read by code, tests and diagrams alike."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import frozen

S = TypeVar("S", bound=StrEnum)


@frozen(eq=False)
class Machine(Generic[S]):
    """`table[(state, event type)]` is the state after that event; the state before the first event is None.

    A pair that is not in the table cannot happen: `decide` refuses it before, so `after` raises `KeyError`.
    """

    table: Mapping[tuple[S | None, type], S]

    def after(self, state: S | None, event: object) -> S:
        """The state after one event."""
        return self.table[(state, type(event))]

    def allows(self, state: S | None, event: type) -> bool:
        """Whether an event of this type may follow in this state."""
        return (state, event) in self.table
