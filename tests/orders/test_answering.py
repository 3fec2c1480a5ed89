"""The seller's answer (AB, AP, CA, RE; lines 3, 5, 7) and the buyer's yes."""

import pytest

from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode, response_code
from otcore.orders.amendment import Amendment, Side
from otcore.orders.answering import acknowledge, agree_to_changes, offer, reject_order
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges, RejectOrder
from otcore.orders.details import OrderDetails
from otcore.orders.events import (
    AmendmentWithdrawn,
    HoldPlaced,
    OrderAcknowledged,
    OrderCancelled,
    OrderConfirmed,
    OrderRejected,
    ReceiptAcknowledged,
)
from otcore.orders.evolution import evolve
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from tests.orders.amendments import agreed, change, offered, proposed, shipped
from tests.orders.examples import DAY, after, dec, line, placed, product, promised

ANSWER = AcknowledgeOrder(order="O1", day=DAY)
SOLD_IN_PART = (product(), product("P2", sold=False), product("P3", stocked=False))


def acknowledged(order: Order, accepts_changes: bool = False) -> OrderAcknowledged:
    fact = acknowledge(order, ANSWER, accepts_changes)[0]
    assert isinstance(fact, OrderAcknowledged)
    return fact


def held(order: Order) -> Order:
    return evolve(order, HoldPlaced(Hold(HoldKind.FRAUD, "LOOKED_AT", DAY, "odd")))


def test_an_order_that_is_promised_in_full_is_accepted_and_confirmed_at_once():
    facts = acknowledge(promised(placed(), _1=(("main", 10),)), ANSWER, False)
    assert facts == (
        OrderAcknowledged(DAY, ResponseCode.ACCEPTED, (LineAnswer("1", LineCode.ACCEPTED, dec(10), dec(0)),)),
        OrderConfirmed("accepted without change"),
    )


def test_a_line_that_is_promised_in_part_changes_the_answer_which_waits_for_the_buyer():
    (fact,) = acknowledge(promised(placed(), _1=(("main", 6),)), ANSWER, False)
    assert isinstance(fact, OrderAcknowledged)
    assert (fact.code, fact.answers) == (
        ResponseCode.CHANGED, (LineAnswer("1", LineCode.CHANGED, dec(10), dec(4)),)
    )  # fmt: skip


def test_a_customer_who_accepts_changes_is_not_waited_for():
    facts = acknowledge(promised(placed(), _1=(("main", 6),)), ANSWER, True)
    assert facts[1] == OrderConfirmed("customer's policy accepts changes")
    assert after(promised(placed()), facts).status is Status.CONFIRMED


def test_a_line_that_is_no_longer_sold_is_rejected_and_the_order_changed():
    order = promised(placed(line(), line("2", product="P2"), products=SOLD_IN_PART), _1=(("main", 10),))
    assert [(each.line, each.code) for each in acknowledged(order).answers] == [
        ("1", LineCode.ACCEPTED),
        ("2", LineCode.REJECTED),
    ]
    assert acknowledged(order).code is ResponseCode.CHANGED


def test_a_service_is_accepted_without_a_promise():
    order = promised(placed(line(product="P3"), products=SOLD_IN_PART))
    assert acknowledged(order).answers == (LineAnswer("1", LineCode.ACCEPTED, dec(10), dec(0)),)


def test_goods_that_the_catalogue_does_not_know_are_all_to_follow():
    order = promised(placed(line(product="?"), products=(), rules=()))
    assert acknowledged(order).answers == (LineAnswer("1", LineCode.CHANGED, dec(10), dec(10)),)


def test_an_order_of_which_nothing_is_delivered_is_rejected_even_where_changes_are_accepted():
    order = promised(placed(line(product="P2"), products=SOLD_IN_PART, rules=()))
    assert acknowledge(order, ANSWER, True) == (OrderRejected(("NO_LONGER_SOLD: Product P2",)),)


def test_a_held_order_is_received_first():
    facts = acknowledge(held(placed()), ANSWER, False)
    assert facts == (ReceiptAcknowledged(DAY),)
    order = after(held(placed()), facts)
    assert (order.response, order.status) == (ResponseCode.RECEIVED, Status.SUBMITTED)


