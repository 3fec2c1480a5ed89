"""Amendments through the store: value, goods and exposure follow what was agreed."""

from typing import Any

import pytest
from attrs import evolve

from otcore.customers.commands import BlockCustomer
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.amendment import AmendmentStatus, Side
from otcore.orders.amendments.difference import AskRevisions, Difference
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from tests.orders.examples import dec, eur, left, line, product
from tests.workflows.amendments import (
    BUYER,
    SELLER,
    accepts,
    change,
    offers,
    proposes,
    refuses,
    rejects,
    withdraws,
)
from tests.workflows.books import books, replayed
from tests.workflows.desk import HOUSE, Desk, desk


def confirmed(*lines, stocked: int = 10, limit: str | None = None, **more) -> Desk:
    ready = desk(stocked=stocked, limit=limit, **more)
    ready.places(*lines)
    ready.acknowledges()
    return ready


def amends(ready: Desk, *changes, **more):
    """The buyer proposes, the seller accepts."""
    proposes(ready, *changes, **more)
    return accepts(ready)


def line_of(order: Order, id: str = "1") -> OrderLine:
    found = order.line(id)
    assert found is not None
    return found


def ledger(ready: Desk, line: str = "1") -> Any:
    """As a test compares it: its quantities with whole numbers."""
    return line_of(ready.order(), line).ledger


# what is accepted counts


def test_more_of_a_line_is_promised_and_counts_in_the_exposure():
    ready = confirmed(line(quantity=1))
    order = amends(ready, change(quantity=2))
    assert (order.revision, order.value, order.open_value) == (1, eur("24.00"), eur("24.00"))
    assert (ledger(ready).ordered, ledger(ready).allocated) == (2, 2)
    assert (ready.exposure(), ready.shelf()) == (("24.00", "0.00", "0.00"), (10, 2))


@pytest.mark.parametrize("by", [BUYER, SELLER])
def test_an_order_of_a_blocked_customer_gets_no_greater(by: Side):
    ready = confirmed(line(quantity=2))
    ready.handle(BlockCustomer("C1", "late"))
    with pytest.raises(Rejected, match="CUSTOMER_BLOCKED: late") as refused:
        proposes(ready, change(quantity=3), by=by)
    assert refused.value.code == "AMENDMENT_REFUSED"


def test_a_proposal_to_order_more_falls_with_the_block_that_comes_before_its_answer():
    ready = confirmed(line(quantity=2))
    proposes(ready, change(quantity=3))
    ready.handle(BlockCustomer("C1", "late"))
    with pytest.raises(Rejected, match="CUSTOMER_BLOCKED"):
        accepts(ready)
    assert (ready.order().value, ready.exposure()) == (eur("24.00"), ("24.00", "0.00", "0.00"))


def test_an_order_of_a_blocked_customer_may_get_smaller():
    ready = confirmed(line(quantity=2))
    ready.handle(BlockCustomer("C1", "late"))
    assert amends(ready, change(quantity=1)).value == eur("12.00")


def test_less_of_a_line_gives_goods_and_exposure_back():
    ready = confirmed(line(quantity=5))
    amends(ready, change(quantity=2))
    assert (ready.exposure(), ready.shelf()) == (("24.00", "0.00", "0.00"), (10, 2))


def test_more_after_a_shipment_is_promised_beside_what_left():
    ready = confirmed(line(quantity=2), stocked=100)
    ready.ships(left("1", 2))
    assert ready.shelf() == (98, 0)
    with pytest.raises(Rejected, match="BELOW_SHIPPED"):
        proposes(ready, change(quantity=1))
    amends(ready, change(quantity=3))
    assert (ready.shelf(), ledger(ready).allocated) == ((98, 1), 1)
    assert ready.exposure() == ("12.00", "24.00", "0.00")


def test_a_line_taken_off_before_it_left_gives_its_goods_back():
    ready = confirmed(line(quantity=1), line("2", 3, "P2"))
    order = amends(ready, change(quantity=0))
    assert (ready.shelf(), ready.shelf("P2")) == ((10, 0), (10, 3))
    assert order.value == eur("9.00")
    assert ledger(ready).ordered == ledger(ready).open == 0


def test_a_line_that_left_is_not_taken_off():
    ready = confirmed(line(quantity=2), line("2", 3, "P2"))
    ready.ships(left("1", 2))
    before = books(ready.store)
    with pytest.raises(Rejected, match="BELOW_SHIPPED: order=O1, line=1, stated=0 C62, floor=2"):
        proposes(ready, change(quantity=0))
    assert books(ready.store) == before


