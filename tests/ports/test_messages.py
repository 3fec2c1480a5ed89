"""Messages travel as notices, and are the same when they arrive."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.ports.messages import MESSAGES, Message, OtherMessage, message_of, notice_of
from otcore.ports.messages.money import CreditLimitChangedMessage, InvoiceOverdueMessage
from otcore.ports.messages.orders import OrderHeldMessage
from otcore.ports.outbox import Notice
from tests.orders.examples import DAY, eur
from tests.schemas.strategies import instances

every_message = pytest.mark.parametrize("topic", MESSAGES)


@settings(max_examples=30)
@every_message
@given(data=st.data())
def test_a_message_that_travelled_is_the_same(topic: str, data: st.DataObject):
    message = data.draw(instances(MESSAGES[topic]))
    notice = notice_of(message)
    assert (notice.topic, message_of(notice)) == (topic, message)
    assert all(isinstance(fact, str) for fact in notice.facts.values())


@every_message
def test_a_topic_is_two_plain_words_and_its_class_says_what_it_is(topic: str):
    words = topic.split(".")
    assert len(words) == 2
    assert all(word.replace("_", "").isalpha() and word.islower() for word in words)
    assert MESSAGES[topic].__name__.endswith("Message")
    assert MESSAGES[topic].__doc__
    assert issubclass(MESSAGES[topic], Message)


@every_message
def test_the_first_field_of_a_message_is_what_it_is_about(topic: str):
    kind: Any = MESSAGES[topic]  # its fields are not in its type
    about = attrs.fields(kind)[0]
    assert (about.type, about.default) == (str, attrs.NOTHING)


def test_what_has_its_default_value_is_left_out():
    held = OrderHeldMessage("O1", "C1", "manual", "MANUAL_HOLD", "")
    assert notice_of(held).facts == {"customer": "C1", "kind": "manual", "code": "MANUAL_HOLD", "why": ""}
    assert notice_of(CreditLimitChangedMessage("C1")).facts == {}


def test_days_and_money_are_text_on_the_way():
    overdue = InvoiceOverdueMessage("INV-1", "C1", eur("12.50"), DAY)
    assert notice_of(overdue).facts == {"customer": "C1", "open": "12.50 EUR", "due": "2026-03-02"}


def test_a_topic_that_is_not_known_is_passed_on_as_it_is():
    notice = Notice("order.submitted", "O1", {"customer": "C1"})
    message = message_of(notice)
    assert message == OtherMessage("O1", "order.submitted", {"customer": "C1"})
    assert notice_of(message) == notice


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"customer": "C1", "open": "12.50", "due": "2026-03-02"},
        {"customer": "C1", "open": "much EUR", "due": "2026-03-02"},
        {"customer": "C1", "open": "12.50 EUR", "due": "tomorrow"},
    ],
)
def test_a_message_in_a_form_that_is_not_known_is_passed_on_as_it_is(facts: dict[str, str]):
    message = message_of(Notice("invoice.overdue", "INV-1", facts))
    assert message == OtherMessage("INV-1", "invoice.overdue", facts)


def test_what_a_later_release_adds_is_passed_over():
    notice = notice_of(OrderHeldMessage("O1", "C1", "manual", "MANUAL_HOLD", "look"))
    newer = Notice(notice.topic, notice.subject, {**notice.facts, "colour": "red"})
    assert message_of(newer) == message_of(notice)
