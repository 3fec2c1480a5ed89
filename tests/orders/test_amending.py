"""What may be proposed of an order, who answers it, and what it is with the amendment in it."""

from datetime import date, timedelta

import pytest
from attrs import evolve as changed
from hypothesis import assume, given
from hypothesis import strategies as st

from otcore.orders.amendment import AmendmentStatus, LineChange
from otcore.orders.amendments import amending
from otcore.orders.amendments.commands import AcceptAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.details import Delivery, OrderDetails, Unread
from otcore.orders.events import (
    AmendmentAccepted,
    AmendmentRejected,
    AmendmentWithdrawn,
    HoldPlaced,
    HoldReleased,
    OrderCancelled,
    OrderConfirmed,
    StockAllocated,
)
from otcore.orders.evolution import evolve
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.valuing import still_open
from otcore.orders.verdict import Finding, Verdict
from otcore.stock.reserving import Allocation
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Invalid, Rejected
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from tests.orders.amendments import (
    BUYER,
    PRODUCTS,
    SELLER,
    agreed,
    amended,
    asked,
    billed,
    change,
    given_up,
    offered,
    proposal,
    proposed,
    shipped,
    with_it,
)
from tests.orders.examples import DAY, after, dec, eur, line, placed, product

FREIGHT = Adjustment(charge=True, amount=eur("8.00"), reason="Freight", tax=product().tax)
WANTED = Period(DAY, DAY + timedelta(days=3))


def order(*lines, **more):
    """Ten of the first product at 10.00 and four of the second at 2.50, both sides of one mind."""
    return agreed(placed(*(lines or (line(), line("2", 4, "P2"))), products=PRODUCTS, **more))


def refused(code, of, *changes, **more):
    with pytest.raises(Rejected) as caught:
        amending.propose(of, asked(*changes, **more))
    assert caught.value.code == code
    return caught.value.facts


# what counts as a change


def test_only_what_is_new_is_proposed():
    said = proposal(proposed(order(), change("1", 10, "10.000"), change("2", 5, "2.50", product="P2")))
    assert said.changes == (change("2", 5),)
    assert (said.number, said.status, said.by) == (1, AmendmentStatus.PROPOSED, BUYER)


@pytest.mark.parametrize(
    "changes",
    [(), (change("1", 10),), (change(price="10"),), (change(product="P1"),), (change(note="as before"),)],
    ids=["none", "quantity", "price", "product", "note"],
)
def test_what_stands_already_is_no_change(changes):
    refused("NO_CHANGES", order(), *changes)


def test_a_price_for_ten_is_the_price_for_one():
    refused("NO_CHANGES", order(), LineChange(line="1", price=UnitPrice("100", "EUR", 10)))


def test_details_are_a_change_but_for_the_reference_and_what_nobody_reads():
    of = order(details=OrderDetails(reference="PO-1"))
    unread = (Unread("/Order/cbc:ID", "x"),)
    refused("NO_CHANGES", of, details=OrderDetails(reference="PO-9", unread=unread))
    said = proposal(proposed(of, details=OrderDetails(reference="PO-9", note="Ring", unread=unread)))
    assert said.details == OrderDetails(reference="PO-1", note="Ring", unread=unread)


# what stands against it


def test_lines_that_are_not_there_are_not_changed():
    assert refused("LINE_UNKNOWN", order(), change("7", 1)) == {"order": "O1", "line": "7"}


def test_a_line_is_changed_once_at_a_time():
    refused("LINE_TWICE", order(), change("1", 1), change("1", 2))


def test_a_line_that_is_there_is_not_added():
    refused("LINE_EXISTS", order(), added=(line("2", 1),))


def test_the_currency_stays():
    refused("CURRENCY_MISMATCH", order(), LineChange(line="1", price=UnitPrice("9", "USD")))


def test_the_unit_stays():
    assert refused("UNIT_DIFFERS", order(), LineChange(line="1", quantity=Quantity(3, "KGM")))["ordered"] == "C62"


def test_a_quantity_is_not_negative():
    refused("QUANTITY_NEGATIVE", order(), change("1", -1))


