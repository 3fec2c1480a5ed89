"""The outbox: every message leaves at least once, in order, and a failing publisher loses none."""

from datetime import timedelta

import pytest

from otcore.app.sync import LEASE, OrderToCash
from tests.workflows.desk import HOUSE, Desk, desk


def with_three_messages() -> Desk:
    ready = desk(stocked=50)
    for order in ("O1", "O2", "O3"):
        ready.places(order=order)
    return ready


def subjects(ready: Desk) -> list[str]:
    return [posted.notice.subject for posted in ready.postbox.got]


def test_messages_leave_oldest_first_each_once():
    ready = with_three_messages()
    assert ready.otc.relay() == 3
    assert ready.otc.relay() == 0
    assert subjects(ready) == ["O1", "O2", "O3"]


def test_a_relay_takes_no_more_than_it_is_told_to():
    ready = with_three_messages()
    assert [ready.otc.relay(limit=2), ready.otc.relay(limit=2)] == [2, 1]
    assert subjects(ready) == ["O1", "O2", "O3"]


def test_without_messages_nothing_is_published():
    ready = desk()
    assert (ready.otc.relay(), subjects(ready)) == (0, [])


def test_without_a_publisher_messages_wait():
    ready = with_three_messages()
    assert OrderToCash(ready.store, HOUSE, clock=ready.clock).relay() == 0
    assert ready.otc.relay() == 3


def test_a_message_that_fails_stays_and_so_do_those_after_it():
    ready = with_three_messages()
    ready.postbox.failing.add("O2")
    with pytest.raises(ConnectionError, match="O2"):
        ready.otc.relay()
    assert subjects(ready) == ["O1"]
    ready.postbox.failing.clear()
    ready.clock.time += LEASE
    assert ready.otc.relay() == 2
    assert subjects(ready) == ["O1", "O2", "O3"]


def test_messages_that_a_relay_holds_are_not_handed_to_another():
    ready = with_three_messages()
    ready.postbox.failing.add("O1")
    with pytest.raises(ConnectionError):
        ready.otc.relay()
    ready.postbox.failing.clear()
    ready.clock.time += LEASE - timedelta(seconds=1)
    assert ready.otc.relay() == 0
    ready.clock.time += timedelta(seconds=1)
    assert ready.otc.relay() == 3


def test_a_repeat_can_be_told_by_its_position():
    ready = with_three_messages()
    ready.otc.relay()
    positions = [posted.position for posted in ready.postbox.got]
    assert positions == sorted(set(positions))
