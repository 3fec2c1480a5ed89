"""Answering, agreeing, releasing, cancelling through the store."""

import pytest

from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.values.faults import Rejected
from tests.orders.examples import left, line, product
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk


def test_an_order_that_is_promised_in_full_is_confirmed_by_its_answer():
    ready = desk(stocked=10)
    ready.places()
    order = ready.acknowledges()
    assert (order.response, order.status) == (ResponseCode.ACCEPTED, Status.CONFIRMED)


def test_an_answer_with_changes_waits_for_the_buyer():
    ready = desk(stocked=6)
    ready.places()
    assert ready.acknowledges().status is Status.ACKNOWLEDGED
    with pytest.raises(Rejected, match="ORDER_NOT_CONFIRMED"):
        ready.ships(left("1", 6))
    assert ready.agrees().status is Status.CONFIRMED


def test_a_customer_may_accept_changes_beforehand():
    ready = Desk()
    ready.onboards(accepts_changes=True)
    ready.lists(product())
    ready.places()
    assert ready.acknowledges().status is Status.CONFIRMED


def test_a_held_order_is_told_that_it_arrived():
    ready = desk(limit="1.00", stocked=10)
    ready.places()
    order = ready.acknowledges()
    assert (order.response, order.status) == (ResponseCode.RECEIVED, Status.SUBMITTED)
    ready.releases(HoldKind.CREDIT)
    assert ready.acknowledges().response is ResponseCode.ACCEPTED


def test_a_hold_that_does_not_stand_is_not_released():
    ready = desk(stocked=10)
    ready.places()
    with pytest.raises(Rejected, match="NOT_HELD"):
        ready.releases(HoldKind.CREDIT)


def test_a_cancelled_order_gives_back_what_each_shelf_promised():
    ready = desk(stocked=8)
    ready.receives(4, location="annex")
    ready.places(line(), line("2", 1))
    assert (ready.shelf(), ready.shelf(location="annex")) == ((8, 7), (4, 4))
    ready.cancels()
    assert (ready.shelf(), ready.shelf(location="annex")) == ((8, 0), (4, 0))


def test_an_order_that_waits_for_the_buyer_can_be_cancelled():
    ready = desk(stocked=6)
    ready.places()
    ready.acknowledges()
    assert ready.cancels().status is Status.CANCELLED
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (6, 0))


def test_a_cancelled_part_is_not_given_back_twice():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 0, 4))
    assert (ready.exposure(), ready.shelf()) == (("48.00", "0.00", "0.00"), (10, 4))
    ready.cancels()
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (10, 0))


def test_an_order_that_has_begun_to_leave_is_not_cancelled():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 1))
    before = books(ready.store)
    with pytest.raises(Rejected, match="ALREADY_SHIPPED"):
        ready.cancels()
    assert books(ready.store) == before