def test_what_left_is_not_undercut():
    of = shipped(order(), _1=3)
    assert refused("BELOW_SHIPPED", of, change("1", 2))["floor"] == "3"
    assert proposal(proposed(of, change("1", 3))).changes == (change("1", 3),)


def test_what_was_billed_is_not_undercut():
    assert refused("BELOW_INVOICED", billed(shipped(order(), _1=3), _1=2), change("1", 1))["floor"] == "2"


def test_what_was_given_up_still_counts_as_ordered():
    of = given_up(shipped(order(), _1=5), _1=3)
    assert refused("BELOW_CANCELLED", of, change("1", 6))["floor"] == "8"
    assert amended(of, change("1", 8)).lines[0].ledger.open == 0


def test_taking_a_line_off_leaves_what_was_given_up():
    after_it = amended(given_up(order(), _1=3), change("1", 0)).lines[0].ledger
    assert (after_it.ordered, after_it.open) == (dec(3), dec(0))


def test_more_than_was_ordered_may_have_left_and_more_may_be_asked_for():
    of = shipped(order(), _1=12)
    assert amended(of, change("1", 11)).lines[0].ledger.open == 0
    assert amended(of, change("1", 13)).lines[0].ledger.open == 1


@pytest.mark.parametrize("what", [{"price": "9.00"}, {"product": "P2"}], ids=["price", "product"])
def test_a_price_and_a_product_stay_once_goods_left(what):
    refused("PRICE_FIXED", shipped(order(), _1=1), change(**what))
    assert proposal(proposed(shipped(order(), _2=1), change(**what))).number == 1


def test_a_fixed_charge_that_is_billed_in_part_fixes_its_weights():
    of = order(adjustments=(FREIGHT,))
    assert proposal(proposed(of, change("2", 5))).number == 1
    part = billed(shipped(of, _1=5), _1=5)
    refused("ADJUSTMENT_BILLED", part, change("2", 5))
    refused("ADJUSTMENT_BILLED", part, added=(line("3", 1),))
    assert proposal(proposed(part, change("2", requested=WANTED))).number == 1


def test_a_lines_own_fixed_charge_fixes_that_line():
    of = order(line(adjustments=(changed(FREIGHT, tax=None),)), line("2", 4, "P2"))
    part = billed(shipped(of, _1=5), _1=5)
    refused("ADJUSTMENT_BILLED", part, change("1", 11))
    assert proposal(proposed(part, change("2", 5))).number == 1


def test_a_percentage_fixes_nothing():
    discount = Adjustment(charge=False, percent=dec(10), reason="Loyal", tax=product().tax)
    part = billed(shipped(order(adjustments=(discount,)), _1=5), _1=5)
    assert proposal(proposed(part, change("1", 11))).number == 1


def test_an_order_of_which_nothing_is_left_is_not_amended():
    refused("NOTHING_LEFT", order(), change("1", 0), change("2", 0))
    assert proposal(proposed(order(), change("1", 0), change("2", 0), added=(line("3", 1),))).number == 1


def test_what_left_is_something():
    assert proposal(proposed(shipped(order(), _1=3), change("1", 3), change("2", 0))).number == 1


def test_a_line_that_is_not_sold_is_nothing_until_it_is_replaced():
    of = order(line(product="P9"), line("2", 4, "P2"))
    refused("NOTHING_LEFT", of, change("2", 0))
    assert proposal(proposed(of, change("1", product="P1"), change("2", 0))).number == 1


def test_a_draft_and_an_order_that_is_over_are_not_amended():
    over = evolve(order(), OrderCancelled("no more", eur("1.00")))
    refused("ORDER_OVER", over, change("1", 5))
    with pytest.raises(Rejected, match="ORDER_OVER"):
        amending.reject(over, RejectAmendment(order="O1", day=DAY, by=SELLER))


def test_added_lines_are_lines_that_an_order_may_have():
    of = proposed(order(), added=(line("3", 0),))
    with pytest.raises(Invalid, match="QUANTITY_NOT_POSITIVE"):
        with_it(of)


# who answers


