"""What a unit of work wants written, as rows of the tables, until it is sent to the database."""

from collections.abc import Callable
from typing import Any

from attrs import define, field

from otcore.adapters.sql.statements import FACETS, Statements
from otcore.adapters.sql.transaction import Transaction
from otcore.ports.storage import Answer

Place = tuple[str, str]
"""The name of a kind and an id."""

Values = tuple[Any, ...]


@define(eq=False)
class Change:
    """A newer state, and the version that must be stored still."""

    base: int
    version: int
    schema: int
    body: str
    facets: tuple[str, ...]
    state: Any

    def columns(self, names: tuple[str, ...]) -> Values:
        """The columns from `version` to `body`, with only these of the facets."""
        if names == FACETS:
            return (self.version, self.schema, *self.facets, self.body)
        facets = [value for name, value in zip(FACETS, self.facets, strict=True) if name in names]
        return (self.version, self.schema, *facets, self.body)


Moved = Callable[[Place, Change], tuple[str, ...]]
"""Which facets of a stored row are to be written."""


@define(eq=False)
class Pending:
    """Rows by table. They are sent in the order of their keys, so that locks are taken in one order."""

    states: dict[Place, Change] = field(factory=dict)
    events: list[Values] = field(factory=list)
    entries: list[Values] = field(factory=list)
    answers: dict[str, Answer] = field(factory=dict)

    def send(self, scope: tuple[str, str], moved: Moved, held: set[Place], sql: Statements, to: Transaction) -> None:
        """Write everything, with one statement for many rows. `held`: places that are locked by a row of version 0."""
        if self.states:
            self._send_states(scope, moved, held, sql, to)
        if self.events:
            to.run_many(sql.add_events, self.events)
        if self.entries:
            to.run_many(sql.add_entries, self.entries)
        for key, one in self.answers.items():
            to.run_one(sql.answer.text, (one.kind, one.id, one.version, *scope, key))

    def _send_states(
        self, scope: tuple[str, str], moved: Moved, held: set[Place], sql: Statements, to: Transaction
    ) -> None:
        newer: dict[tuple[str, ...], list[Values]] = {}
        new: list[Values] = []
        for place in sorted(self.states):
            change = self.states[place]
            if change.base or place in held:
                names = moved(place, change)
                newer.setdefault(names, []).append((*change.columns(names), *scope, *place, change.base))
            else:
                new.append((*scope, *place, *change.columns(FACETS)))
        held.difference_update(self.states)
        for names, rows in newer.items():
            to.run_many(sql.update_states(names), rows)
        if new:
            to.run_many(sql.insert_states, new)
