"""What the buyer is told: of the order, of its changes, and of its end."""

import pytest
from attrs import evolve as changed

from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode, response_code, response_faults
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments import amending
from otcore.orders.amendments.commands import RejectAmendment, WithdrawAmendment
from otcore.orders.answers import answers
from otcore.orders.events import OrderAcknowledged, OrderCancelled
from otcore.orders.evolution import evolve
from otcore.orders.lifecycle import Status
from otcore.orders.responding import Response, response_to_amendment, response_to_order
from otcore.values.faults import Rejected
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from tests.orders.amendments import BUYER, PRODUCTS, SELLER, agreed, amended, change, given_up, proposed, shipped
from tests.orders.examples import DAY, after, dec, eur, line, placed, promised

NOTHING = dec(0)


def order(*lines):
    return agreed(placed(*(lines or (line(), line("2", 4, "P2"))), products=PRODUCTS, rules=()))


def offer(of, *changes, **more):
    of = proposed(of, *changes, by=SELLER, **more)
    return of, answers(of, of.proposal)


# lines


def test_an_offer_of_less_says_what_of_it_comes_later():
    of = promised(order(), _1=(("main", 3),), _2=(("main", 4),))
    _, told = offer(of, change("1", 5, note="short of it"))
    assert told == (
        LineAnswer("1", LineCode.CHANGED, dec(5), dec(2), note="short of it"),
        LineAnswer("2", LineCode.ACCEPTED, dec(4), NOTHING),
    )


def test_an_offer_of_another_price_and_day():
    day = DAY.replace(day=9)
    _, (told, _) = offer(promised(order(), _1=(("main", 10),)), change("1", price="9.00", promised=day))
    assert told == LineAnswer("1", LineCode.CHANGED, dec(10), NOTHING, UnitPrice("9.00", "EUR"), day)


def test_of_a_substitute_nothing_is_said_to_come_later():
    _, (told, _) = offer(order(), change("1", 6, product="P3"))
    assert told == LineAnswer("1", LineCode.CHANGED, dec(6), NOTHING, substitute="P3")


def test_a_line_that_is_taken_off_is_rejected_and_one_that_is_added_is_new():
    _, told = offer(order(), change("1", 0, note="gone"), added=(line("3", 2, "P3", price=UnitPrice("4", "EUR")),))
    assert told[0] == LineAnswer("1", LineCode.REJECTED, NOTHING, NOTHING, note="gone")
    assert told[2] == LineAnswer(
        "3", LineCode.ADDED, dec(2), NOTHING, UnitPrice("4", "EUR"), substitute="P3", unit="C62"
    )


def test_a_line_in_another_unit_says_so():
    of = order(line(product="P1", unit="XBX"), line("2", 4, "P2"))
    _, (told, _) = offer(of, LineChange(line="1", quantity=Quantity(20, "C62")))
    assert (told.quantity, told.unit) == (dec(20), "C62")


def test_what_left_whole_is_delivered_and_what_left_in_part_tells_the_rest():
    of = promised(shipped(order(), _1=10, _2=1), _2=(("main", 3),))
    _, told = offer(of, change("2", 3))
    assert told == (
        LineAnswer("1", LineCode.DELIVERED, dec(10), NOTHING),
        LineAnswer("2", LineCode.CHANGED, dec(2), NOTHING),
    )
    assert response_code((told[0],)) is ResponseCode.ACCEPTED


def test_what_was_given_up_is_not_told_as_to_come():
    of = promised(given_up(order(), _1=4), _1=(("main", 6),))
    _, (told, _) = offer(of, change("1", 9))
    assert (told.quantity, told.backordered) == (dec(5), NOTHING)


def test_an_unsold_line_that_is_replaced_comes_whole():
    _, (told, _) = offer(order(line(product="P9"), line("2", 4, "P2")), change("1", product="P1"))
    assert (told.quantity, told.substitute) == (dec(10), "P1")


def test_a_line_that_was_taken_off_is_not_told_again():
    assert [each.line for each in answers(amended(order(), change("1", 0)))] == ["2"]


# the whole