def test_one_proposal_of_a_side_waits_at_a_time():
    assert refused("AMENDMENT_PENDING", proposed(order(), change("1", 5)), change("1", 6))["amendment"] == "1"


def test_the_other_sides_proposal_takes_its_place():
    of = proposed(proposed(order(), change("1", 5)), change("1", 6), by=SELLER)
    first, second = of.amendments
    assert (first.status, first.answer) == (AmendmentStatus.REJECTED, amending.COUNTERED)
    assert (second.number, second.by, second.status) == (2, SELLER, AmendmentStatus.PROPOSED)


def test_stating_again_what_stands_is_a_no():
    of = proposed(order(), change("1", 5), by=SELLER)
    assert amending.propose(of, asked(change("1", 10))) == (AmendmentRejected(1, amending.COUNTERED),)


def test_a_side_does_not_accept_or_reject_its_own():
    of = proposed(order(), change("1", 5))
    for command in (AcceptAmendment(order="O1", day=DAY, by=BUYER), RejectAmendment(order="O1", day=DAY, by=BUYER)):
        with pytest.raises(Rejected, match="NOT_YOUR_AMENDMENT: order=O1, amendment=1, by=buyer"):
            amending.proposal_of(of, command)


def test_only_the_side_that_proposed_withdraws():
    of = proposed(order(), change("1", 5))
    with pytest.raises(Rejected, match="NOT_YOUR_AMENDMENT"):
        amending.withdraw(of, WithdrawAmendment(order="O1", day=DAY, by=SELLER))
    facts = amending.withdraw(of, WithdrawAmendment(order="O1", day=DAY, by=BUYER, reason="no need"))
    assert facts == (AmendmentWithdrawn(1, "no need"),)


@pytest.mark.parametrize(("amendment", "waits"), [(None, False), (2, True)], ids=["none", "another"])
def test_what_does_not_wait_is_not_answered(amendment, waits):
    of = proposed(order(), change("1", 5)) if waits else order()
    with pytest.raises(Rejected, match="NO_AMENDMENT"):
        amending.proposal_of(of, AcceptAmendment(order="O1", day=DAY, by=SELLER, amendment=amendment))


def test_a_rejected_proposal_leaves_all_but_itself_as_it_was():
    before = order()
    of = proposed(before, change("1", 5), added=(line("3", 1),), details=OrderDetails(note="x"))
    after_it = after(of, amending.reject(of, RejectAmendment(order="O1", day=DAY, by=SELLER, reason="no")))
    assert changed(after_it, amendments=()) == before
    assert after_it.amendments[0].answer == "no"


@pytest.mark.parametrize(
    ("submitted", "by", "policy", "expected"),
    [
        (True, BUYER, False, True),
        (True, SELLER, True, False),
        (False, BUYER, True, False),
        (False, SELLER, False, False),
        (False, SELLER, True, True),
    ],
)
def test_who_needs_an_answer(submitted, by, policy, expected):
    of = placed(products=PRODUCTS) if submitted else order()
    assert amending.at_once(of, proposal(proposed(of, change("1", 5), by=by)), policy) is expected


# the order with the amendment in it


def test_an_accepted_amendment_is_a_revision_with_its_value():
    of = amended(order(), change("1", 5, "9.00"), change("2", 6), added=(line("3", 2, "P3"),))
    assert (of.revision, of.value) == (1, eur("81.60"))
    assert [(each.id, each.ledger.ordered, each.agreed.price.amount) for each in of.lines] == [
        ("1", dec(5), dec("9.00")),
        ("2", dec(6), dec("2.50")),
        ("3", dec(2), dec("4.00")),
    ]
    assert of.open_value == of.value
    assert of.amendments[0].status is AmendmentStatus.ACCEPTED


def test_days_asked_for_and_promised_stand_on_the_line():
    of = amended(order(), change("1", requested=WANTED), change("2", promised=date(2026, 3, 9)))
    assert (of.lines[0].agreed.requested, of.lines[1].promised) == (WANTED, date(2026, 3, 9))
    assert of.lines[0].agreed.price == order().lines[0].agreed.price


LATER = Period(DAY + timedelta(days=7), DAY + timedelta(days=9))