def test_a_held_order_is_received_once():
    order = after(held(placed()), acknowledge(held(placed()), ANSWER, False))
    with pytest.raises(Rejected, match="ORDER_HELD: order=O1, holds=LOOKED_AT"):
        acknowledge(order, ANSWER, False)


def test_an_order_is_answered_once():
    order = after(promised(placed()), acknowledge(promised(placed()), ANSWER, False))
    with pytest.raises(Rejected, match="ORDER_NOT_SUBMITTED: order=O1, status=acknowledged"):
        acknowledge(order, ANSWER, False)


def test_the_buyers_yes_confirms():
    order = after(promised(placed()), acknowledge(promised(placed()), ANSWER, False))
    assert agree_to_changes(order, AgreeToChanges(order="O1", day=DAY)) == (OrderConfirmed("buyer agreed"),)


def test_without_an_answer_there_is_nothing_to_agree_to():
    with pytest.raises(Rejected, match="NOTHING_TO_AGREE: order=O1, status=submitted"):
        agree_to_changes(placed(), AgreeToChanges(order="O1", day=DAY))


@pytest.mark.parametrize(
    ("codes", "whole"),
    [("5", "AP"), ("55", "AP"), ("7", "RE"), ("77", "RE"), ("57", "CA"), ("3", "CA"), ("37", "CA"), ("35", "CA")],
)
def test_the_whole_answer_follows_from_its_lines(codes: str, whole: str):
    answers = tuple(LineAnswer(str(index), LineCode(code), dec(1), dec(0)) for index, code in enumerate(codes))
    assert response_code(answers) == whole


def proposal(order: Order) -> Amendment:
    assert order.proposal is not None
    return order.proposal


def test_an_offer_is_an_answer_with_changes_whatever_its_lines():
    order = offered(promised(placed(), _1=(("main", 10),)), details=OrderDetails(note="Monday"))
    (fact,) = offer(order, ANSWER, proposal(order), frozenset())
    assert (fact.code, [each.code for each in fact.answers]) == (ResponseCode.CHANGED, [LineCode.ACCEPTED])


def test_an_offer_gets_past_the_holds_that_it_settles_only():
    order = offered(held(placed()), change("1", 5))
    assert offer(order, ANSWER, proposal(order), frozenset({HoldKind.FRAUD}))
    with pytest.raises(Rejected, match="ORDER_HELD: order=O1, holds=LOOKED_AT"):
        offer(order, ANSWER, proposal(order), frozenset({HoldKind.PRICE}))


def test_an_order_that_was_answered_gets_no_offer_as_its_answer():
    order = offered(agreed(placed()), change("1", 5))
    with pytest.raises(Rejected, match="ORDER_NOT_SUBMITTED: order=O1, status=confirmed"):
        offer(order, ANSWER, proposal(order), frozenset())


NO = RejectOrder(order="O1", day=DAY, reason="out of stock")


@pytest.mark.parametrize("answered", [False, True], ids=["submitted", "acknowledged"])
def test_the_sellers_no_before_the_agreement_rejects(answered: bool):
    order = promised(placed())
    order = after(order, acknowledge(order, ANSWER, False)) if answered else order
    assert reject_order(order, NO) == (OrderRejected(("out of stock",)),)


def test_the_sellers_no_after_the_agreement_cancels_and_drops_what_was_proposed():
    order = proposed(agreed(placed()), change("1", 5))
    assert reject_order(order, NO) == (
        AmendmentWithdrawn(1, "ORDER_OVER"),
        OrderCancelled("out of stock", order.open_value, Side.SELLER),
    )


def test_there_is_no_sellers_no_once_goods_left_or_all_is_over():
    with pytest.raises(Rejected, match="ALREADY_SHIPPED: order=O1"):
        reject_order(shipped(agreed(placed()), _1=1), NO)
    with pytest.raises(Rejected, match="ORDER_OVER: order=O1, status=rejected"):
        reject_order(evolve(placed(), OrderRejected(("no",))), NO)
