"""What a unit of work wants written, as rows of the tables, until it is sent to the database."""

from typing import Any

from attrs import define, field

from otcore.adapters.sql.statements import Statements
from otcore.adapters.sql.transaction import Transaction
from otcore.ports.storage import Answer

Place = tuple[str, str]
"""The name of a kind and an id."""

Values = tuple[Any, ...]


@define(eq=False)
class Change:
    """A newer state: the version that must be stored still, the new columns from `version` to `body`, and the state."""

    base: int
    version: int
    columns: Values
    state: Any


@define(eq=False)
class Pending:
    """Rows by table. They are sent in the order of their keys, so that locks are taken in one order."""

    states: dict[Place, Change] = field(factory=dict)
    events: list[Values] = field(factory=list)
    entries: list[Values] = field(factory=list)
    answers: dict[str, Answer] = field(factory=dict)
    notices: list[Values] = field(factory=list)

    def send(self, scope: tuple[str, str], held: set[Place], sql: Statements, to: Transaction) -> None:
        """Write everything, with one statement a table. `held`: places that are locked by a row of version 0."""
        if self.states:
            self._send_states(scope, held, sql, to)
        if self.events:
            to.run_many(sql.add_events.text, self.events)
        if self.entries:
            to.run_many(sql.add_entries.text, self.entries)
        if self.answers:
            rows = [(one.kind, one.id, one.version, *scope, key) for key, one in self.answers.items()]
            to.run_many(sql.answer.text, rows)
        if self.notices:
            to.run_many(sql.announce.text, self.notices)

    def _send_states(self, scope: tuple[str, str], held: set[Place], sql: Statements, to: Transaction) -> None:
        newer, new = [], []
        for place in sorted(self.states):
            change = self.states[place]
            if change.base or place in held:
                newer.append((*change.columns, *scope, *place, change.base))
            else:
                new.append((*scope, *place, *change.columns))
        held.difference_update(self.states)
        if newer:
            to.run_many(sql.update_states.text, newer)
        if new:
            to.run_many(sql.insert_states.text, new)
