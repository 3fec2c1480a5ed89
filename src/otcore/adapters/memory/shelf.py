"""The aggregates of one kind in one scope, and what finds them without looking at all."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from otcore.ports.storage import Where
from otcore.values.facets import Facets


class Row(NamedTuple):
    """One stored state."""

    version: int
    state: Any
    facets: Facets


Fact = tuple[datetime, str, object]
"""When, by whom, what: the part of a `Recorded` that is not its place."""


class Shelf:
    """Rows by id, ids by each index column, and the facts of each id in their order."""

    __slots__ = ("by_party", "by_reference", "by_status", "facts", "rows")

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.facts: dict[str, list[Fact]] = {}
        self.by_party: dict[str, set[str]] = {}
        self.by_reference: dict[str, set[str]] = {}
        self.by_status: dict[str, set[str]] = {}

    def version(self, id: str) -> int:
        """How many facts are stored; 0 for an aggregate that is not."""
        row = self.rows.get(id)
        return row.version if row else 0

    def put(self, id: str, row: Row, facts: Iterable[Fact]) -> None:
        """Store a newer state with the facts that led to it."""
        old = self.rows.get(id)
        if old is None:
            self._index(id, row.facets)
            self.facts[id] = list(facts)
        else:
            if old.facets != row.facets:
                self._forget(id, old.facets)
                self._index(id, row.facets)
            self.facts[id].extend(facts)
        self.rows[id] = row

    def matching(self, where: Where) -> dict[str, Row]:
        """Every row that fits, in no order."""
        rows, references = self.rows, frozenset(where.references)
        return {id: rows[id] for id in self._candidates(where) if fits(rows[id].facets, where, references)}

    def _candidates(self, where: Where) -> Collection[str]:
        """A small set of ids that holds all that fit."""
        sets: list[Collection[str]] = []
        if where.references:
            sets.append({id for one in where.references for id in self.by_reference.get(one, ())})
        if where.party:
            sets.append(self.by_party.get(where.party, ()))
        if where.status:
            sets.append(self.by_status.get(where.status, ()))
        return min(sets, key=len, default=self.rows)

    def _index(self, id: str, facets: Facets) -> None:
        self.by_party.setdefault(facets.party, set()).add(id)
        self.by_reference.setdefault(facets.reference, set()).add(id)
        self.by_status.setdefault(facets.status, set()).add(id)

    def _forget(self, id: str, facets: Facets) -> None:
        self.by_party[facets.party].discard(id)
        self.by_reference[facets.reference].discard(id)
        self.by_status[facets.status].discard(id)


def fits(facets: Facets, where: Where, references: frozenset[str]) -> bool:
    """Whether a state can be found by this search; `references` are the search's, as a set."""
    return (
        (not where.party or facets.party == where.party)
        and (not references or facets.reference in references)
        and (not where.status or facets.status == where.status)
        and (where.until is None or (facets.day is not None and facets.day <= where.until))
    )
