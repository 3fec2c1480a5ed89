"""The aggregates of one kind in one scope, and what finds them without looking at all."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.facets import Facets

Facts = tuple[datetime, str, tuple[object, ...]]
"""When, by whom, and what was stored together: the part of `Recorded`s that is not their place."""


class Shelf:
    """By id: the newest state as it is handed out, what it is found by, its facts in their order; ids by each index
    column.
    """

    __slots__ = ("by_party", "by_reference", "by_status", "facets", "facts", "kept")

    def __init__(self) -> None:
        self.kept: dict[str, Kept[Any]] = {}
        self.facets: dict[str, Facets] = {}
        self.facts: dict[str, list[Facts]] = {}
        self.by_party: dict[str, set[str]] = {}
        self.by_reference: dict[str, set[str]] = {}
        self.by_status: dict[str, set[str]] = {}

    def put(self, kept: Kept[Any], facets: Facets, facts: Facts) -> None:
        """Store a newer state with the facts that led to it."""
        id = kept.id
        old = self.facets.get(id)
        if old is None:
            self._index(id, facets)
            self.facts[id] = [facts]
        else:
            if old != facets:
                self._forget(id, old)
                self._index(id, facets)
            self.facts[id].append(facts)
        self.kept[id] = kept
        self.facets[id] = facets

    def matching(self, where: Where) -> dict[str, Kept[Any]]:
        """All that fit, in no order."""
        kept, facets, references = self.kept, self.facets, frozenset(where.references)
        return {id: kept[id] for id in self._candidates(where) if fits(facets[id], where, references)}

    def _candidates(self, where: Where) -> Collection[str]:
        """A small set of ids that holds all that fit."""
        sets: list[Collection[str]] = []
        if where.references:
            sets.append({id for one in where.references for id in self.by_reference.get(one, ())})
        if where.party:
            sets.append(self.by_party.get(where.party, ()))
        if where.status:
            sets.append(self.by_status.get(where.status, ()))
        return min(sets, key=len, default=self.kept)

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
