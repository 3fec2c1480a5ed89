"""Where an order stands, in a few words."""

from attrs import evolve as changed

from otcore.cli.order_words import standing, why
from otcore.orders.closing import cancel_lines, close
from otcore.orders.commands import CancelLines, CloseOrder, HoldOrder, LineCancellation
from otcore.orders.events import OrderClosed
from otcore.orders.hold import HoldKind
from otcore.orders.holding import hold
from otcore.orders.line import Ledger
from otcore.orders.order import Order
from tests.orders.despatching import ready
from tests.orders.examples import DAY, after, dec, pieces

HOLD = HoldOrder(order="O1", kind=HoldKind.FRAUD, reason="odd", day=DAY)
CLOSE = CloseOrder(order="O1", day=DAY, reason="enough")


def held() -> Order:
    return after(ready(), hold(ready(), HOLD, "ben"))


def test_a_held_order_says_what_for():
    assert (standing(held()), why(held())) == ("held (fraud)", "FRAUD_HOLD: odd")


def test_a_closed_order_says_what_was_left_open_and_why():
    order = after(ready(), close(ready(), CLOSE))
    assert (standing(order), why(order)) == ("closed", "enough; line 1: 10 of 10 left open")


def test_a_closed_order_waits_for_nothing():
    order = after(held(), close(held(), CLOSE))
    assert (order.held, standing(order)) == (True, "closed")


def test_a_closed_order_of_which_all_left_says_no_more():
    order = after(ready(), (OrderClosed(""),))
    done = changed(order, lines=(changed(order.lines[0], ledger=Ledger(dec(10), shipped=dec(10))),))
    assert why(done) == ""


def test_parts_given_up_are_told():
    part = LineCancellation(line="1", quantity=pieces(4))
    order = after(ready(), cancel_lines(ready(), CancelLines(order="O1", day=DAY, lines=(part,))))
    assert why(order) == "line 1: 4 of 10 will not follow; line 1: 6 of 10 on backorder"
