"""What is told of payments, direct debits and refunds goes to the outbox with the facts."""

from typing import Any

from otcore.adapters.gateways import Failing
from otcore.payments.direct_debit import collection_events as k
from otcore.payments.direct_debit import mandate_events as d
from otcore.payments.gateway import events as e
from otcore.payments.gateway.operation import Doing
from otcore.payments.refunds import events as r
from otcore.payments.refunds.commands import RefuseRefund, RequestRefund
from otcore.ports.messages import message_of
from otcore.workflows.telling import TOLD_FIRST
from tests.orders.examples import DAY, eur
from tests.workflows.desk import Desk
from tests.workflows.direct_debit import collector as dd
from tests.workflows.gateways import counter as cards
from tests.workflows.refunds import test_refunding_flow as rf

NOT_TOLD = {e.PaymentRequested, e.OperationAsked, e.OperationDeclined, e.NotificationTaken}
NOT_TOLD |= {e.EffectsPaidOut, e.EffectsNotPaidOut}
NOT_TOLD |= {d.MandateCreated, d.MandateSigned, d.MandateAmended, d.MandateUsed, d.MandateUsedUp}
NOT_TOLD |= {d.MandateUseRejected, d.MandateResumed, d.MandateCancelled}
NOT_TOLD |= {k.CollectionPresented, k.CollectionCollected, r.RefundApproved, r.RefundOrdered}
"""Whoever asked for it knows, or the receipt tells it."""


def test_every_fact_of_payments_is_told_or_said_not_to_be():
    assert {*e.EVENTS, *d.EVENTS, *k.EVENTS, *r.EVENTS} - set(TOLD_FIRST) == NOT_TOLD


def told(ready: Desk, *topics: str) -> list[Any]:
    """The messages under topics that begin so."""
    ready.otc.relay(1000)
    found = [posted.notice for posted in ready.postbox.got if posted.notice.topic.startswith(topics)]
    ready.postbox.got.clear()
    return [message_of(notice) for notice in found]


def words(messages: list[Any]) -> list[str]:
    return [each.topic for each in messages]


def test_a_charge_and_its_refund_are_told():
    ready, _ = cards.counter()
    told(ready, "payment")
    cards.charges(ready)
    cards.refunds(ready, "20.00")
    authorised, captured, refunded = told(ready, "payment.")
    assert (authorised.amount, authorised.invoice) == (eur("120.00"), cards.INV)
    assert (captured.amount, captured.captured) == (eur("120.00"), eur("120.00"))
    assert (refunded.topic, refunded.amount, refunded.way) == ("payment.refunded", eur("20.00"), "refund")


def test_declines_silence_and_promises_that_are_given_up_are_told():
    ready, gateway = cards.counter()
    cards.charges(ready, token="tok-bad")
    cards.authorises(ready, "P2")
    cards.voids(ready, "P2")
    gateway.fails(Failing.TIMEOUT_AFTER)
    cards.charges(ready, "P3")
    topics = ["payment.failed", "payment.authorised", "payment.voided", "payment.unknown"]
    messages = told(ready, "payment.")
    assert words(messages) == topics
    assert (messages[0].why, messages[-1].operation) == ("do_not_honour", "authorise")


def test_a_part_that_is_captured_or_charged_back_is_told():
    ready, gateway = cards.counter()
    cards.authorises(ready)
    cards.captures(ready, "70.00", "c1")
    gateway.gateway.by_hand(next(iter(gateway.gateway._accounts)), Doing.CHARGEBACK, eur("70.00"))
    cards.reconciles(ready)
    _, part, back = told(ready, "payment.")
    assert (part.amount, back.way) == (eur("70.00"), "chargeback")


def test_the_debtor_is_told_before_and_when_something_goes_wrong():
    ready = dd.collector()
    told(ready, "collection")
    dd.cancels(ready, dd.plans(ready).id)
    planned = dd.plans(ready)
    dd.presents(ready)
    dd.says(ready, dd.booked("120.00", planned.end_to_end))
    dd.says(ready, dd.back("120.00", planned.end_to_end, "MD01"), id="8")
    messages = told(ready, "collection.", "mandate.")
    assert words(messages) == [
        "collection.planned",
        "collection.cancelled",
        "collection.planned",
        "collection.returned",
        "mandate.suspended",
    ]
    assert (messages[0].amount, messages[0].day, messages[0].mandate) == (eur("120.00"), dd.DUE, "M1")
    assert (messages[3].invoice, messages[3].why, messages[4].why) == (dd.INV, "MD01", "MD01")


def test_a_mandate_that_expires_is_told():
    from tests.workflows.direct_debit.test_mandates_flow import LATE

    ready = dd.collector()
    ready.otc.tick(LATE)
    assert words(told(ready, "mandate.")) == ["mandate.expired"]


def test_who_approves_refunds_is_told_of_them_and_everybody_what_became_of_them():
    ready = rf.counter(limit="10.00")
    rf.wants(ready, amount=eur("5.00"))
    assert told(ready, "refund.") == []
    rf.wants(ready, "F2", amount=eur("50.00"))
    (asked,) = told(ready, "refund.")
    assert (asked.topic, asked.amount, asked.by) == ("refund.requested", eur("50.00"), "ann")
    rf.approves(ready, refund="F2")
    rf.orders(ready)
    dd.says(ready, rf.paid("50.00", rf.the(ready, "F2").end_to_end))
    dd.says(ready, dd.back("50.00", rf.the(ready, "F2").end_to_end, "AC04", credit=True), id="8")
    ready.handle(RequestRefund(refund="F3", customer="C2", day=DAY, reason="twice", amount=eur("20.00")))
    ready.handle(RefuseRefund(refund="F3", day=DAY, reason="no"))
    messages = told(ready, "refund.")
    assert words(messages) == ["refund.paid", "refund.failed", "refund.requested", "refund.failed"]
    assert (messages[1].why, messages[3].why) == ("AC04", "no")