def test_a_line_that_was_added_and_not_delivered_is_taken_off_again():
    ready = confirmed(line(quantity=2))
    amends(ready, added=(line("2", 3, "P2"),))
    assert ready.shelf("P2") == (10, 3)
    amends(ready, change("2", 0))
    assert (ready.shelf("P2"), ready.exposure()) == ((10, 0), ("24.00", "0.00", "0.00"))
    assert ready.order().revision == 2


def test_price_and_quantity_of_several_lines_change_in_one_revision():
    ready = desk(stocked=10)
    ready.places(line(quantity=5, product="P1"), line("2", 1, "P2"))
    ready.acknowledges()
    order = amends(ready, change("1", 4, "9.00"), change("2", 2, "5.00"))
    assert (order.revision, order.value) == (1, eur("55.20"))
    (revision,) = ready.otc.ask(AskRevisions("O1"))
    assert revision.changed == (
        Difference("1", "quantity", "5 C62", "4 C62"),
        Difference("1", "price", "10.00 EUR", "9.00 EUR"),
        Difference("2", "quantity", "1 C62", "2 C62"),
        Difference("2", "price", "2.50 EUR", "5.00 EUR"),
    )
    assert (revision.by, revision.before, revision.after) == (BUYER, eur("63.00"), eur("55.20"))


def test_shipments_after_an_amendment_take_exactly_what_was_open():
    ready = confirmed(line(quantity=7), line("2", 3, "P2"), stocked=20)
    ready.ships(left("1", 3))
    amends(
        ready,
        change(
            "1",
            8,
        ),
        change("2", 5, "3.33"),
    )
    ready.ships(left("1", 5), left("2", 1), shipment="S2")
    ready.ships(left("2", 4), shipment="S3")
    assert ready.order().open_value == eur("0.00")
    assert ready.exposure()[0] == "0.00"


def test_an_order_of_which_the_rest_is_taken_off_is_closed():
    ready = confirmed(line(quantity=5))
    ready.ships(left("1", 3))
    ready.bills()
    order = amends(ready, change(quantity=3))
    assert (order.status, order.open_value, ready.exposure()[0]) == (Status.CLOSED, eur("0.00"), "0.00")
    assert ready.shelf() == (7, 0)


# what is not accepted changes nothing


@pytest.mark.parametrize("answer", [rejects, withdraws])
def test_a_proposal_that_comes_to_nothing_leaves_the_original_standing(answer):
    ready = confirmed(line(quantity=5))
    before, exposure, shelf = ready.order(), ready.exposure(), ready.shelf()
    proposes(ready, change(quantity=9))
    assert (ready.exposure(), ready.shelf()) == (exposure, shelf)
    answer(ready)
    after = ready.order()
    assert after.proposal is None
    assert (after.lines, after.value, after.open_value, after.status) == (
        before.lines,
        before.value,
        before.open_value,
        before.status,
    )
    assert (ready.exposure(), ready.shelf()) == (exposure, shelf)


def test_goods_that_left_between_proposal_and_answer_are_not_undercut():
    ready = confirmed(line(quantity=5))
    proposes(ready, change(quantity=2))
    ready.ships(left("1", 3))
    before = books(ready.store)
    with pytest.raises(Rejected, match="BELOW_SHIPPED"):
        accepts(ready)
    assert books(ready.store) == before
    assert line_of(rejects(ready)).ledger.open == 2


def test_a_side_does_not_answer_its_own_proposal():
    ready = confirmed(line(quantity=5))
    proposes(ready, change(quantity=2))
    with pytest.raises(Rejected, match="NOT_YOUR_AMENDMENT"):
        accepts(ready, by=BUYER)
    with pytest.raises(Rejected, match="NOT_YOUR_AMENDMENT"):
        withdraws(ready, by=SELLER)


def test_one_proposal_of_a_side_waits_at_a_time():
    ready = confirmed(line(quantity=5))
    proposes(ready, change(quantity=2))
    with pytest.raises(Rejected, match="AMENDMENT_PENDING"):
        proposes(ready, change(quantity=3))


def test_a_change_to_goods_that_no_order_may_have_is_refused():
    ready = confirmed(line(quantity=5))
    ready.lists(product("P9", sold=False))
    before = books(ready.store)
    with pytest.raises(Rejected, match=r"AMENDMENT_REFUSED.*NO_LONGER_SOLD"):
        proposes(ready, change(product="P9"))
    assert books(ready.store) == before


# the rules and the credit look again


def test_a_rise_over_the_limit_is_accepted_and_held_and_the_rise_does_not_count_yet():
    ready = confirmed(line(quantity=5), limit="100.00", stocked=20)
    order = amends(ready, change(quantity=10))
    assert [hold.kind for hold in order.holds] == [HoldKind.CREDIT]
    assert (order.open_value, ready.exposure()[0], ready.shelf()) == (eur("120.00"), "60.00", (20, 5))
    with pytest.raises(Rejected, match="ORDER_HELD"):
        ready.ships(left("1", 5))
    ready.releases(HoldKind.CREDIT)
    assert (ready.exposure()[0], ready.shelf()) == ("120.00", (20, 10))


