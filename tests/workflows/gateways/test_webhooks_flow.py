"""Web hooks come twice, late and in any order, or from somebody else: the books end the same."""

from datetime import timedelta

import pytest
from attrs import evolve as changed

from otcore.adapters.gateways import Failing, MemoryGateway
from otcore.adapters.gateways.webhooks import signed
from otcore.app.sync import OrderToCash
from otcore.payments.gateway.answers import Notification
from otcore.payments.gateway.commands import TakeNotification
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.operation import Doing
from otcore.ports.errors import GatewayError, NotFound
from otcore.values.faults import Invalid
from otcore.values.scope import Scope
from tests.orders.examples import DAY, eur
from tests.workflows.books import books, refused
from tests.workflows.desk import Desk
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
    refunds,
)


def money(ready: Desk) -> object:
    """What the payment and the receipts come to, whatever was noted beside."""
    state = payment(ready)
    kept = [(each.id, each.kept, each.unapplied) for each in receipts(ready)]
    return state.status, state.effects, kept, owed(ready)


@pytest.mark.parametrize("seed", range(8))
def test_web_hooks_in_any_order_and_number_change_nothing_that_is_known(seed: int):
    ready, gateway = counter()
    authorises(ready)
    captures(ready, "70.00", "c1")
    captures(ready, operation="c2")
    refunds(ready, "50.00")
    before = money(ready)
    for webhook in gateway.deliveries(seed):
        hears(ready, webhook)
    assert money(ready) == before
    assert_money_agrees(ready)


@pytest.mark.parametrize("seed", range(8))
def test_what_only_web_hooks_tell_is_booked_once(seed: int):
    ready, gateway = counter(Failing.TIMEOUT_AFTER)
    charges(ready)
    (name,) = gateway.gateway._accounts
    gateway.gateway.by_hand(name, Doing.CAPTURE, eur("120.00"))
    gateway.gateway.by_hand(name, Doing.REFUND, eur("30.00"))
    for webhook in gateway.deliveries(seed):
        hears(ready, webhook)
    assert (payment(ready).status, owed(ready)) == (PaymentStage.PART_REFUNDED, "30.00")
    assert_money_agrees(ready)


def test_the_same_notification_is_looked_into_once():
    ready, gateway = counter()
    charges(ready)
    calls = gateway.calls
    hears(ready, gateway.gateway.sent[0])
    once = books(ready.store)
    hears(ready, gateway.gateway.sent[0])
    assert books(ready.store) == once
    assert gateway.calls == calls + 1


def test_a_late_capture_of_a_payment_that_was_given_up_is_booked():
    ready, gateway = counter(Failing.TIMEOUT_AFTER)
    authorises(ready)
    (name,) = gateway.gateway._accounts
    account = gateway.gateway._accounts.pop(name)
    ready.otc.tick(ready.clock.now() + timedelta(3))
    assert payment(ready).status is PaymentStage.FAILED
    gateway.gateway._accounts[name] = account
    gateway.gateway.by_hand(name, Doing.CAPTURE, eur("120.00"))
    assert hears(ready, gateway.gateway.sent[-1]).status is PaymentStage.CAPTURED
    assert owed(ready) == "0.00"
    assert_money_agrees(ready)


def test_a_gateway_that_tells_of_more_than_it_knows_has_to_tell_again():
    ready, gateway = counter()
    charges(ready)
    ahead = signed(Notification("event-99", next(iter(gateway.gateway._accounts)), "memory-99"), b"secret")
    before = books(ready.store)
    with pytest.raises(GatewayError, match="memory-99"):
        hears(ready, ahead)
    assert books(ready.store) == before


def test_a_notification_may_name_no_effect():
    ready, gateway = counter()
    charges(ready)
    name = next(iter(gateway.gateway._accounts))
    assert "event-99" in hears(ready, signed(Notification("event-99", name), b"secret")).notified


def test_a_forged_notification_is_refused():
    ready, gateway = counter()
    charges(ready)
    sent = gateway.gateway.sent[0]
    with pytest.raises(Invalid, match="WEBHOOK_SIGNATURE"):
        hears(ready, changed(sent, signature="0" * 64))
    stranger = TakeNotification(gateway="paypal", text=sent.body, signature=sent.signature, day=DAY)
    assert refused(ready, lambda: ready.handle(stranger)).code == "GATEWAY_UNKNOWN"


@pytest.mark.parametrize("name", ["P1", "0000000000000000/P1", "0000000000000000/P9", ""])
def test_a_notification_of_somebody_else_s_payment_is_not_found(name: str):
    ready, _ = counter()
    charges(ready)
    with pytest.raises(NotFound):
        hears(ready, signed(Notification("event-9", name), b"secret"))


def test_two_tenants_on_one_gateway_do_not_mix():
    """The same ids, the same gateway: two charges, and neither sees the other's."""
    ready, gateway = counter()
    other = OrderToCash(ready.store, ready.house, scope=Scope("other", "main"), clock=ready.clock)
    mine = charges(ready)
    from tests.workflows.desk import onboarding
    from tests.workflows.gateways.counter import wish

    other.handle(onboarding())
    theirs = other.handle(wish(invoice="", amount=eur("5.00"), capture=True))
    assert (mine.captured, theirs.captured) == (eur("120.00"), eur("5.00"))
    assert len(gateway.gateway._accounts) == 2
    sent = gateway.gateway.sent[0]
    with pytest.raises(NotFound):
        other.handle(TakeNotification(gateway="cards", text=sent.body, signature=sent.signature, day=DAY))


def test_the_web_hooks_of_one_gateway_are_not_those_of_another():
    assert MemoryGateway(secret=b"other").name == "memory"
