"""Whatever store call fails, and wherever the process dies: one effect at the gateway, one booking in the books."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.adapters.gateways import Failing, FailingGateway, MemoryGateway
from otcore.payments.gateway.operation import Doing
from otcore.ports.errors import Conflict, GatewayError
from otcore.testing.faults import FaultyStore, Killed, at, conflict, killed
from tests.orders.examples import DAY, eur
from tests.workflows.books import books, replayed
from tests.workflows.desk import HOUSE, Desk
from tests.workflows.gateways.counter import (
    assert_money_agrees,
    authorises,
    captures,
    charges,
    counter,
    hears,
    owed,
    payment,
    receipts,
    reconciles,
    refunds,
    voids,
)
from tests.workflows.gateways.test_unknown_outcomes import effects

Act = Callable[[Desk], object]


def charge(ready: Desk) -> object:
    return charges(ready)


def capture(ready: Desk) -> object:
    return captures(ready, "70.00", "c1")


def refund(ready: Desk) -> object:
    return refunds(ready, "50.00")


def void(ready: Desk) -> object:
    return voids(ready)


def hear(ready: Desk) -> object:
    gateway: Any = ready.house.gateways["cards"]
    return hears(ready, gateway.gateway.sent[-1])


def look(ready: Desk) -> object:
    return reconciles(ready)


def authorised(ready: Desk) -> None:
    authorises(ready)


def charged(ready: Desk) -> None:
    charges(ready)


def charged_without_an_answer(ready: Desk) -> None:
    gateway: Any = ready.house.gateways["cards"]
    gateway.fails(Failing.NOT, Failing.TIMEOUT_AFTER)
    charges(ready)


def nothing(ready: Desk) -> None:
    """It begins with the act."""


ACTS: dict[str, tuple[Act, Act, str]] = {
    "charge": (nothing, charge, "0.00"),
    "capture": (authorised, capture, "50.00"),
    "refund": (charged, refund, "50.00"),
    "void": (authorised, void, "120.00"),
    "web hook": (charged_without_an_answer, hear, "0.00"),
    "look": (charged_without_an_answer, look, "0.00"),
}
"""What was before, what is done, and what of the invoice is open then."""


def begun(act: str) -> tuple[Desk, FailingGateway]:
    ready, gateway = counter()
    ACTS[act][0](ready)
    return ready, gateway


def assert_done_once(ready: Desk, gateway: FailingGateway, act: str) -> None:
    smooth, other = begun(act)
    ACTS[act][1](smooth)
    for doing in Doing:
        assert effects(gateway, doing) == effects(other, doing)
    assert owed(ready) == ACTS[act][2]
    assert payment(ready).effects == payment(smooth).effects
    assert [each.unapplied for each in receipts(ready)] == [each.unapplied for each in receipts(smooth)]
    assert books(ready.store)["entries"] == books(smooth.store)["entries"]
    assert_money_agrees(ready)
    states = {place: state for place, (_, state) in books(ready.store)["states"].items()}
    assert replayed(ready.store) == states


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("act", ACTS)
def test_a_process_that_dies_at_any_call_leaves_what_is_done_once_when_it_is_done_again(act: str, late: bool):
    for call in count(1):
        ready, gateway = begun(act)
        broken = FaultyStore(ready.store, at(call), killed, late)
        try:
            ACTS[act][1](changed_store(ready, broken))
        except Killed:
            ACTS[act][1](ready)
            assert_done_once(ready, gateway, act)
            continue
        break
    assert call > 5


@pytest.mark.parametrize("act", [act for act in ACTS if act not in ("look", "web hook")])
def test_a_process_that_dies_at_any_call_is_cleared_up_by_the_tick(act: str):
    """What was done at the gateway is in the books; what was not asked for is given up in time."""
    for call in count(1):
        ready, gateway = begun(act)
        broken = FaultyStore(ready.store, at(call), killed, late=True)
        try:
            ACTS[act][1](changed_store(ready, broken))
        except Killed:
            ready.otc.tick(ready.clock.now())
            ready.otc.tick(ready.clock.now() + timedelta(3))
            assert_money_agrees(ready)
            states = [kept for (kind, _), (_, kept) in books(ready.store)["states"].items() if kind.startswith("gate")]
            assert all(state.pending is None for state in states)
            done = sum(effects(gateway, doing) for doing in Doing)
            assert sum(len(state.effects) for state in states) == done
            continue
        break


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("act", ACTS)
def test_a_conflict_at_any_call_is_tried_again_and_does_nothing_twice(act: str, late: bool):
    for call in count(1):
        ready, gateway = begun(act)
        broken = FaultyStore(ready.store, at(call), conflict, late)
        ACTS[act][1](changed_store(ready, broken))
        assert_done_once(ready, gateway, act)
        if len(broken.calls) < call:
            break


@pytest.mark.parametrize("failing", list(Failing))
@pytest.mark.parametrize("act", ["charge", "capture", "refund", "void"])
def test_a_gateway_that_fails_at_any_step_charges_nothing_twice(act: str, failing: Failing):
    """Whatever the way, asking again until somebody knows leads to what the gateway has."""
    for working in range(3):
        ready, gateway = begun(act)
        gateway.fails(*[Failing.NOT] * working, failing)
        for _ in range(3):
            ACTS[act][1](ready)
            gateway.completes()
        assert_money_agrees(ready)
        gateway.recovers()
        reconciles(ready, day=DAY + timedelta(4))
        assert payment(ready).pending is None
        assert sum(effects(gateway, doing) for doing in Doing) == len(payment(ready).effects)
        assert effects(gateway, Doing.CAPTURE) <= 1
        assert effects(gateway, Doing.REFUND) <= 1


def changed_store(ready: Desk, store: Any) -> Desk:
    return changed(ready, store=store)


def test_two_tills_that_charge_an_invoice_at_once_charge_it_once():
    """Both have seen that nobody else was charging; the number of the attempt parts them."""
    from tests.workflows.conflicts import Interrupted

    for call in count():
        ready, gateway = counter()
        other = changed(ready)
        refusals: list[str] = []

        def second(other: Desk = other, refusals: list[str] = refusals) -> None:
            try:
                charges(other, "P2")
            except Exception as error:
                refusals.append(str(error).split(":")[0])

        between = Interrupted(ready.store, call, second)
        try:
            charges(changed_store(ready, between))
        except Exception as error:
            refusals.append(str(error).split(":")[0])
        assert effects(gateway, Doing.CAPTURE) == 1
        assert (owed(ready), set(refusals) <= {"PAYMENT_PENDING", "AMOUNT_NOT_POSITIVE"}) == ("0.00", True)
        assert_money_agrees(ready)
        if between.calls <= call:
            break
    assert call > 8


@pytest.mark.parametrize("store_error", [GatewayError("the disk is full"), Conflict("again and again")])
def test_a_store_that_fails_is_not_taken_for_a_gateway_that_does(store_error: Exception):
    """Only what the gateway itself does not answer makes an outcome unknown."""
    from tests.workflows.broken import Broken

    ready, _ = counter()
    broken = Broken(ready.store, 2, store_error)
    try:
        charges(changed_store(ready, broken))
    except GatewayError:
        assert receipts(ready) == ()
    assert charges(ready).captured == eur("120.00")


def test_the_key_of_a_call_follows_from_the_intent_alone():
    from otcore.values.scope import Scope
    from otcore.workflows.gateways.calling import key

    scope = Scope("t", "e")
    keys = {
        key(Scope(tenant, entity), payment, operation)
        for tenant in ("t", "u")
        for entity in ("e", "t")
        for payment in ("P1", "P2")
        for operation in ("capture", "refund")
    }
    assert len(keys) == 16
    assert key(scope, "P1", "capture") == key(scope, "P1", "capture")
    assert len(key(scope, "P1", "capture")) == 64


def test_the_same_gateway_serves_two_houses():
    gateway = MemoryGateway()
    house = changed(HOUSE, gateways={"cards": gateway})
    assert house.gateways["cards"] is gateway
