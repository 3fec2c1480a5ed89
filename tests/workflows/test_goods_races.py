"""Threads over one shipment: what comes back, is billed or reversed at the same moment happens one after the other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from otcore.ports.aggregates import RETURN
from otcore.values.faults import Rejected
from otcore.workflows.ask import Get
from tests.orders.examples import eur
from tests.workflows import laws
from tests.workflows.conflicts import Crowded
from tests.workflows.desk import Desk
from tests.workflows.sending import allows, asks, delivers, gets_back, sent, takes_back

MANY_TRIES = 100


def together(ready: Desk, *acts: Callable[[Desk], Any]) -> list[str]:
    """Every act in a thread of its own, all begun before one commits: the refusal of each, or nothing."""
    crowd = Desk(store=Crowded(ready.store, len(acts)), tries=MANY_TRIES)
    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(lambda act: outcome(crowd, act), acts))


def outcome(crowd: Desk, act: Callable[[Desk], Any]) -> str:
    try:
        act(crowd)
    except Rejected as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("returns", [2, 4])
def test_the_same_unit_is_asked_back_once(returns: int):
    ready = sent(1)
    done = together(ready, *(lambda crowd, id=f"R{number}": asks(crowd, 1, id) for number in range(returns)))
    assert sorted(done) == sorted(["", *["MORE_THAN_RETURNABLE"] * (returns - 1)])
    laws.keep(ready.store)


def test_the_same_goods_are_received_once():
    ready = sent()
    asks(ready, 3)
    allows(ready)
    done = together(ready, lambda crowd: gets_back(crowd, 3), lambda crowd: gets_back(crowd, 3))
    assert sorted(done) in (["", "MORE_THAN_REQUESTED"], ["", "RETURN_NOT_AUTHORISED"])
    assert ready.shelf() == (13, 0)
    laws.keep(ready.store)


def test_goods_are_billed_or_back_before_they_are():
    ready = sent()
    asks(ready, 3)
    allows(ready)
    assert together(ready, lambda crowd: gets_back(crowd, 3), lambda crowd: crowd.bills()) == ["", ""]
    assert ready.item("INV-2026-000001").amount - ready.otc.ask(Get(RETURN, "R1")).credit_due == eur("84.00")
    laws.keep(ready.store)


@pytest.mark.parametrize("other", [Desk.bills, delivers, asks], ids=["billed", "delivered", "asked back"])
def test_a_shipment_is_reversed_or_goes_on(other: Callable[[Desk], Any]):
    ready = sent()
    done = together(ready, takes_back, other)
    assert done.count("") == 1
    laws.keep(ready.store)
