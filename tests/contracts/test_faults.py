"""A flow that fails at any call leaves nothing half done, and does the rest when it is run again."""

from collections.abc import Iterator

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from otcore.ports.errors import Conflict
from otcore.ports.storage import Store
from otcore.testing.faults import FaultyStore, Killed, at, conflict, killed, sometimes
from otcore.testing.tally import KINDS
from otcore.values.scope import Scope
from tests.contracts.till import seen, sold


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    with SqlStore(request.getfixturevalue(f"{request.param}_url"), KINDS) as store:
        yield store


def undisturbed() -> tuple[list[str], list[dict[str, object]]]:
    """The calls of one sale, and what is there before it, after its first unit, and after it."""
    store, half = FaultyStore(MemoryStore(), at()), MemoryStore()
    nothing = seen(half)
    sold(store)
    calls = list(store.calls)
    with pytest.raises(Killed):
        sold(FaultyStore(half, at(calls.index("commit") + 1), killed, late=True))
    return calls, [nothing, seen(half), seen(store)]


CALLS, STEPS = undisturbed()
WHOLE = STEPS[-1]


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_a_conflict_at_any_call_is_retried_and_acts_once(store, late):
    for number, name in enumerate(CALLS, 1):
        if name == "commit" and late:
            continue  # a store that has committed reports no conflict
        scope = Scope(f"call {number}", "entity")
        sold(FaultyStore(store, at(number), conflict, late), scope)
        assert seen(store, scope) == WHOLE, f"after a Conflict at call {number}, {name}"


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_a_flow_that_ends_at_any_call_leaves_whole_units_and_goes_on(store, late):
    for number, name in enumerate(CALLS, 1):
        scope = Scope(f"call {number}", "entity")
        with pytest.raises(Killed):
            sold(FaultyStore(store, at(number), killed, late), scope)
        done = CALLS[: number if late else number - 1].count("commit")
        assert seen(store, scope) == STEPS[done], f"something half done is left by call {number}, {name}"
        sold(store, scope)
        assert seen(store, scope) == WHOLE, f"run again after call {number}, {name}"


def test_a_flow_that_conflicts_for_ever_says_so_and_leaves_nothing(store):
    with pytest.raises(Conflict):
        sold(FaultyStore(store, lambda _: True))
    assert seen(store) == STEPS[0]


def test_faults_of_a_seed_are_the_same_again():
    def calls(seed: int) -> list[str]:
        store = FaultyStore(MemoryStore(), sometimes(seed, 0.05))
        for turn in range(20):
            sold(store, till=f"till {turn}")
        return store.calls

    assert calls(1) == calls(1) != calls(2)
