"""The gateway does not answer: that is written down, found out, and never charged twice."""

from datetime import timedelta
from typing import Any

import pytest

from otcore.adapters.gateways import Failing
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.operation import Doing, Stage
from otcore.ports.errors import GatewayError
from tests.orders.examples import DAY, eur
from tests.workflows.books import books, refused
from tests.workflows.gateways.counter import (
    LATER,
    assert_money_agrees,
    authorises,
    captures,
    charges,
    counter,
    owed,
    payment,
    receipts,
    reconciles,
    refunds,
    voids,
)

SILENT = (Failing.ERROR, Failing.TIMEOUT_BEFORE, Failing.TIMEOUT_AFTER)


def effects(gateway: Any, doing: Doing) -> int:
    told = [each for account in gateway.gateway._accounts.values() for each in account.done]
    return sum(each.doing is doing and each.outcome.value == "done" for each in told)


@pytest.mark.parametrize("failing", SILENT)
def test_a_payment_without_an_answer_is_unknown_and_no_other_one_is_tried(failing: Failing):
    ready, _ = counter(failing)
    assert charges(ready).status is PaymentStage.UNKNOWN
    assert refused(ready, lambda: charges(ready, "P2")).code == "PAYMENT_PENDING"
    assert refused(ready, lambda: captures(ready)).code == "OUTCOME_UNKNOWN"
    assert refused(ready, lambda: voids(ready)).code == "OUTCOME_UNKNOWN"
    assert (owed(ready), receipts(ready)) == ("120.00", ())


@pytest.mark.parametrize("failing", SILENT)
def test_the_same_wish_again_finds_out_and_charges_once(failing: Failing):
    ready, gateway = counter(failing, Failing.NOT, failing)
    charges(ready)
    charges(ready)
    charged = charges(ready)
    assert (charged.status, owed(ready)) == (PaymentStage.CAPTURED, "0.00")
    assert (effects(gateway, Doing.AUTHORISE), effects(gateway, Doing.CAPTURE)) == (1, 1)
    assert_money_agrees(ready)


def test_a_tick_finds_out_what_was_done_and_goes_on():
    ready, gateway = counter(Failing.TIMEOUT_AFTER)
    charges(ready)
    assert ready.otc.tick(ready.clock.now()) == 1
    assert (payment(ready).status, owed(ready)) == (PaymentStage.CAPTURED, "0.00")
    assert effects(gateway, Doing.CAPTURE) == 1
    assert ready.otc.tick(ready.clock.now()) == 0
    assert_money_agrees(ready)


def test_a_tick_gives_up_what_never_arrived_but_not_too_early():
    ready, _ = counter(Failing.TIMEOUT_BEFORE)
    charges(ready)
    assert ready.otc.tick(ready.clock.now()) == 0
    assert payment(ready).status is PaymentStage.UNKNOWN
    assert ready.otc.tick(LATER) == 1
    assert (payment(ready).status, payment(ready).code) == (PaymentStage.FAILED, "NEVER_ARRIVED")
    assert charges(ready, "P2").status is PaymentStage.CAPTURED


def test_a_tick_leaves_what_a_silent_gateway_does_not_say():
    ready, gateway = counter(Failing.TIMEOUT_AFTER, Failing.ERROR)
    charges(ready)
    before = books(ready.store)
    assert ready.otc.tick(ready.clock.now()) == 0
    assert books(ready.store) == before
    gateway.fails(Failing.ERROR)
    with pytest.raises(GatewayError):
        reconciles(ready)


def test_a_house_without_gateways_looks_for_nothing():
    from tests.workflows.desk import HOUSE

    ready, _ = counter(Failing.TIMEOUT_AFTER)
    charges(ready)
    ready.house = HOUSE
    assert ready.otc.tick(ready.clock.now()) == 0


def test_a_capture_without_an_answer_is_found_out():
    ready, gateway = counter(Failing.NOT, Failing.TIMEOUT_AFTER)
    authorises(ready)
    taken = captures(ready)
    assert taken.pending is not None
    assert (taken.status, taken.pending.stage) == (PaymentStage.AUTHORISED, Stage.UNKNOWN)
    assert reconciles(ready).status is PaymentStage.CAPTURED
    assert (owed(ready), effects(gateway, Doing.CAPTURE)) == ("0.00", 1)


