"""Giving up, closing and reopening: the shelves and the exposure follow, to the cent."""

import pytest

from otcore.customers.commands import CloseCustomer
from otcore.orders.amendment import Side
from otcore.orders.commands import CancelOrder, LineCancellation
from otcore.orders.drafting import DraftOrder
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.values.faults import Rejected
from tests.orders.examples import DAY, dec, eur, left, line, pieces
from tests.workflows.desk import Desk, desk

NOTHING = ("0.00", "0.00", "0.00")


def some(quantity: int, line: str = "1") -> LineCancellation:
    return LineCancellation(line=line, quantity=pieces(quantity))


REST = LineCancellation(line="1")


def confirmed(limit: str | None = None, stocked: int = 10) -> Desk:
    ready = desk(limit=limit, stocked=stocked)
    ready.places()
    ready.acknowledges()
    return ready


def test_a_part_given_up_goes_back_to_the_shelf_and_out_of_the_exposure():
    ready = confirmed()
    order = ready.cancels_lines(some(4))
    assert (order.lines[0].ledger.allocated, ready.shelf(), ready.exposure()[0]) == (dec(6), (10, 6), "72.00")


def test_one_piece_of_three_goes_back():
    ready = desk(stocked=5)
    ready.places(line(quantity=3))
    order = ready.cancels_lines(some(1))
    assert (order.lines[0].ledger.allocated, ready.shelf()) == (dec(2), (5, 2))


def test_what_was_on_backorder_is_given_up_before_what_is_promised():
    ready = confirmed(stocked=6)
    order = ready.cancels_lines(some(4))
    assert (order.lines[0].ledger.allocated, order.lines[0].ledger.backordered, ready.shelf()) == (
        dec(6),
        dec(0),
        (6, 6),
    )


def test_the_last_piece_given_up_cancels_the_order():
    ready = confirmed()
    ready.cancels_lines(some(9))
    order = ready.cancels_lines(some(1))
    assert (order.status, order.open_value, ready.shelf(), ready.exposure()) == (
        Status.CANCELLED, eur("0.00"), (10, 0), NOTHING,
    )  # fmt: skip


def test_after_a_part_was_billed_only_the_rest_is_given_up_and_the_order_closes():
    ready = confirmed()
    ready.ships(left("1", 4))
    ready.bills()
    with pytest.raises(Rejected, match="MORE_THAN_OPEN"):
        ready.cancels_lines(some(7))
    order = ready.cancels_lines(REST)
    assert (order.status, order.lines[0].ledger.invoiced, ready.shelf()) == (Status.CLOSED, dec(4), (6, 0))
    assert ready.exposure() == ("0.00", "0.00", "48.00")


def test_parts_of_a_held_order_that_never_counted_are_given_up():
    ready = desk(limit="50.00", stocked=10)
    ready.places()
    order = ready.cancels_lines(some(7))
    assert (order.open_value, order.held, ready.exposure()) == (eur("36.00"), True, NOTHING)
    assert ready.releases(HoldKind.CREDIT).promised
    assert ready.exposure()[0] == "36.00"


def test_a_refused_cancellation_changes_nothing():
    ready = confirmed()
    before = ready.order()
    with pytest.raises(Rejected, match="EMPTY_SELECTION"):
        ready.cancels_lines()
    assert (ready.order(), ready.shelf(), ready.exposure()[0]) == (before, (10, 10), "120.00")


def test_a_seller_gives_an_order_up():
    ready = confirmed()
    order = ready.handle(CancelOrder(order="O1", day=DAY, reason="burnt", by=Side.SELLER))
    assert (order.status, order.response, ready.shelf(), ready.exposure()) == (Status.CANCELLED, "RE", (10, 0), NOTHING)


def test_closing_gives_goods_and_credit_back():
    ready = confirmed()
    ready.ships(left("1", 4))
    order = ready.closes()
    assert (order.status, ready.shelf(), ready.exposure()) == (Status.CLOSED, (6, 0), ("0.00", "48.00", "0.00"))


def test_what_left_before_the_closing_is_billed_after_it():
    ready = confirmed()
    ready.ships(left("1", 10))
    ready.closes()
    ready.bills()
    assert (ready.order().status, ready.exposure()) == (Status.CLOSED, ("0.00", "0.00", "120.00"))


def test_a_closed_order_does_not_ship():
    ready = confirmed()
    ready.closes()
    with pytest.raises(Rejected, match="ORDER_NOT_CONFIRMED"):
        ready.ships(left("1", 1))


def test_reopening_promises_goods_and_credit_again():
    ready = confirmed()
    ready.ships(left("1", 4))
    ready.closes()
    order = ready.reopens()
    assert (order.status, order.promised, ready.shelf()) == (Status.CONFIRMED, True, (6, 6))
    assert ready.exposure() == ("72.00", "48.00", "0.00")
    ready.ships(left("1", 6), shipment="S2")
    assert ready.exposure() == ("0.00", "120.00", "0.00")


def test_reopening_goes_round_no_credit_limit():
    """Closed, another order placed in its room, reopened: the check is made again."""
    ready = confirmed(limit="150.00", stocked=30)
    ready.closes()
    assert not ready.places(order="O2").held
    order = ready.reopens()
    assert [hold.kind for hold in order.holds] == [HoldKind.CREDIT]
    assert (order.promised, ready.shelf(), ready.exposure()[0]) == (False, (30, 10), "120.00")
    with pytest.raises(Rejected, match="ORDER_HELD"):
        ready.ships(left("1", 1))
    assert ready.releases(HoldKind.CREDIT).promised
    assert (ready.shelf(), ready.exposure()[0]) == ((30, 20), "240.00")


def test_an_order_of_a_closed_customer_stays_closed():
    ready = confirmed()
    ready.closes()
    ready.handle(CloseCustomer("C1", "gone"))
    with pytest.raises(Rejected, match="CUSTOMER_CLOSED: order=O1, customer=C1"):
        ready.reopens()


def test_an_order_closed_while_it_is_held_is_held_again():
    ready = confirmed()
    ready.holds(HoldKind.FRAUD)
    ready.closes()
    order = ready.reopens()
    assert ([hold.kind for hold in order.holds], order.promised, ready.shelf()) == ([HoldKind.FRAUD], False, (10, 0))
    assert ready.releases(HoldKind.FRAUD).promised
    assert ready.shelf() == (10, 10)


def test_a_draft_costs_nothing_to_throw_away():
    ready = desk()
    ready.handle(DraftOrder(order="O1", customer="C1", day=DAY, currency="EUR", lines=(line(),)))
    assert ready.cancels().status is Status.CANCELLED
