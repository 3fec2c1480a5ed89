"""Everything that is stored for a scope, as plain data that can be compared; but for the audit trail.

A refusal leaves the books as they were, and is written on the trail.
"""

from datetime import timedelta
from typing import Any

import pytest

from otcore.app.sync import MAIN
from otcore.ports.aggregates import AUDIT, KINDS
from otcore.ports.storage import Context, Store, Where
from otcore.values.faults import Rejected
from otcore.values.scope import Scope
from tests.workflows.desk import NOW, Desk

SERIES = ("invoice-2026",)
BOOKS = tuple(kind for kind in KINDS if kind is not AUDIT)


def books(store: Store, scope: Scope = MAIN) -> dict[str, Any]:
    """States with their versions and facts, ledger rows, waiting messages, the next numbers. Changes nothing."""
    unit = store.begin(Context(scope, "auditor", NOW + timedelta(days=999)))
    kept = {(kind.name, each.id): each for kind in BOOKS for each in unit.find(kind, Where())}
    kinds = {kind.name: kind for kind in BOOKS}
    found = {
        "states": {place: (each.version, each.state) for place, each in kept.items()},
        "facts": {place: unit.history(kinds[place[0]], place[1]) for place in kept},
        "entries": unit.entries(),
        "messages": unit.take(10**9, NOW + timedelta(days=1000)),
        "numbers": tuple(unit.number(series) for series in SERIES),
    }
    unit.close()
    return found


def refused(ready: Desk, act: Any) -> Rejected:
    """The refusal of an act, which left everything as it was."""
    before = books(ready.store)
    with pytest.raises(Rejected) as caught:
        act()
    assert books(ready.store) == before
    return caught.value


def replayed(store: Store, scope: Scope = MAIN) -> dict[tuple[str, str], Any]:
    """Every aggregate's state again, from its facts alone."""
    kinds = {kind.name: kind for kind in BOOKS}
    states: dict[tuple[str, str], Any] = {}
    for place, facts in books(store, scope)["facts"].items():
        state = None
        for fact in facts:
            state = kinds[place[0]].evolve(state, fact.event)
        states[place] = state
    return states
