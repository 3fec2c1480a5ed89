"""One invoice for many deliveries of one customer."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from attrs import evolve as changed

from otcore.customers.billing import BillingPeriod, BillingPolicy, last_period
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoices.events import Billed
from otcore.invoicing.references import InvoicePeriod
from otcore.orders.crediting import CreditLine
from otcore.orders.details import OrderDetails
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import SHIPMENT
from otcore.process.timeline import AskTimeline
from otcore.values.faults import Fault, Rejected
from otcore.workflows.ask import Get
from otcore.workflows.order_invoices import AskOrderInvoices
from otcore.workflows.order_status import AskOrderStatus
from tests.orders.examples import DAY, dec, eur, line
from tests.workflows.billing.billers import MONTHLY, bills_period, monthly, ordered, sent
from tests.workflows.desk import HOUSE, Desk
from tests.workflows.invoicing import INV, corrects, credits, open_items, self_bills, the_invoice
from tests.workflows.sending import back

LATER = date(2026, 3, 20)


def three_deliveries() -> Desk:
    """Two of one order, one of another."""
    ready = monthly()
    ordered(ready, details=OrderDetails(reference="PO-1"))
    ordered(ready, line("1", 4, "P2"), order="O2")
    sent(ready, "S1", 3)
    sent(ready, "S2", 7, day=LATER)
    return sent(ready, "S3", 4, "O2", day=LATER)


def test_one_invoice_bills_every_delivery():
    ready = three_deliveries()
    invoice = bills_period(ready, day=LATER)
    assert (invoice.id, invoice.payable) == (INV, eur("132.00"))
    assert invoice.sources == (
        Billed("1", "O1", "1", "S1"),
        Billed("2", "O1", "1", "S2"),
        Billed("3", "O2", "1", "S3"),
    )
    assert [(each.order, each.despatch, each.order_line) for each in invoice.document.lines] == [
        ("PO-1", "S1", "1"),
        ("PO-1", "S2", "1"),
        ("O2", "S3", "1"),
    ]
    assert (invoice.order, invoice.shipment, invoice.document.order_reference) == ("", "", "")
    assert invoice.document.period == InvoicePeriod(DAY, LATER)
    assert {ready.order("O1").status, ready.order("O2").status} == {Status.CLOSED}
    assert ready.exposure("C2") == ("0.00", "0.00", "132.00")
    assert open_items(ready) == {INV: "132.00"}
    assert {ready.otc.ask(Get(SHIPMENT, id)).invoice for id in ("S1", "S2", "S3")} == {INV}


def test_one_delivery_of_a_period_is_billed_as_by_itself():
    ready = sent(ordered(monthly()), "S1", 10)
    invoice = bills_period(ready)
    assert (invoice.order, invoice.shipment, invoice.bills, invoice.document.despatch_reference) == (
        "O1",
        "S1",
        (),
        "S1",
    )
    assert (invoice.document.period, invoice.document.lines[0].despatch) == (None, "")


def test_a_period_bills_the_days_it_is_asked_for():
    ready = three_deliveries()
    invoice = bills_period(ready, day=LATER, start=DAY, end=date(2026, 3, 10))
    assert invoice.payable == eur("36.00")
    assert invoice.document.period == InvoicePeriod(DAY, date(2026, 3, 10))
    assert bills_period(ready, day=LATER, start=LATER).payable == eur("96.00")
    with pytest.raises(Rejected, match="NOTHING_TO_BILL: customer=C2"):
        bills_period(ready, day=LATER)
    assert_books_agree_of(ready)


def assert_books_agree_of(ready: Desk) -> None:
    owed = sum(Decimal(amount) for amount in open_items(ready).values())
    assert ready.exposure("C2") == ("0.00", "0.00", str(owed))


def test_a_period_is_not_billed_before_it_is_over():
    with pytest.raises(Rejected, match="PERIOD_ENDS_LATER: customer=C2, end=2026-03-03, day=2026-03-02"):
        bills_period(three_deliveries(), end=date(2026, 3, 3))


def test_held_orders_and_other_currencies_wait():
    ready = three_deliveries()
    ready.holds(order="O1")
    assert bills_period(ready, day=LATER).payable == eur("12.00")
    with pytest.raises(Rejected, match="NOTHING_TO_BILL"):
        bills_period(ready, day=LATER, currency="USD")


def test_only_who_is_billed_by_periods_is():
    ready = sent(ordered(monthly(), customer="C1"), "S1", 10)
    with pytest.raises(Rejected, match="BILLED_OTHERWISE: customer=C1, mode=delivery"):
        bills_period(ready, "C1")
    ready = three_deliveries()
    with pytest.raises(Rejected, match="BILLED_OTHERWISE: customer=C2, mode=period"):
        ready.bills("S1")


def test_orders_say_at_the_head_what_they_say_alike():
    ready = monthly()
    for order, cost in (("O1", "A"), ("O2", "B")):
        ordered(ready, order=order, details=OrderDetails(buyer_reference="Ward 7", accounting_cost=cost))
        sent(ready, f"S{order}", 10, order)
    document = bills_period(ready).document
    assert (document.buyer_reference, document.accounting_cost) == ("Ward 7", "")


def test_the_buyers_reference_of_the_command_goes_before():
    assert bills_period(three_deliveries(), day=LATER, buyer_reference="March").document.buyer_reference == "March"


def test_a_credit_note_finds_the_orders_of_an_invoice_of_several():
    ready = three_deliveries()
    bills_period(ready, day=LATER)
    lines = (CreditLine("2", dec(2)), CreditLine("1", dec(1)), CreditLine("3", dec(4), True))
    note = credits(ready, day=LATER, lines=lines)
    assert note.payable == eur("48.00")
    assert ready.order("O1").lines[0].ledger.credited == 3
    assert ready.order("O2").lines[0].ledger.invoiced == 0
    assert [ready.otc.ask(Get(SHIPMENT, id)).invoice for id in ("S1", "S2", "S3")] == [INV, INV, ""]
    assert ready.exposure("C2") == ("0.00", "12.00", "84.00")
    assert bills_period(ready, day=LATER).payable == eur("12.00")


def test_goods_that_come_back_are_credited_off_their_own_line():
    ready = three_deliveries()
    bills_period(ready, day=LATER)
    returned = back(ready, 8)
    assert [(each.line, each.quantity) for each in returned.credits] == [("2", dec(7)), ("1", dec(1))]
    assert str(returned.credit_due) == "96.00 EUR"
    note = credits(ready, day=LATER, return_id="R1")
    assert note.payable == eur("96.00")
    assert the_invoice(ready).credited.quantity("2") == 7


def test_an_invoice_of_several_orders_is_billed_anew_whole():
    ready = three_deliveries()
    bills_period(ready, day=LATER)
    right = corrects(ready, day=LATER, note="to the new address")
    assert right.payable == eur("132.00")
    assert [each.shipment for each in right.sources] == ["S1", "S2", "S3"]
    assert {ready.otc.ask(Get(SHIPMENT, id)).invoice for id in ("S1", "S2", "S3")} == {right.id}
    assert [ready.order(id).lines[0].ledger.invoiced for id in ("O1", "O2")] == [10, 4]


def test_each_order_finds_the_invoice_that_bills_it_among_others():
    ready = three_deliveries()
    invoice = bills_period(ready, day=LATER)
    credits(ready, day=LATER, lines=(CreditLine("3", dec(1)),))
    for order in ("O1", "O2"):
        assert ready.otc.ask(AskOrderInvoices(order)) == (the_invoice(ready),)
        told = {entry.what for entry in ready.otc.ask(AskTimeline(order))}
        assert {"invoice.issued", "credit_note.issued"} <= told
        assert ready.otc.ask(AskOrderStatus(order)).figures.charged == invoice.payable


def test_a_tick_bills_the_period_that_is_over():
    ready = three_deliveries()
    assert ready.otc.tick(datetime(2026, 3, 31, tzinfo=UTC)) == 0
    assert ready.otc.tick(datetime(2026, 4, 1, tzinfo=UTC)) == 1
    assert the_invoice(ready).payable == eur("132.00")
    assert ready.otc.tick(datetime(2026, 4, 1, tzinfo=UTC)) == 0


def test_a_tick_leaves_what_cannot_be_billed_now():
    ready = three_deliveries()
    ready.holds(order="O1")
    ready.holds(order="O2")
    assert ready.otc.tick(datetime(2026, 4, 1, tzinfo=UTC)) == 0


def test_a_tick_bills_no_invoice_that_lacks_anything():
    def lacks(document: InvoiceDocument) -> tuple[Fault, ...]:
        return (Fault("BT-10", "no buyer reference", "/buyer_reference"),)

    ready = three_deliveries()
    ready.house = changed(ready.house, invoice=lacks)
    assert ready.otc.tick(datetime(2026, 4, 1, tzinfo=UTC)) == 0
    assert not open_items(ready)


def test_a_tick_bills_nobody_who_is_billed_otherwise():
    ready = sent(ordered(monthly(), customer="C1"), "S1", 10)
    ready.onboards("C3", billing=changed(MONTHLY, self_billed=True))
    sent(ordered(ready, order="O3", customer="C3"), "S3", 10, "O3")
    assert ready.otc.tick(datetime(2026, 4, 1, tzinfo=UTC)) == 0


@pytest.mark.parametrize(
    ("period", "day", "end"),
    [
        (BillingPeriod.MONTH, date(2026, 3, 1), date(2026, 2, 28)),
        (BillingPeriod.MONTH, date(2026, 3, 31), date(2026, 2, 28)),
        (BillingPeriod.WEEK, date(2026, 3, 2), date(2026, 3, 1)),
        (BillingPeriod.WEEK, date(2026, 3, 8), date(2026, 3, 1)),
    ],
)
def test_a_period_ends_before_the_day(period, day, end):
    assert last_period(period, day) == end


def test_a_buyer_who_draws_up_the_invoices_numbers_them():
    ready = monthly()
    ready.onboards("C3", billing=changed(MONTHLY, self_billed=True))
    sent(ordered(ready, customer="C3"), "S1", 10)
    with pytest.raises(Rejected, match="BUYER_NUMBERS: customer=C3"):
        bills_period(ready, "C3")
    invoice = bills_period(ready, "C3", self_billed="SB-7")
    assert (invoice.id, invoice.document.number, invoice.document.type_code) == ("C3:SB-7", "SB-7", "389")


def test_a_delivery_to_a_buyer_who_draws_up_the_invoices_is_billed_under_its_number():
    ready = monthly(house=changed(HOUSE, billing=BillingPolicy(self_billed=True)))
    sent(ordered(ready, customer="C1"), "S1", 10)
    with pytest.raises(Rejected, match="BUYER_NUMBERS: customer=C1"):
        ready.bills()
    assert self_bills(ready, "SB-1").document.type_code == "389"


def test_a_delivery_that_was_taken_back_is_no_part_of_a_correction_of_the_others():
    ready = three_deliveries()
    bills_period(ready, day=LATER)
    credits(ready, lines=(CreditLine("2", dec(7), True),), day=LATER)
    new = corrects(ready, day=LATER)
    assert new.payable == eur("48.00")
    assert [ready.otc.ask(Get(SHIPMENT, id)).invoice for id in ("S1", "S2", "S3")] == [new.id, "", new.id]
    assert bills_period(ready, day=LATER).payable == eur("84.00")
    assert ready.exposure("C2") == ("0.00", "0.00", "132.00")