def test_a_hold_that_frees_goods_frees_those_of_an_amended_order_too():
    house = evolve(HOUSE, free_on_hold=frozenset({HoldKind.CREDIT}))
    ready = confirmed(line(quantity=5), limit="100.00", stocked=20, house=house)
    order = amends(ready, change(quantity=10))
    assert (order.held, ready.shelf(), ready.exposure()[0]) == (True, (20, 0), "60.00")
    assert amends(ready, change(quantity=11)).held
    ready.releases(HoldKind.CREDIT)
    assert (ready.exposure()[0], ready.shelf()) == ("132.00", (20, 11))


def test_a_price_below_the_list_holds_an_order_that_was_free():
    ready = confirmed(line(quantity=5))
    order = amends(ready, change(price="9.00"))
    assert [(hold.kind, hold.code) for hold in order.holds] == [(HoldKind.PRICE, "PRICE_BELOW_LIST")]
    assert ready.exposure()[0] == "54.00"


def test_what_was_released_is_not_held_again_by_a_change_of_another_line():
    ready = desk(stocked=10)
    ready.places(line(quantity=5, price=product(price="9.00").price), line("2", 1, "P2"))
    ready.releases(HoldKind.PRICE)
    ready.acknowledges()
    assert amends(ready, change("2", 2)).holds == ()


def test_goods_that_nobody_knew_are_completed_and_the_order_goes_on():
    ready = desk(stocked=10)
    ready.places(line(quantity=5, product="?"), line("2", 1, "P2"))
    assert [hold.code for hold in ready.order().holds] == ["PRODUCT_UNKNOWN"]
    order = proposes(ready, change(product="P1"))
    assert (order.holds, order.promised, order.value) == ((), True, eur("63.00"))
    assert (ledger(ready).allocated, ready.exposure()[0], ready.shelf()) == (5, "63.00", (10, 5))
    assert ready.acknowledges().response is ResponseCode.ACCEPTED


@pytest.mark.parametrize(("more", "code"), [({}, "5"), ({"quantity": 4}, "3"), ({"price": "9.00"}, "3")])
def test_naming_goods_that_the_buyer_described_is_no_change_of_the_line(more, code):
    ready = desk(stocked=10)
    ready.places(line(quantity=5, product="", name="Gloves", price=product().price))
    order = offers(ready, change(product="P1", **more))
    assert (order.response, [each.code.value for each in order.answers]) == (ResponseCode.CHANGED, [code])
    assert order.answers[0].substitute == "P1"


def test_an_order_that_waits_for_a_person_goes_on_waiting_when_it_is_completed():
    ready = desk(stocked=10)
    ready.places(line(quantity=5, product="?"), line("2", 1, "P2", price=product(price="1.00").price))
    order = proposes(ready, change(product="P1"))
    assert [hold.kind for hold in order.holds] == [HoldKind.PRICE]
    assert not order.promised


# the conversation


def test_a_buyers_change_before_the_answer_counts_at_once():
    ready = desk(stocked=10)
    ready.places(line(quantity=5))
    order = proposes(ready, change(quantity=2))
    assert (order.status, order.revision, order.value) == (Status.SUBMITTED, 1, eur("24.00"))
    assert (ready.exposure()[0], ready.shelf()) == ("24.00", (10, 2))
    assert ready.acknowledges().response is ResponseCode.ACCEPTED


def test_the_sellers_offer_waits_for_the_buyers_yes():
    ready = desk(stocked=10)
    ready.places(line(quantity=5), line("2", 1, "P2"))
    order = offers(ready, change(quantity=3, price="9.00"))
    assert (order.status, order.response, order.value) == (Status.ACKNOWLEDGED, ResponseCode.CHANGED, eur("63.00"))
    assert [(each.line, each.code.value, int(each.quantity)) for each in order.answers] == [
        ("1", "3", 3),
        ("2", "5", 1),
    ]
    order = ready.agrees()
    assert (order.status, order.value, order.revision) == (Status.CONFIRMED, eur("35.40"), 1)


def test_a_customer_who_accepts_changes_has_agreed_to_the_offer():
    ready = Desk()
    ready.onboards(accepts_changes=True)
    ready.lists(product())
    ready.receives(10)
    ready.places(line(quantity=5))
    order = offers(ready, change(quantity=3))
    assert (order.status, order.value, ready.shelf()) == (Status.CONFIRMED, eur("36.00"), (10, 3))
    assert proposes(ready, change(quantity=2), by=SELLER).value == eur("24.00")


