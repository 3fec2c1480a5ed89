"""Lifting holds one by one, and giving an order up."""

import pytest

from otcore.orders.closing import cancel
from otcore.orders.commands import CancelOrder, HoldOrder, ReleaseHold
from otcore.orders.events import (
    GoodsShipped,
    HoldPlaced,
    HoldReleased,
    OrderCancelled,
    OrderClosed,
    OrderRejected,
    ShippedLine,
)
from otcore.orders.evolution import evolve
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.holding import hold, release
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from tests.orders.examples import DAY, after, confirmed, dec, eur, line, placed, product, promised

CANCEL = CancelOrder(order="O1", day=DAY, reason="changed their mind")


def lift(kind: HoldKind) -> ReleaseHold:
    return ReleaseHold(order="O1", kind=kind, reason="looked at", day=DAY)


def held(order: Order, *kinds: HoldKind) -> Order:
    return after(order, tuple(HoldPlaced(Hold(kind, kind.upper(), DAY, "why")) for kind in kinds))


def test_a_released_hold_says_why_and_at_which_value():
    facts = release(held(placed(), HoldKind.PRICE), lift(HoldKind.PRICE), "ann")
    assert facts == (HoldReleased(HoldKind.PRICE, "looked at", eur("120.00"), DAY, "ann"),)
    assert not after(held(placed(), HoldKind.PRICE), facts).held


def wait(kind: HoldKind = HoldKind.MANUAL, code: str = "") -> HoldOrder:
    return HoldOrder(order="O1", kind=kind, reason="ask Ann", day=DAY, code=code)


@pytest.mark.parametrize("kind", HoldKind)
def test_a_hold_says_who_placed_it_and_why(kind: HoldKind):
    facts = hold(placed(), wait(kind), "ben")
    assert facts == (HoldPlaced(Hold(kind, f"{kind.name}_HOLD", DAY, "ask Ann", by="ben")),)


def test_a_fraud_tool_gives_a_code_of_its_own():
    facts = hold(placed(), wait(HoldKind.FRAUD, "SCORE_900"), "screening")
    assert facts == (HoldPlaced(Hold(HoldKind.FRAUD, "SCORE_900", DAY, "ask Ann", by="screening")),)


@pytest.mark.parametrize("order", [placed(), confirmed(promised(placed()))], ids=["submitted", "confirmed"])
def test_an_order_under_way_is_made_to_wait_and_stays_where_it_is(order: Order):
    after_ = after(order, hold(order, wait(), "ben"))
    assert (after_.held, after_.status, after_.open_value) == (True, order.status, order.open_value)


def test_the_same_hold_is_not_placed_twice():
    order = after(placed(), hold(placed(), wait(), "ben"))
    with pytest.raises(Rejected, match="ALREADY_HELD: order=O1, hold=manual, code=MANUAL_HOLD"):
        hold(order, wait(), "ann")
    assert len(after(order, hold(order, wait(code="CALL_BACK"), "ann")).holds) == 2


def test_an_order_that_is_over_is_not_held():
    with pytest.raises(Rejected, match="ORDER_OVER: order=O1, status=cancelled"):
        hold(after(placed(), cancel(placed(), CANCEL)), wait(), "ben")


def test_a_release_is_remembered_with_who_why_when_and_at_which_value():
    order = after(held(placed(), HoldKind.PRICE), release(held(placed(), HoldKind.PRICE), lift(HoldKind.PRICE), "ann"))
    (kept,) = order.releases
    assert (kept.kind, kept.reason, kept.value, kept.day, kept.by) == (
        HoldKind.PRICE, "looked at", eur("120.00"), DAY, "ann",
    )  # fmt: skip


def test_holds_of_another_kind_stay():
    order = held(placed(), HoldKind.PRICE, HoldKind.FRAUD)
    order = after(order, release(order, lift(HoldKind.PRICE)))
    assert [hold.kind for hold in order.holds] == [HoldKind.FRAUD]


def test_a_hold_that_does_not_stand_is_not_lifted():
    with pytest.raises(Rejected, match="NOT_HELD: order=O1, hold=credit"):
        release(held(placed(), HoldKind.PRICE), lift(HoldKind.CREDIT))


def test_a_hold_on_a_closed_order_can_be_lifted_so_that_what_left_is_billed():
    order = evolve(held(confirmed(promised(placed())), HoldKind.MANUAL), OrderClosed())
    after_ = after(order, release(order, lift(HoldKind.MANUAL)))
    assert (after_.held, after_.status) == (False, Status.CLOSED)


def test_a_hold_on_an_order_that_is_over_stays():
    order = evolve(held(placed(), HoldKind.MANUAL), OrderRejected(("NO: reason",)))
    with pytest.raises(Rejected):
        release(order, lift(HoldKind.MANUAL))


def test_a_cancelled_order_is_worth_nothing_and_promises_nothing():
    order = held(promised(placed(), _1=(("main", 4),)), HoldKind.MANUAL)
    facts = cancel(order, CANCEL)
    assert facts == (OrderCancelled("changed their mind", eur("120.00")),)
    order = after(order, facts)
    assert (order.status, order.open_value, order.holds) == (Status.CANCELLED, eur("0.00"), ())
    assert order.reasons == ("changed their mind",)
    assert (order.lines[0].ledger.cancelled, order.lines[0].ledger.allocations) == (dec(10), ())


def test_a_cancellation_needs_no_reason():
    assert after(placed(), cancel(placed(), CancelOrder(order="O1", day=DAY))).reasons == ()


def test_what_was_never_sold_is_not_cancelled_again():
    order = placed(line(), line("2", product="P2"), products=(product(), product("P2", sold=False)))
    assert [each.ledger.cancelled for each in after(order, cancel(order, CANCEL)).lines] == [10, 10]


def test_an_order_of_which_something_left_is_not_cancelled():
    order = confirmed(promised(placed()))
    order = evolve(order, GoodsShipped("S1", (ShippedLine("1", dec(1), (), (), dec(0)),), eur("12.00"), eur("0.00")))
    with pytest.raises(Rejected, match="ALREADY_SHIPPED: order=O1"):
        cancel(order, CANCEL)


def test_an_order_is_cancelled_once():
    with pytest.raises(Rejected, match="ORDER_OVER: order=O1, status=cancelled"):
        cancel(after(placed(), cancel(placed(), CANCEL)), CANCEL)


def test_a_command_takes_a_kind_by_its_name():
    assert ReleaseHold(order="O1", kind="credit", reason="seen", day=DAY).kind is HoldKind.CREDIT
    with pytest.raises(ValueError, match="'trust' is not a valid HoldKind"):
        ReleaseHold(order="O1", kind="trust", reason="seen", day=DAY)