def test_a_refund_without_an_answer_is_paid_once():
    ready, gateway = counter()
    charges(ready)
    gateway.fails(Failing.TIMEOUT_AFTER)
    assert refunds(ready, "20.00").refunded == eur("0.00")
    assert refunds(ready, "20.00").refunded == eur("20.00")
    assert (owed(ready), effects(gateway, Doing.REFUND)) == ("20.00", 1)
    assert_money_agrees(ready)


def test_a_declined_refund_leaves_everything():
    ready, gateway = counter()
    charges(ready)
    gateway.fails(Failing.DECLINED)
    assert refunds(ready, "20.00").operations[-1].stage is Stage.DECLINED
    assert owed(ready) == "0.00"
    assert refunds(ready, "20.00", "r2").refunded == eur("20.00")


def test_what_is_pending_at_the_gateway_is_waited_for():
    ready, gateway = counter(Failing.PENDING)
    assert charges(ready).status is PaymentStage.REQUESTED
    assert reconciles(ready).pending is not None
    gateway.completes()
    assert reconciles(ready, day=DAY + timedelta(5)).status is PaymentStage.CAPTURED


def test_a_reference_that_is_there_already_leads_nowhere():
    """A gateway that breaks its promise does not make the flow run for ever."""
    ready, gateway = counter()
    authorises(ready)
    reference = payment(ready).reference
    done = gateway.gateway.act

    def act(doing: Doing, asked: Any, *more: Any) -> Any:
        from attrs import evolve as changed

        return changed(done(doing, asked, *more), reference=reference)

    gateway.gateway.act = act  # type: ignore[method-assign, assignment]  # a broken gateway
    assert captures(ready).pending is not None


def test_a_promise_that_turns_up_after_another_was_paid_is_given_back_and_never_captured():
    """The first charge hung for days, was given up, and the customer paid by a second one."""
    ready, gateway = counter(Failing.TIMEOUT_AFTER)
    charges(ready)
    (name,) = gateway.gateway._accounts
    hidden = gateway.gateway._accounts.pop(name)
    ready.otc.tick(LATER)
    assert payment(ready).status is PaymentStage.FAILED
    charges(ready, "P2")
    gateway.gateway._accounts[name] = hidden
    assert reconciles(ready).status is PaymentStage.VOIDED
    assert effects(gateway, Doing.CAPTURE) == 1
    assert_money_agrees(ready)


def test_a_gateway_that_says_what_cannot_be_stops_no_tick():
    ready, gateway = counter(Failing.NOT, Failing.TIMEOUT_AFTER)
    authorises(ready)
    captures(ready)
    (name,) = gateway.gateway._accounts
    gateway.gateway.by_hand(name, Doing.REFUND, eur("500.00"))
    before = books(ready.store)
    assert ready.otc.tick(ready.clock.now()) == 0
    assert books(ready.store) == before
    assert refused(ready, lambda: reconciles(ready)).code == "MORE_THAN_CAPTURED"


def test_what_the_bank_paid_back_does_not_go_back_by_the_gateway_too():
    """150.00 were charged for 120.00; the 30.00 went back by the bank."""
    from otcore.payments.refunds.commands import RequestRefund
    from tests.workflows.refunds.test_refunding_flow import _account

    ready, gateway = counter()
    charges(ready, order="O1", amount=eur("150.00"))
    ready.handle(_account("C1"))
    ready.handle(RequestRefund(refund="F1", customer="C1", day=DAY, reason="overpaid"))
    calls = gateway.calls
    assert refused(ready, lambda: refunds(ready)).code == "MORE_THAN_RECEIVED"
    assert gateway.calls == calls
    assert refunds(ready, "120.00").refunded == eur("120.00")
    (name,) = gateway.gateway._accounts
    gateway.gateway.by_hand(name, Doing.CHARGEBACK, eur("30.00"))
    assert refused(ready, lambda: reconciles(ready)).code == "MORE_THAN_RECEIVED"
