"""What went wrong with payments in other systems, each as its users told it, and does not go wrong here."""

from itertools import count
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.adapters.gateways import Failing
from otcore.payments.gateway.answers import Asked, Told
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.operation import Doing
from otcore.testing.faults import FaultyStore, Killed, at, killed
from tests.orders.examples import eur
from tests.workflows.books import refused
from tests.workflows.desk import Desk
from tests.workflows.gateways.counter import (
    LATER,
    assert_money_agrees,
    authorises,
    captures,
    charges,
    counter,
    hears,
    owed,
    payment,
    reconciles,
    voids,
)
from tests.workflows.gateways.test_unknown_outcomes import effects


class Listening:
    """A gateway that remembers under which keys it was asked."""

    def __init__(self, gateway: Any) -> None:
        self.gateway, self.heard = gateway, list[Asked]()

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.gateway, name)
        if name not in ("authorise", "capture", "refund", "void"):
            return method

        def asked(asked: Asked) -> Told:
            self.heard.append(asked)
            told: Told = method(asked)
            return told

        return asked


def listening(*failures: Failing) -> tuple[Desk, Listening]:
    ready, gateway = counter(*failures)
    heard = Listening(gateway)
    ready.house = changed(ready.house, gateways={"cards": heard})
    return ready, heard


def test_a_retry_after_a_crash_comes_under_the_key_of_the_intent():
    """F28: killed between "call sent" and "response stored", resumed: the gateway saw one effect, under one key."""
    for call in count(1):
        ready, heard = listening()
        try:
            charges(changed(ready, store=FaultyStore(ready.store, at(call), killed, late=True)))
        except Killed:
            charges(ready)
        else:
            break
        assert {effects(heard.gateway, doing) for doing in (Doing.AUTHORISE, Doing.CAPTURE)} == {1}
        assert len({asked.key for asked in heard.heard}) == 2
        assert_money_agrees(ready)


def test_a_key_does_not_hang_on_anything_that_changes():
    """F29: two runs at other times, of another actor, with another amount and token, ask under the same keys."""
    keys = []
    for more in ({}, {"amount": eur("20.00")}, {"token": "tok-other"}):
        ready, heard = listening()
        ready.clock.time = LATER if more else ready.clock.time
        charges(ready, **more)
        keys.append([asked.key for asked in heard.heard])
    assert keys[0] == keys[1] == keys[2]


def test_a_second_attempt_is_another_intent_and_no_key_is_carried_over():
    """F30: after a decline the invoice is tried again: two attempts, two calls, each under its own key."""
    ready, heard = listening()
    charges(ready, token="tok-bad")
    charges(ready, "P2")
    assert [asked.payment.partition("/")[2] for asked in heard.heard] == ["P1", "P2", "P2"]
    assert len({asked.key for asked in heard.heard}) == 3


@pytest.mark.parametrize("more", [{"amount": eur("1.00")}, {"token": "tok-other"}, {"invoice": "", "order": "O1"}])
def test_the_same_id_for_something_else_is_refused(more: dict[str, Any]):
    """F32: any changed field under the same payment is an error, not the old answer."""
    ready, heard = listening()
    authorises(ready)
    before = len(heard.heard)
    wished = {"amount": eur("120.00")} | more
    assert refused(ready, lambda: authorises(ready, **wished)).code == "PAYMENT_EXISTS"
    assert len(heard.heard) == before


@pytest.mark.parametrize("failing", [Failing.TIMEOUT_BEFORE, Failing.TIMEOUT_AFTER, Failing.ERROR, Failing.PENDING])
def test_an_unknown_outcome_is_neither_a_failure_nor_for_ever(failing: Failing):
    """F33: no new attempt until it is resolved; then the books are as the gateway has it."""
    ready, heard = listening(failing)
    charges(ready)
    assert refused(ready, lambda: charges(ready, "P2")).code == "PAYMENT_PENDING"
    heard.gateway.completes()
    ready.otc.tick(LATER)
    assert payment(ready).pending is None
    assert payment(ready).captured.minor == 12_000 * effects(heard.gateway, Doing.CAPTURE)
    assert_money_agrees(ready)


def test_a_late_capture_of_an_abandoned_payment_counts_once_and_may_go_back():
    """F34: the captured total is a fold over the gateway's own references, replayed any number of times."""
    for times in range(4):
        ready, gateway = counter()
        authorises(ready)
        voids(ready)
        gateway.gateway.by_hand(next(iter(gateway.gateway._accounts)), Doing.CAPTURE, eur("120.00"))
        for _ in range(times):
            hears(ready, gateway.gateway.sent[-1])
            reconciles(ready)
        assert payment(ready).captured == (eur("120.00") if times else eur("0.00"))
        assert owed(ready) == ("0.00" if times else "120.00")
        assert_money_agrees(ready)


def test_an_event_that_is_delivered_two_or_three_times_acts_once():
    """F40: by two endpoints, or twice by one."""
    ready, gateway = counter(Failing.NOT, Failing.TIMEOUT_AFTER)
    charges(ready)
    for hook in gateway.gateway.sent * 3:
        hears(ready, hook)
    assert (owed(ready), effects(gateway, Doing.CAPTURE)) == ("0.00", 1)
    assert len(payment(ready).notified) == 2
    assert_money_agrees(ready)


@pytest.mark.parametrize("seed", range(6))
def test_an_old_event_after_a_newer_one_changes_nothing_back(seed: int):
    """F42: a random permutation ends as the order in which it happened."""
    ready, gateway = counter()
    authorises(ready)
    captures(ready, "70.00", "c1")
    captures(ready, operation="c2")
    for hook in gateway.deliveries(seed):
        hears(ready, hook)
    assert payment(ready).status is PaymentStage.CAPTURED
    assert owed(ready) == "0.00"