def on(days: Period) -> OrderDetails:
    return OrderDetails(delivery=Delivery(requested=days))


def test_lines_go_with_the_days_of_the_whole_order_but_for_those_that_have_their_own():
    of = order(line(), line("2", 4, "P2", requested=LATER), details=on(WANTED))
    soon = Period(DAY, DAY)
    assert [each.agreed.requested for each in amended(of, details=on(soon)).lines] == [soon, LATER]
    assert [each.agreed.requested for each in amended(order(), details=on(soon)).lines] == [soon, soon]


def test_a_line_for_which_its_days_are_stated_stays_where_the_whole_order_moves():
    of = order(details=on(WANTED))
    moved = amended(of, change("1", requested=WANTED), change("2", 5), details=on(LATER))
    assert [(each.agreed.requested, each.ledger.ordered) for each in moved.lines] == [
        (WANTED, dec(10)),
        (LATER, dec(5)),
    ]


def test_what_left_was_wanted_when_it_was():
    of = shipped(order(details=on(WANTED)), _1=10)
    assert [each.agreed.requested for each in amended(of, details=on(LATER)).lines] == [WANTED, LATER]


def test_other_details_move_no_days():
    of = amended(order(details=on(WANTED)), details=OrderDetails(note="ring twice"))
    assert [each.agreed.requested for each in of.lines] == [WANTED, WANTED]


def test_a_substitute_is_agreed_as_it_is_listed_at_the_price_that_stood():
    (substituted, _) = amended(order(), change("1", product="P2")).lines
    assert (substituted.agreed.product, substituted.agreed.name) == ("P2", "Product P2")
    assert substituted.agreed.price.amount == dec("10.00")


def test_goods_promised_to_a_line_are_not_those_of_its_substitute():
    of = evolve(order(), StockAllocated((("1", (Allocation("main", dec(10)),)),)))
    of = proposed(of, change("1", product="P2"))
    assert with_it(of).lines[0].ledger.allocations == ()


def test_an_unlisted_line_is_completed_by_its_number_price_and_unit():
    of = agreed(placed(line(product="?", unit="XBX"), line("2", 4, "P2"), products=PRODUCTS, rules=()))
    assert of.lines[0].agreed.unlisted
    (completed, _) = amended(of, LineChange(line="1", product="P1", quantity=Quantity(7, "C62"))).lines
    assert (completed.agreed.unlisted, completed.agreed.price.amount) == (False, dec("10.00"))
    assert (completed.ledger.ordered, completed.agreed.unit, completed.agreed.tax) == (dec(7), "C62", product().tax)


def test_an_unlisted_line_is_looked_up_again_with_every_amendment():
    unknown = line(product="P7", price=UnitPrice("5", "EUR"))
    of = agreed(placed(unknown, line("2", 4, "P2"), products=PRODUCTS, rules=()))
    of = proposed(of, change("2", 5))
    found = with_it(of, products=(*PRODUCTS, product("P7"))).lines[0].agreed
    assert (found.unlisted, found.price.amount) == (False, dec(5))
    assert with_it(of).lines[0].agreed.unlisted


def test_naming_what_an_unlisted_line_has_is_a_change():
    of = agreed(placed(line(product="P7"), line("2", 4, "P2"), products=PRODUCTS, rules=()))
    assert proposal(proposed(of, change("1", product="P7"))).changes == (change("1", product="P7"),)


def test_what_is_no_longer_sold_is_given_up_and_counts_nothing():
    of = amended(order(), change("1", product="P9"))
    assert (of.lines[0].ledger.cancelled, of.lines[0].ledger.open, of.value) == (dec(10), dec(0), eur("12.00"))


def test_a_line_that_was_not_sold_is_wanted_again_with_another_product():
    of = amended(order(line(product="P9"), line("2", 4, "P2")), change("1", product="P1"))
    assert (of.lines[0].ledger.cancelled, of.lines[0].ledger.open, of.value) == (dec(0), dec(10), eur("132.00"))


