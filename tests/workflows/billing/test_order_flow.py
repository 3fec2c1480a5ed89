"""All of an order billed by one invoice, whatever of it left."""

from datetime import date

import pytest
from attrs import evolve as changed

from otcore.customers.billing import BillingMode, BillingPolicy
from otcore.orders.advances import Milestone
from otcore.orders.commands import LineCancellation
from otcore.orders.crediting import CreditLine
from otcore.orders.extent import Extent
from otcore.orders.fulfilment import invoiced
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import SHIPMENT
from otcore.process.timeline import AskTimeline
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from otcore.workflows.ask import Get
from otcore.workflows.order_status import AskOrderStatus
from tests.orders.examples import dec, eur, left, line, pieces
from tests.workflows.billing.billers import agreed, bills_order, bills_period, monthly, ordered, plans, sent
from tests.workflows.desk import HOUSE
from tests.workflows.invoicing import (
    INV,
    assert_books_agree,
    corrects,
    credits,
    open_items,
    quantity,
)
from tests.workflows.sending import back, takes_back

SECOND = "INV-2026-000002"


def test_what_left_and_what_did_not_are_on_one_invoice():
    ready = sent(agreed(), "S1", 4)
    invoice = bills_order(ready)
    assert (invoice.payable, invoice.shipment, invoice.order) == (eur("120.00"), "", "O1")
    assert invoice.document.despatch_reference == ""
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == INV
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    sent(ready, "S2", 6)
    assert ready.otc.ask(Get(SHIPMENT, "S2")).invoice == INV
    assert ready.order().status is Status.CLOSED
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    assert_books_agree(ready)


def test_an_order_is_billed_whole_once():
    ready = agreed()
    bills_order(ready)
    with pytest.raises(Rejected, match="NOTHING_TO_BILL: order=O1"):
        bills_order(ready)


def test_only_what_is_left_is_billed():
    ready = sent(agreed(), "S1", 4)
    ready.bills()
    assert bills_order(ready).payable == eur("72.00")
    assert ready.exposure() == ("0.00", "0.00", "120.00")


def test_goods_that_are_billed_are_not_billed_when_they_leave():
    ready = agreed()
    bills_order(ready)
    sent(ready, "S1", 4)
    with pytest.raises(Rejected, match="ALREADY_INVOICED: shipment=S1"):
        ready.bills()
    with pytest.raises(Rejected, match="ALREADY_INVOICED"):
        takes_back(ready)


def test_more_than_was_billed_is_billed_when_it_left():
    ready = agreed()
    ready.onboards("C9", over_delivery=Percentage(20))
    ordered(ready, order="O9", customer="C9")
    bills_order(ready, "O9")
    sent(ready, "S9", 12, "O9")
    assert ready.order("O9").status is Status.CONFIRMED
    assert bills_order(ready, "O9").payable == eur("24.00")
    assert ready.order("O9").status is Status.CLOSED


@pytest.mark.parametrize("given_up", ["cancels", "closes", "lines"])
def test_what_is_billed_is_not_given_up_before_it_is_credited(given_up):
    ready = agreed()
    bills_order(ready)
    with pytest.raises(Rejected, match="BILLED_AHEAD: order=O1, line=1, billed=10"):
        ready.cancels_lines(LineCancellation(line="1")) if given_up == "lines" else getattr(ready, given_up)()


def test_what_is_credited_to_be_billed_again_may_be_given_up():
    ready = agreed()
    bills_order(ready)
    credits(ready, lines=quantity(4, reinvoice=True))
    assert ready.exposure() == ("48.00", "0.00", "72.00")
    ready.cancels_lines(LineCancellation(line="1", quantity=pieces(4)))
    assert ready.exposure() == ("0.00", "0.00", "72.00")
    sent(ready, "S1", 6)
    assert ready.order().status is Status.CLOSED


def test_shipped_goods_whose_bill_is_taken_back_wait_to_be_billed():
    ready = sent(agreed(), "S1", 4)
    bills_order(ready)
    credits(ready, lines=quantity(10, reinvoice=True))
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == ""
    assert ready.exposure() == ("72.00", "48.00", "0.00")
    assert ready.bills().payable == eur("48.00")
    assert_books_agree(ready)