def test_a_buyers_change_that_comes_to_the_offer_is_the_yes():
    ready = desk(stocked=10)
    ready.places(line(quantity=5), line("2", 1, "P2"))
    offers(ready, change(quantity=3))
    order = proposes(ready, change(quantity=3, price="10.00"), change("2", 1, "2.50"))
    assert (order.status, order.revision, len(order.amendments)) == (Status.CONFIRMED, 1, 1)


def test_another_change_of_the_buyers_takes_the_place_of_the_offer():
    ready = desk(stocked=10)
    ready.places(line(quantity=5))
    offers(ready, change(quantity=3))
    order = proposes(ready, change(quantity=4))
    assert [each.status for each in order.amendments] == [AmendmentStatus.REJECTED, AmendmentStatus.PROPOSED]
    order = accepts(ready)
    assert (order.status, ledger(ready).ordered) == (Status.CONFIRMED, 4)


def test_the_order_stated_again_is_a_no_to_the_offer():
    ready = desk(stocked=10)
    ready.places(line(quantity=5))
    offers(ready, change(quantity=3))
    order = proposes(ready, change(quantity=5))
    assert (order.proposal, order.status, len(order.amendments)) == (None, Status.ACKNOWLEDGED, 1)
    assert line_of(ready.agrees()).ledger.ordered == 5


def test_an_incomplete_order_is_answered_with_what_completes_it():
    ready = desk(stocked=10)
    ready.places(line(quantity=5, product="?"))
    order = offers(ready, change(quantity=3, product="P1"))
    assert (order.status, order.held, order.promised) == (Status.ACKNOWLEDGED, True, False)
    order = ready.agrees()
    assert (order.status, order.held, order.promised) == (Status.CONFIRMED, False, True)
    assert (ready.shelf(), ready.exposure()[0]) == ((10, 3), "36.00")


def test_an_offer_does_not_get_past_a_hold_that_it_does_not_settle():
    ready = desk(stocked=10, limit="1.00")
    ready.places(line(quantity=5))
    before = books(ready.store)
    with pytest.raises(Rejected, match="ORDER_HELD"):
        offers(ready, change(quantity=4))
    assert books(ready.store) == before


def test_a_substitute_takes_the_place_of_goods_and_their_promise():
    ready = confirmed(line(quantity=5))
    proposes(ready, change(product="P2", price="2.50"), by=SELLER)
    order = ready.agrees()
    assert (line_of(order).agreed.product, order.value) == ("P2", eur("15.00"))
    assert (ready.shelf(), ready.shelf("P2")) == ((10, 0), (10, 5))


def test_a_line_that_is_no_longer_sold_is_replaced():
    ready = desk(stocked=10)
    ready.lists(product("P9", sold=False))
    ready.places(line(quantity=5, product="P9"), line("2", 1, "P2"))
    offers(ready, change(product="P1"))
    order = ready.agrees()
    assert (ledger(ready).open, ledger(ready).cancelled, order.value) == (5, 0, eur("63.00"))
    assert ready.shelf() == (10, 5)


# the seller's no


def test_a_rejected_order_gives_everything_back():
    ready = desk(stocked=10)
    ready.places(line(quantity=5))
    order = refuses(ready)
    assert (order.status, order.response, order.reasons) == (Status.REJECTED, ResponseCode.REJECTED, ("cannot",))
    assert (ready.exposure()[0], ready.shelf()) == ("0.00", (10, 0))


def test_after_both_agreed_the_sellers_no_cancels_the_order():
    ready = confirmed(line(quantity=5))
    proposes(ready, change(quantity=4))
    order = refuses(ready)
    assert (order.status, order.response, order.proposal) == (Status.CANCELLED, ResponseCode.REJECTED, None)
    assert (ready.exposure()[0], ready.shelf()) == ("0.00", (10, 0))


def test_what_has_begun_to_leave_is_not_rejected():
    ready = confirmed(line(quantity=5))
    ready.ships(left("1", 1))
    with pytest.raises(Rejected, match="ALREADY_SHIPPED"):
        refuses(ready)


def test_a_held_order_is_rejected_without_moving_anything():
    ready = desk(stocked=10, limit="1.00")
    ready.places(line(quantity=5))
    assert refuses(ready).status is Status.REJECTED
    assert (ready.exposure()[0], ready.shelf()) == ("0.00", (10, 0))


def test_what_happened_replays_to_what_is():
    ready = confirmed(line(quantity=5), line("2", 1, "P2"))
    amends(ready, change(quantity=7), added=(line("3", 2, "P2"),))
    ready.ships(left("1", 2))
    amends(ready, change("3", 0))
    states = {place: state for place, (_, state) in books(ready.store)["states"].items()}
    assert replayed(ready.store) == states
    assert dec(ready.exposure()[0]) == ready.order().open_value.amount
