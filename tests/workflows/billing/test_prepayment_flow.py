"""A part of an order billed before delivery, and taken off again."""

from otcore.orders.advances import BilledAdvance
from otcore.orders.crediting import CreditLine
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import SHIPMENT
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, dec, eur
from tests.workflows.billing.billers import agreed, bills_order, prepays, sent
from tests.workflows.invoicing import INV, assert_books_agree, credits, quantity

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