def test_an_added_line_that_is_not_sold_is_given_up_at_once():
    of = amended(order(), added=(line("3", 2, "P9"),))
    assert (of.lines[2].ledger.ordered, of.lines[2].ledger.cancelled, of.value) == (dec(2), dec(2), order().value)


quantities = st.integers(0, 12)


two = st.tuples(quantities, quantities)


@given(left=two, more=two, price=st.sampled_from([None, "3.33"]))
def test_what_is_open_follows_from_the_shares_that_left(left, more, price):
    """Whatever left before and is changed, what leaves afterwards takes exactly what the order then has open."""
    of = shipped(order(line("1", 12), line("2", 13, "P2")), _1=left[0], _2=left[1])
    wanted = [gone + extra for gone, extra in zip(left, more, strict=True)]
    assume(any(wanted) and wanted != [12, 13])
    of = amended(of, *[change(id, wanted[at], None if left[at] else price) for at, id in enumerate("12")])
    assert of.open_value == still_open(of.value, of.lines)
    assert shipped(of, _1=int(of.lines[0].ledger.open), _2=int(of.lines[1].ledger.open)).open_value == eur("0.00")


# what the rules find


def finding(code="PRICE_BELOW_LIST", verdict=Verdict.HOLD, hold=HoldKind.PRICE):
    return Finding(code, "line 1", verdict, hold)


def accepted(of, was, now):
    return amending.accept(of, with_it(of), was, now, DAY, "both agreed")


def test_what_is_found_anew_holds_the_order():
    of = proposed(order(), change("1", 5))
    _, held = accepted(of, (), (finding(),))
    assert held == HoldPlaced(Hold(HoldKind.PRICE, "PRICE_BELOW_LIST", DAY, "line 1"))


def test_what_was_found_before_holds_nothing():
    of = proposed(order(), change("1", 5))
    (fact,) = accepted(of, (finding(),), (finding(),))
    assert isinstance(fact, AmendmentAccepted)


def test_what_no_order_may_have_is_refused():
    of = proposed(order(), change("1", 5))
    said = finding("NO_LONGER_SOLD", Verdict.REJECT)
    with pytest.raises(Rejected, match="AMENDMENT_REFUSED: order=O1, amendment=1, reasons=NO_LONGER_SOLD: line 1"):
        accepted(of, (), (said, finding()))
    assert accepted(of, (said,), (said,))


def held(of, *holds):
    return after(of, tuple(HoldPlaced(hold) for hold in holds))


UNKNOWN = Hold(HoldKind.INCOMPLETE, "PRODUCT_UNKNOWN", DAY, "line 1")


def test_a_hold_goes_with_the_last_finding_of_its_kind():
    of = proposed(held(order(), UNKNOWN), change("1", 5))
    _, released = accepted(of, (), ())
    assert released == HoldReleased(HoldKind.INCOMPLETE, "settled by amendment 1", of.open_value, DAY)
    assert len(accepted(of, (), (finding(hold=HoldKind.INCOMPLETE),))) == 2


@pytest.mark.parametrize(
    "hold",
    [
        Hold(HoldKind.CREDIT, "CREDIT_LIMIT_EXCEEDED", DAY, "too much"),
        Hold(HoldKind.INCOMPLETE, "INCOMPLETE_HOLD", DAY, "ask", by="Ida"),
    ],
    ids=["credit", "by hand"],
)
def test_other_holds_are_not_the_rules_to_lift(hold):
    of = proposed(held(order(), UNKNOWN, hold), change("1", 5))
    kinds = amending.settled_kinds(of, ())
    assert kinds == ({HoldKind.INCOMPLETE} if hold.kind is HoldKind.CREDIT else set())


def test_an_order_that_waits_for_the_buyer_is_confirmed_with_it():
    of = offered(changed(placed(products=PRODUCTS), status=Status.ACKNOWLEDGED), change("1", 5))
    assert accepted(of, (), ())[-1] == OrderConfirmed("both agreed")


def test_it_is_looked_at_again_when_it_is_accepted():
    of = shipped(proposed(order(), change("1", 2)), _1=3)
    with pytest.raises(Rejected, match="BELOW_SHIPPED"):
        accepted(of, (), ())
