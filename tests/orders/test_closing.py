"""Giving orders up in part, closing them with something open, going on with them."""

from typing import Any

import pytest

from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.amendment import Amendment, Side
from otcore.orders.closing import cancel, cancel_lines, close, reopen
from otcore.orders.commands import CancelLines, CancelOrder, CloseOrder, LineCancellation, ReopenOrder
from otcore.orders.events import (
    AmendmentProposed,
    AmendmentWithdrawn,
    LinesCancelled,
    LinesInvoiced,
    OrderCancelled,
    OrderClosed,
    OrderDrafted,
    OrderReopened,
)
from otcore.orders.evolution import evolve
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from tests.orders.despatching import ready, shipped
from tests.orders.examples import (
    DAY,
    after,
    confirmed,
    dec,
    despatch,
    eur,
    left,
    line,
    pieces,
    placed,
    product,
    promised,
    shelf,
)


def parts(*given: tuple[str, Any]) -> CancelLines:
    """`parts(("1", 4))` gives up 4 of line 1, `("1", None)` all that is open of it."""
    lines = tuple(
        LineCancellation(line=id, quantity=None if quantity is None else pieces(quantity)) for id, quantity in given
    )
    return CancelLines(order="O1", day=DAY, lines=lines, reason="fewer")


def part_shipped(quantity: int = 4) -> Order:
    return shipped(ready(), despatch(left("1", quantity)), shelf(10))


def billed(order: Order, quantity: int) -> Order:
    return evolve(order, LinesInvoiced("INV-1", (("1", dec(quantity)),)))


def refused(order: Order, *given: tuple[str, Any]) -> str:
    with pytest.raises(Rejected) as caught:
        cancel_lines(order, parts(*given))
    return caught.value.code


def test_a_part_given_up_takes_its_share_of_the_value():
    facts = cancel_lines(ready(), parts(("1", 4)))
    assert facts == (LinesCancelled((("1", dec(4)),), "fewer", eur("48.00")),)
    order = after(ready(), facts)
    assert (order.open_value, order.lines[0].ledger.open, order.status) == (eur("72.00"), dec(6), Status.CONFIRMED)


def test_without_a_quantity_all_that_is_open_of_a_line_is_given_up():
    order = placed(line(), line("2", 3))
    (fact,) = cancel_lines(order, parts(("2", None)))
    assert fact == LinesCancelled((("2", dec(3)),), "fewer", eur("36.00"))


def test_the_remainder_of_a_part_shipped_order_is_given_up_and_what_left_stays():
    order = after(part_shipped(), cancel_lines(part_shipped(), parts(("1", None))))
    assert (order.lines[0].ledger.shipped, order.lines[0].ledger.open, order.open_value) == (
        dec(4),
        dec(0),
        eur("0.00"),
    )
    assert order.status is Status.CONFIRMED


def test_the_remainder_given_up_after_all_that_left_was_billed_closes_the_order():
    order = billed(part_shipped(), 4)
    facts = cancel_lines(order, parts(("1", None)))
    assert facts[1:] == (OrderClosed("fewer"),)
    assert after(order, facts).status is Status.CLOSED


def test_what_was_billed_is_not_given_up():
    assert refused(billed(part_shipped(), 4), ("1", 7)) == "MORE_THAN_OPEN"


def test_all_given_up_and_nothing_shipped_is_a_cancelled_order():
    order = after(placed(), cancel_lines(placed(), parts(("1", 9))))
    facts = cancel_lines(order, parts(("1", 1)))
    assert facts[1:] == (OrderCancelled("fewer", eur("0.00")),)
    order = after(order, facts)
    assert (order.status, order.open_value, order.lines[0].ledger.cancelled) == (Status.CANCELLED, eur("0.00"), dec(10))


def test_a_cancelled_line_keeps_no_promise():
    order = confirmed(promised(placed(), _1=(("main", 10),)))
    order = after(order, cancel_lines(order, parts(("1", None))))
    assert order.lines[0].ledger.allocations == ()


@pytest.mark.parametrize("given", [(), (("1", 0),), (("1", 0), ("2", 0))])
def test_nothing_selected_is_refused(given):
    assert refused(placed(line(), line("2")), *given) == "EMPTY_SELECTION"


def test_a_line_with_nothing_open_is_no_selection():
    assert refused(part_shipped(10), ("1", None)) == "EMPTY_SELECTION"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ((("9", 1),), "LINE_UNKNOWN"),
        ((("1", 1), ("1", 1)), "LINE_TWICE"),
        ((("1", 11),), "MORE_THAN_OPEN"),
        ((("1", -1),), "QUANTITY_NEGATIVE"),
    ],
)
def test_parts_that_cannot_be_given_up_are_refused(given, code):
    assert refused(placed(), *given) == code


