"""Several processes at one database: nothing is lost between them, nor by one that dies."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from otcore.adapters.sql import SqlStore
from otcore.testing.tally import KINDS, TALLY
from otcore.testing.work import unit
from otcore.values.scope import Scope
from tests.contracts.test_faults import CALLS, STEPS, WHOLE
from tests.contracts.till import die_in_process, seen, sell_in_process, sold
from tests.processes import forked

SALES = 20
DEADLY = [CALLS.index("number") + 1, CALLS.index("commit") + 1, len(CALLS)]
"""In the middle, before the first commit, before the last."""


@pytest.fixture
def store(sql_url: str) -> Iterator[SqlStore]:
    with SqlStore(sql_url, KINDS) as store:
        yield store


def started(target: Callable[..., None], *given: Any) -> Any:
    process = forked().Process(target=target, args=given)
    process.start()
    return process


def ended(process: Any) -> int:
    process.join(60)
    return int(process.exitcode)


@pytest.mark.slow
def test_two_processes_lose_nothing(store, sql_url):
    tills = [f"till {number}" for number in range(SALES)]
    both = [started(sell_in_process, sql_url, tills), started(sell_in_process, sql_url, tills[::-1])]
    assert [ended(process) for process in both] == [0, 0]
    with unit(store) as one:
        assert str(one.load(TALLY, "shelf").some.total) == f"-{2 * SALES}.00 EUR", "each till was to sell once"
        assert len(one.history(TALLY, "shelf")) == 2 * SALES + 1
        assert (len(one.entries()), one.number("receipt")) == (SALES, SALES + 1)
        assert all(kept.version for kept in one.load_many(TALLY, [f"receipt {n + 1}" for n in range(SALES)]))


@pytest.mark.slow
def test_a_process_that_dies_loses_no_commit_and_leaves_no_half(store, sql_url):
    dying = {call: started(die_in_process, sql_url, f"call {call}", call) for call in DEADLY}
    for call, process in dying.items():
        scope = Scope(f"call {call}", "entity")
        assert ended(process) == 137
        assert seen(store, scope) == STEPS[CALLS[: call - 1].count("commit")]
        sold(store, scope)
        assert seen(store, scope) == WHOLE