def test_goods_of_an_order_billed_whole_come_back():
    ready = agreed()
    bills_order(ready)
    sent(ready, "S1", 4)
    sent(ready, "S2", 3)
    returned = back(ready, 5)
    assert str(returned.credit_due) == "60.00 EUR"
    assert credits(ready, return_id="R1").payable == eur("60.00")
    assert credits(ready).payable == eur("60.00")
    assert open_items(ready) == {}


def test_a_closed_rest_of_an_order_that_is_billed_leaves_it_finished():
    ready = agreed()
    bills_order(ready)
    ready.ships(left("1", 8, 0))
    assert (ready.order().status, invoiced(ready.order())) == (Status.CLOSED, Extent.ALL)


def test_it_is_not_billed_anew_while_anything_of_it_is_to_leave():
    ready = agreed()
    bills_order(ready)
    with pytest.raises(Rejected, match=f"BILLED_AHEAD: invoice={INV}"):
        corrects(ready)
    sent(ready, "S1", 10)
    right = corrects(ready)
    assert right.payable == eur("120.00")
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == right.id


def test_an_order_is_billed_once_both_sides_agreed():
    ready = agreed()
    ready.places(order="O2")
    with pytest.raises(Rejected, match="ORDER_NOT_CONFIRMED: order=O2"):
        bills_order(ready, "O2")
    with pytest.raises(Rejected, match="ORDERED_LATER: order=O1, ordered=2026-03-02, invoiced=2026-03-01"):
        bills_order(ready, day=date(2026, 3, 1))


def test_whoever_is_billed_by_order_is_not_billed_by_delivery():
    ready = sent(agreed(house=changed(HOUSE, billing=BillingPolicy(mode=BillingMode.ORDER))), "S1", 10)
    with pytest.raises(Rejected, match="BILLED_OTHERWISE: customer=C1, mode=order"):
        ready.bills()
    assert bills_order(ready).payable == eur("120.00")


def test_the_buyer_numbers_the_invoice_of_an_order():
    assert bills_order(agreed(), self_billed="SB-1").id == "C1:SB-1"


def test_an_order_says_that_it_is_billed_and_paid_before_it_left():
    ready = agreed()
    bills_order(ready)
    ready.gets("120.00", reference="RF94INV2026000001")
    ready.applies()
    standing = ready.otc.ask(AskOrderStatus("O1"))
    assert (standing.figures.charged, standing.figures.paid) == (eur("120.00"), eur("120.00"))


def test_a_return_is_credited_off_an_invoice_of_an_order_as_far_as_it_came():
    ready = agreed(line(), line("2", 4, "P2"))
    bills_order(ready)
    sent(ready, "S1", 4)
    back(ready, 3)
    assert credits(ready, return_id="R1").payable == eur("36.00")
    with pytest.raises(Rejected, match="RETURN_NOT_CREDITABLE"):
        credits(ready, return_id="R1")


def test_free_goods_whose_bill_is_taken_back_wait_to_be_billed():
    free = Adjustment(charge=False, percent=dec(100))
    ready = ordered(monthly(), line(adjustments=(free,)))
    sent(ready, "S1", 4)
    sent(ready, "S2", 6)
    bills_period(ready)
    credits(ready, lines=(CreditLine("1", dec(4), True), CreditLine("2", dec(6), True)))
    assert {ready.otc.ask(Get(SHIPMENT, id)).invoice for id in ("S1", "S2")} == {""}
    assert bills_period(ready).payable == eur("0.00")


def test_the_end_of_a_plan_is_told():
    ready = agreed()
    plans(ready, Milestone(id="all"))
    plans(ready)
    told = [entry.text for entry in ready.otc.ask(AskTimeline("O1"))]
    assert told[-2:] == ["Billed by 1 milestone: all", "Billed by milestones no longer"]


def test_a_rest_that_would_pay_the_customer_is_refused():
    ready = agreed(line(adjustments=(Adjustment(charge=False, amount=eur("110.00")),)), line("2"))
    sent(ready, "S1", 10, id="2")
    ready.bills()
    with pytest.raises(Rejected, match=r"PAYABLE_NEGATIVE: bills=order O1, payable=-12\.00 EUR"):
        bills_order(ready)
