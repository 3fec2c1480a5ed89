"""A part of an order billed before delivery, and taken off again."""

import pytest
from attrs import evolve as changed

from otcore.customers.billing import BillingPolicy, Deduction
from otcore.customers.credit.queries import AskOrderCredit
from otcore.orders.advances import BilledAdvance
from otcore.orders.crediting import CreditLine
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import SHIPMENT
from otcore.process.timeline import AskTimeline
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, dec, eur
from tests.workflows.billing.billers import MONTHLY, agreed, bills_order, bills_period, monthly, ordered, prepays, sent
from tests.workflows.desk import HOUSE, desk
from tests.workflows.invoicing import (
    INV,
    assert_books_agree,
    corrects,
    credits,
    drafts,
    issues,
    open_items,
    quantity,
)
from tests.workflows.sending import back, takes_back

SECOND = "INV-2026-000002"


def test_a_prepayment_is_an_open_item_of_its_own():
    ready = agreed()
    invoice = prepays(ready, 30)
    assert (invoice.payable, invoice.document.type_code, invoice.document.lines[0].name) == (
        eur("36.00"),
        "386",
        "Prepayment for order O1",
    )
    assert ready.order().advances == (BilledAdvance(INV, DAY, eur("36.00")),)
    assert ready.exposure() == ("84.00", "0.00", "36.00")
    assert_books_agree(ready)


def test_deliveries_take_it_off_and_the_chain_ends_at_nothing():
    ready = agreed()
    prepays(ready, 30)
    sent(ready, "S1", 2)
    assert ready.exposure() == ("84.00", "0.00", "36.00")
    assert ready.bills("S1").payable == eur("0.00")
    sent(ready, "S2", 8)
    assert ready.exposure() == ("0.00", "84.00", "36.00")
    final = ready.bills("S2")
    assert final.payable == eur("84.00")
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    assert ready.order().advances[0].left == eur("0.00")
    assert ready.order().status is Status.CLOSED
    assert_books_agree(ready)


def test_all_of_an_order_is_billed_before_it_leaves():
    ready = agreed()
    prepays(ready, 30)
    final = bills_order(ready)
    assert (final.payable, [line.name for line in final.document.lines]) == (
        eur("84.00"),
        ["Product P1", f"Less invoice {INV}"],
    )
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    sent(ready, "S1", 10)
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == SECOND
    assert ready.order().status is Status.CLOSED
    assert_books_agree(ready)


def test_crediting_the_final_invoice_whole_has_the_prepayment_deducted_again():
    ready = agreed()
    prepays(ready, 30)
    bills_order(ready)
    credits(ready, SECOND, lines=(*quantity(10, reinvoice=True), CreditLine("2", dec(-1))))
    assert ready.order().advances[0].left == eur("36.00")
    assert bills_order(ready).payable == eur("84.00")
    assert_books_agree(ready)


def test_goods_are_to_be_billed_again_only_with_what_takes_the_prepayment_off():
    ready = agreed()
    prepays(ready, 30)
    bills_order(ready)
    with pytest.raises(Rejected, match=f"ADVANCE_DEDUCTED: invoice={SECOND}, lines=2"):
        credits(ready, SECOND, lines=quantity(4, reinvoice=True))
    assert_books_agree(ready)


def test_goods_taken_back_count_as_they_did():
    ready = agreed()
    prepays(ready, 30)
    sent(ready, "S1", 2)
    takes_back(ready)
    assert ready.exposure() == ("84.00", "0.00", "36.00")
    sent(ready, "S1b", 10)
    assert ready.exposure() == ("0.00", "84.00", "36.00")


def test_a_prepayment_is_taken_off_as_paid_where_the_policy_says_so():
    ready = agreed(house=changed(HOUSE, billing=BillingPolicy(deduction=Deduction.PAID)))
    prepays(ready, 100)
    sent(ready, "S1", 10)
    final = ready.bills("S1")
    totals = final.document.totals
    assert (totals.tax, totals.prepaid, final.payable) == (eur("20.00"), eur("120.00"), eur("0.00"))
    assert [(each.reference, each.amount) for each in totals.advances] == [(INV, eur("120.00"))]
    assert [each.number for each in final.document.preceding] == [INV]
    assert credits(ready, SECOND, lines=quantity(3)).payable == eur("36.00")


def test_a_full_prepayment_leaves_nothing_to_pay_and_no_tax_twice():
    ready = agreed()
    prepays(ready, 100)
    sent(ready, "S1", 10)
    final = ready.bills("S1")
    assert (final.document.totals.tax, final.payable) == (eur("0.00"), eur("0.00"))
    assert open_items(ready) == {INV: "120.00"}


def test_a_prepayment_that_is_taken_off_is_credited_in_part_only():
    ready = agreed()
    prepays(ready, 100)
    final = bills_order(ready)
    with pytest.raises(Rejected, match=f"ADVANCE_DEDUCTED: invoice={INV}, deducted=120.00 EUR, by={final.id}"):
        credits(ready)
    assert credits(ready, amount=eur("12.00")).payable == eur("12.00")
    assert ready.order().advances[0].left == eur("0.00")


def test_a_prepayment_that_is_credited_is_not_taken_off():
    ready = agreed()
    prepays(ready, 30)
    credits(ready, amount=eur("6.00"))
    assert ready.exposure() == ("90.00", "0.00", "30.00")
    assert bills_order(ready).payable == eur("90.00")
    assert_books_agree(ready)