@pytest.mark.parametrize(
    ("code", "lines", "faults"),
    [
        ("CA", 0, ["PEPPOL-T76-R007"]),
        ("CA", 1, []),
        ("AP", 1, ["PEPPOL-T76-R008"]),
        ("RE", 1, ["PEPPOL-T76-R009"]),
        ("AB", 2, ["PEPPOL-T76-R010"]),
        ("AB", 0, []),
        ("AP", 0, []),
        ("RE", 0, []),
    ],
)
def test_lines_stand_in_an_answer_with_changes_only(code, lines, faults):
    assert [fault.code for fault in response_faults(ResponseCode(code), lines)] == faults


def test_an_order_that_nobody_answered_has_no_response():
    with pytest.raises(Rejected, match="ORDER_NOT_ANSWERED"):
        response_to_order(placed())


def test_the_last_answer_states_lines_only_with_changes():
    told = (LineAnswer("1", LineCode.CHANGED, dec(10), dec(10)),)
    of = evolve(placed(), OrderAcknowledged(DAY, ResponseCode.CHANGED, told))
    assert response_to_order(of) == Response(ResponseCode.CHANGED, told)
    assert response_to_order(order()) == Response(ResponseCode.ACCEPTED)


@pytest.mark.parametrize(("by", "code"), [(Side.BUYER, ResponseCode.ACCEPTED), (Side.SELLER, ResponseCode.REJECTED)])
def test_the_end_of_an_order_is_answered_by_who_gave_it_up(by, code):
    of = evolve(order(), OrderCancelled("no more", eur("1.00"), by))
    assert response_to_order(of) == Response(code, note="no more")


def test_a_cancellation_before_any_answer_is_accepted():
    of = evolve(placed(), OrderCancelled("", eur("1.00")))
    assert (of.status, response_to_order(of)) == (Status.CANCELLED, Response(ResponseCode.ACCEPTED))


# changes


def test_a_change_that_waits_is_received():
    of = proposed(order(), change("1", 5), reference="C-1")
    assert response_to_amendment(of, 1) == Response(ResponseCode.RECEIVED, change="C-1")


def test_a_change_is_accepted_or_rejected_with_its_reason():
    accepted = amended(order(), change("1", 5), reference="C-1")
    assert response_to_amendment(accepted, 1) == Response(ResponseCode.ACCEPTED, change="C-1")
    of = proposed(accepted, change("1", 6), reference="C-2")
    of = after(of, amending.reject(of, RejectAmendment(order="O1", day=DAY, by=SELLER, reason="packed")))
    assert response_to_amendment(of, 2) == Response(ResponseCode.REJECTED, note="packed", change="C-2")


def test_the_sellers_offer_is_an_answer_with_changes():
    of, told = offer(order(), change("1", 5), reason="short")
    assert response_to_amendment(of, 1) == Response(ResponseCode.CHANGED, told, "short")


def test_an_offer_in_place_of_what_the_buyer_asked_for_answers_it():
    of = proposed(proposed(order(), change("1", 5), reference="C-1"), change("1", 6), by=SELLER)
    assert response_to_amendment(of, 2).change == "C-1"
    assert response_to_amendment(of, 1).code is ResponseCode.REJECTED


def test_an_offer_after_one_of_the_sellers_own_answers_nothing():
    of = proposed(order(), change("1", 5), by=SELLER)
    of = after(of, amending.withdraw(of, WithdrawAmendment(order="O1", day=DAY, by=SELLER)))
    assert response_to_amendment(proposed(of, change("1", 6), by=SELLER), 2).change == ""


@pytest.mark.parametrize("number", [0, 2])
def test_a_change_that_there_is_not_is_not_answered(number):
    with pytest.raises(Rejected, match="NO_AMENDMENT"):
        response_to_amendment(proposed(order(), change("1", 5)), number)


@pytest.mark.parametrize("by", [BUYER, SELLER])
def test_what_was_taken_back_is_not_answered(by):
    of = proposed(order(), change("1", 5), by=by)
    of = after(of, amending.withdraw(of, WithdrawAmendment(order="O1", day=DAY, by=by)))
    with pytest.raises(Rejected, match="NO_AMENDMENT: order=O1, amendment=1, status=withdrawn"):
        response_to_amendment(of, 1)


def test_drop_shipped_lines_wait_for_no_shelf():
    of = order()
    lines = tuple(changed(each, agreed=changed(each.agreed, drop_shipped=True)) for each in of.lines)
    of = changed(of, lines=lines)
    _, told = offer(of, change("1", 5))
    assert [(each.code, each.backordered) for each in told] == [
        (LineCode.CHANGED, NOTHING),
        (LineCode.ACCEPTED, NOTHING),
    ]
