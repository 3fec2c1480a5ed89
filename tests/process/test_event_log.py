"""The event log: events and objects, how they belong together, and what they say."""

from collections import Counter
from datetime import timedelta

import pytest

from otcore.orders import events as o
from otcore.orders.returns import events as b
from otcore.payments.refunds.events import RefundRequested, Source
from otcore.process.log.attributes import attributes
from otcore.process.log.building import event_log
from otcore.process.log.links import links
from otcore.process.log.log import Relation, Value
from otcore.receivables import events as r
from otcore.receivables.applied import Applied
from tests.orders.examples import DAY, eur
from tests.process.happening import NOON, fact, story

PLACED = o.OrderPlaced("O1", "C1", DAY, "EUR", (), (), None, eur("120.00"))  # type: ignore[arg-type]  # no details
SHIPPED = o.GoodsShipped("S1", (), eur("120.00"), eur("0.00"))


def test_an_event_says_what_happened_when_by_whom_and_to_what():
    log = event_log([fact("order", "O1", 1, PLACED)])
    (event,) = log.events
    assert (event.id, event.activity, event.at, event.actor) == ("order:O1#1", "order.placed", NOON, "ann")
    assert (event.subject, event.again) == ("order:O1", False)
    assert dict(event.attributes) == {
        "day": "2026-03-02",
        "currency": "EUR",
        "value": "120.00",
        "value_currency": "EUR",
    }


def test_an_event_is_related_to_its_own_object_first_and_to_those_it_names():
    opened = fact("receivable", "INV-1", 1, r.ItemOpened("INV-1", "C1", "", DAY, DAY, eur("1.00")))
    paid = fact("receivable", "INV-1", 2, r.ItemPaid(Applied("R1", eur("1.00"), DAY)))
    left = fact("receipt", "R1", 1, r.ItemFellOverdue(DAY))  # any fact makes it an object
    log = event_log([opened, paid, left])
    assert log.events[2].relations == (Relation("receivable:INV-1", "receivable"), Relation("receipt:R1", "receipt"))
    item = next(each for each in log.objects if each.id == "receivable:INV-1")
    assert item.relations == (Relation("receipt:R1", "receipt"),)


def test_what_has_no_facts_is_no_object_and_nothing_is_related_to_it():
    log = event_log([fact("order", "O1", 1, SHIPPED)])
    assert [each.id for each in log.objects] == ["order:O1"]
    assert log.events[0].relations == (Relation("order:O1", "order"),)


def test_a_credit_note_is_a_note_before_it_is_a_credit():
    (link,) = links(r.ItemCredited(Applied("CN-1", eur("1.00"), DAY)))
    assert (link.role, link.types, link.id) == ("set off with", ("credit_note", "receivable"), "CN-1")


def test_a_refund_names_where_its_money_comes_from():
    sources = (Source("R1", eur("1.00")), Source("CN-1", eur("2.00"), credit=True))
    account = {
        "account": "DE89370400440532013000",
        "holder": "Ann",
        "end_to_end": "E1",
        "maker": "bob",
        "reason": "over",
    }
    asked = RefundRequested(refund="F1", customer="C1", amount=eur("3.00"), sources=sources, day=DAY, **account)
    named = {(link.role, link.types[0], link.id) for link in links(asked)}
    assert named >= {("source", "receipt", "R1"), ("source", "credit_note", "CN-1")}


def test_an_order_that_replaces_a_return_is_not_the_order_of_the_return():
    assert [(link.role, link.id) for link in links(b.ReturnExchanged("O2", DAY))] == [("replacement", "O2")]


def test_a_log_says_nothing_of_accounts_and_their_holders():
    texts = {text for event in event_log(story()).events for _, text in event.attributes}
    assert not [text for text in texts if text.startswith(("BE71", "DE89", "NL"))]


def test_an_object_has_what_it_began_with_and_its_status_over_time():
    acknowledged = o.OrderAcknowledged(DAY, None, ())  # type: ignore[arg-type]  # the code says nothing here
    rated = o.RateFixed(None)  # type: ignore[arg-type]  # its rate is not looked at
    later = [fact("order", "O1", 3, acknowledged, 5), fact("order", "O1", 2, rated, 1)]
    (order,) = event_log([*later, fact("order", "O1", 1, PLACED)]).objects
    assert order.type == "order"
    assert order.values[0] == Value("day", "2026-03-02", NOON)
    assert order.values[-2:] == (
        Value("status", "submitted", NOON),
        Value("status", "acknowledged", NOON + timedelta(minutes=5)),
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (o.StockFreed("EXPIRED"), {"why": "EXPIRED"}),
        (o.CreditCleared(None), {}),
        (b.ReturnAuthorised(DAY, None), {"day": "2026-03-02"}),  # type: ignore[arg-type]  # no fee
        (
            r.ItemPaid(Applied("R1", eur("1.50"), DAY)),
            {"amount": "1.50", "amount_currency": "EUR", "day": "2026-03-02"},
        ),
    ],
)
def test_a_fact_says_the_figures_days_and_reasons_that_it_has(event, said):
    assert dict(attributes(event)) == said


def test_facts_without_a_name_are_not_in_the_log():
    facts = story()
    log = event_log(facts)
    assert 0 < len(log.events) < len(facts)
    assert not [each for each in log.objects if each.type in ("stock", "audit", "product")]


def test_every_relation_of_the_story_leads_to_an_object_of_its_log_and_no_place_is_taken_twice():
    log = event_log(story())
    objects = {each.id for each in log.objects}
    relations = [*(event.relations for event in log.events), *(each.relations for each in log.objects)]
    related = [each for some in relations for each in some]
    assert {each.object for each in related} <= objects
    assert len({event.id for event in log.events}) == len(log.events)
    assert not [event for event in log.events if max(Counter(event.relations).values()) > 1]
    assert {each.type for each in log.objects} >= {"order", "shipment", "invoice", "receivable", "receipt", "return"}


def test_the_order_of_the_facts_does_not_change_the_log():
    assert event_log(reversed(story())) == event_log(story())