def test_an_order_that_is_cancelled_leaves_its_prepayment_to_be_credited():
    ready = agreed()
    prepays(ready, 30)
    ready.cancels()
    assert ready.exposure() == ("0.00", "0.00", "36.00")
    credits(ready)
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_prepayments_of_more_than_is_left_are_refused():
    ready = agreed()
    prepays(ready, 60)
    with pytest.raises(Rejected, match=r"ADVANCE_EXCEEDS: order=O1, amount=60\.00 EUR, left=48\.00 EUR"):
        prepays(ready, 50)
    with pytest.raises(Rejected, match="AMOUNT_NOT_POSITIVE: order=O1"):
        prepays(ready, amount=eur("0.00"))
    assert prepays(ready, amount=eur("48.00")).payable == eur("48.00")
    assert bills_order(ready).payable == eur("0.00")


def test_a_prepayment_is_a_percentage_or_an_amount_of_the_orders_currency():
    ready = agreed()
    with pytest.raises(Invalid, match="ADVANCE_SIZE"):
        prepays(ready)
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH"):
        prepays(ready, amount=Money("1.00", "USD"))


def test_an_order_may_be_prepaid_before_both_sides_agreed():
    ready = agreed()
    ready.places(order="O2")
    assert prepays(ready, 10, "O2").payable == eur("12.00")
    ready.cancels("O2")
    with pytest.raises(Rejected, match="ORDER_OVER: order=O2"):
        prepays(ready, 10, "O2")


def test_after_a_delivery_a_prepayment_is_of_what_is_left():
    ready = sent(agreed(), "S1", 5)
    ready.bills()
    assert prepays(ready, 25).payable == eur("30.00")
    sent(ready, "S2", 5)
    assert ready.bills("S2").payable == eur("30.00")


def test_a_period_takes_prepayments_off_order_by_order():
    ready = monthly()
    for order, percent in (("O1", 50), ("O2", 10)):
        ordered(ready, order=order)
        prepays(ready, percent, order)
        sent(ready, f"{order}-a", 4, order)
        sent(ready, f"{order}-b", 6, order)
    invoice = bills_period(ready)
    assert invoice.payable == eur("168.00")
    assert [each.advance for each in invoice.bills if each.advance] == [INV, INV, SECOND]
    assert [each.left for number in ("O1", "O2") for each in ready.order(number).advances] == [eur("0.00")] * 2


def test_a_period_states_prepayments_as_paid_where_the_policy_says_so():
    ready = monthly()
    ready.onboards("C3", billing=changed(MONTHLY, deduction=Deduction.PAID))
    ordered(ready, customer="C3")
    prepays(ready, 50)
    sent(ready, "S1", 4)
    sent(ready, "S2", 6)
    totals = bills_period(ready, "C3").document.totals
    assert (totals.prepaid, totals.rounding, totals.payable) == (eur("60.00"), eur("0.00"), eur("60.00"))


def test_an_invoice_that_takes_off_is_not_billed_anew():
    ready = agreed()
    prepays(ready, 30)
    for number in (INV, bills_order(ready).id):
        with pytest.raises(Rejected, match=f"BILLED_AHEAD: invoice={number}"):
            corrects(ready, invoice=number)


def test_a_draft_takes_a_prepayment_off_too():
    ready = agreed()
    prepays(ready, 30)
    sent(ready, "S1", 10)
    assert drafts(ready).payable == eur("84.00")
    assert issues(ready).payable == eur("84.00")


def test_what_is_billed_before_delivery_is_told():
    ready = agreed()
    prepays(ready, 30)
    bills_order(ready)
    told = [entry.text for entry in ready.otc.ask(AskTimeline("O1", whole=True))]
    assert f"Billed before delivery by {INV}: 36.00 EUR" in told
    assert f"Taken off by {SECOND}: 36.00 EUR of {INV}" in told


def test_what_was_paid_in_advance_and_billed_before_it_left_is_not_billed_again():
    ready = agreed()
    prepays(ready, 100)
    assert bills_order(ready).payable == eur("0.00")
    sent(ready, "S1", 4)
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == SECOND
    sent(ready, "S2", 6)
    assert (ready.order().status, ready.order().lines[0].ledger.invoiced) == (Status.CLOSED, dec(10))
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    assert_books_agree(ready)


def test_credit_is_asked_for_what_is_not_billed_yet():
    ready = agreed(limit="120.00")
    prepays(ready, 30)
    assert ready.otc.ask(AskOrderCredit(order="O1", day=DAY)).clear


def test_goods_that_come_back_are_credited_off_the_invoice_that_bills_them():
    ready = agreed()
    prepays(ready, 30)
    sent(ready, "S1", 10)
    ready.bills()
    back(ready, 3)
    with pytest.raises(Rejected, match="RETURN_NOT_CREDITABLE: return_id=R1"):
        credits(ready, INV, return_id="R1")
    assert credits(ready, SECOND, return_id="R1").payable == eur("36.00")
    assert_books_agree(ready)


@pytest.mark.parametrize("by_period", [False, True])
def test_what_is_billed_again_leaves_alone_what_was_billed_ahead(by_period):
    """Three of ten are billed, then the others, of which four leave; then the three are to be billed again."""
    ready = monthly() if by_period else desk(stocked=100)
    customer = "C2" if by_period else "C1"
    ordered(ready, customer=customer)
    sent(ready, "S1", 3)
    bills = (lambda shipment: bills_period(ready)) if by_period else ready.bills
    bills("S1")
    bills_order(ready)
    sent(ready, "S2", 4)
    credits(ready, lines=quantity(3, reinvoice=True))
    sent(ready, "S3", 3)
    assert bills("S1").payable == eur("36.00")
    with pytest.raises(Rejected, match="NOTHING_TO_BILL"):
        bills("S3")
    assert ready.order().lines[0].ledger.invoiced == dec(10)
    assert ready.exposure(customer) == ("0.00", "0.00", "120.00")