def test_a_part_in_another_unit_is_refused():
    lines = (LineCancellation(line="1", quantity=pieces(1, "KGM")),)
    with pytest.raises(Rejected, match="UNIT_DIFFERS: order=O1, line=1, stated=KGM, ordered=C62"):
        cancel_lines(placed(), CancelLines(order="O1", day=DAY, lines=lines))


def draft() -> Order:
    order = placed()
    return evolve(None, OrderDrafted("O1", "C1", DAY, "EUR", order.lines, (), order.details, order.value, (line(),)))


def test_of_a_draft_no_parts_are_given_up():
    assert refused(draft(), ("1", 1)) == "ORDER_NOT_PLACED"


def test_a_draft_is_thrown_away():
    order = after(draft(), cancel(draft(), CancelOrder(order="O1", day=DAY)))
    assert order.status is Status.CANCELLED


def test_an_order_that_is_over_gives_nothing_up():
    assert refused(evolve(placed(), OrderCancelled("no", eur("120.00"))), ("1", 1)) == "ORDER_OVER"


def test_a_seller_that_cancels_has_answered_no():
    order = confirmed(promised(placed()))
    order = after(order, cancel(order, CancelOrder(order="O1", day=DAY, reason="gone", by=Side.SELLER)))
    assert (order.status, order.response, order.reasons) == (Status.CANCELLED, ResponseCode.REJECTED, ("gone",))


@pytest.mark.parametrize("decide", [cancel, cancel_lines, close], ids=lambda decide: decide.__name__)
def test_a_proposal_falls_away_with_its_order(decide):
    commands = {
        cancel: CancelOrder(order="O1", day=DAY),
        cancel_lines: parts(("1", None)),
        close: CloseOrder(order="O1", day=DAY, reason="enough"),
    }
    order = evolve(ready(), AmendmentProposed(Amendment(number=1, by=Side.BUYER, day=DAY)))
    facts = decide(order, commands[decide])
    assert AmendmentWithdrawn(1, "ORDER_OVER") in facts
    assert after(order, facts).proposal is None


def test_an_order_is_closed_with_what_is_open_of_it():
    order = part_shipped()
    facts = close(order, CloseOrder(order="O1", day=DAY, reason="enough"))
    assert facts == (OrderClosed("enough", eur("72.00")),)
    order = after(order, facts)
    assert (order.status, order.open_value, order.lines[0].ledger.open) == (Status.CLOSED, eur("0.00"), dec(6))


def test_nothing_is_released_where_nothing_was_open():
    facts = close(part_shipped(10), CloseOrder(order="O1", day=DAY, reason="enough"))
    assert facts == (OrderClosed("enough", None),)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (draft(), "ORDER_NOT_PLACED"),
        (placed(), "ORDER_NOT_CONFIRMED"),
        (evolve(ready(), OrderClosed()), "ORDER_OVER"),
    ],
    ids=["draft", "submitted", "closed"],
)
def test_only_a_confirmed_order_is_closed(order, code):
    with pytest.raises(Rejected, match=code):
        close(order, CloseOrder(order="O1", day=DAY, reason="enough"))


def test_a_closed_order_goes_on_with_what_is_open_at_its_share():
    order = part_shipped()
    order = after(order, close(order, CloseOrder(order="O1", day=DAY, reason="enough")))
    facts = reopen(order, ReopenOrder(order="O1", day=DAY, reason="after all"))
    assert facts == (OrderReopened("after all", eur("72.00")),)
    order = after(order, facts)
    assert (order.status, order.open_value, order.promised) == (Status.CONFIRMED, eur("72.00"), False)


def test_what_is_not_closed_is_not_reopened():
    with pytest.raises(Rejected, match="ORDER_NOT_CLOSED: order=O1, status=confirmed"):
        reopen(ready(), ReopenOrder(order="O1", day=DAY, reason="again"))


def test_an_order_of_which_nothing_is_open_is_not_reopened():
    order = evolve(part_shipped(10), OrderClosed())
    with pytest.raises(Rejected, match="NOTHING_OPEN: order=O1"):
        reopen(order, ReopenOrder(order="O1", day=DAY, reason="again"))


def test_unsold_lines_are_no_part_of_what_is_given_up():
    products = (product(), product("P2", "2.50", sold=False))
    order = placed(line(), line("2", product="P2"), products=products)
    facts = cancel_lines(order, parts(("1", None)))
    assert facts[0] == LinesCancelled((("1", dec(10)),), "fewer", eur("120.00"))
    assert after(order, facts).status is Status.CANCELLED
