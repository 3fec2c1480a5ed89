"""Invoices through the store: a number each, without gaps, and a debt."""

from datetime import date

import pytest
from attrs import evolve as changed

from otcore.customers.credit.account import CreditAccount
from otcore.invoicing.document import InvoiceDocument
from otcore.orders.lifecycle import Status
from otcore.ports.errors import NotFound
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Fault, Invalid, Rejected
from otcore.values.percentage import Percentage
from otcore.workflows.house import House
from tests.orders.examples import DAY, eur, left, line, product
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, Desk, billed, desk


def shipped(ready: Desk, *lines, order: str = "O1", shipment: str = "S1") -> Desk:
    ready.places(*lines, order=order)
    ready.acknowledges(order)
    ready.ships(left("1", 10), order=order, shipment=shipment)
    return ready


def test_an_invoice_is_a_debt_due_by_the_terms():
    ready = desk(stocked=10)
    billed(ready)
    item = ready.item("INV-2026-000001")
    owed = (DAY, date(2026, 4, 1), eur("120.00"), eur("120.00"))
    assert item == Receivable("INV-2026-000001", "C1", "INV2026000001", *owed, orders=("O1",))
    assert books(ready.store)["entries"] == (
        Entry(EntryKind.ISSUED, DAY, eur("120.00"), "C1", "INV-2026-000001", due=date(2026, 4, 1)),
    )


def test_numbers_count_up_and_begin_anew_with_the_year():
    ready = desk(stocked=100)
    numbers = []
    for index, year in enumerate((2026, 2026, 2027, 2027)):
        shipped(ready, order=f"O{index}", shipment=f"S{index}")
        numbers.append(ready.bills(f"S{index}", date(year, 3, 2)).id)
    assert numbers == ["INV-2026-000001", "INV-2026-000002", "INV-2027-000001", "INV-2027-000002"]


def test_a_shipment_is_billed_once():
    ready = desk(stocked=10)
    billed(ready)
    with pytest.raises(Rejected, match="ALREADY_INVOICED"):
        ready.bills()


def test_a_refused_invoice_spends_no_number():
    ready = desk(stocked=20)
    billed(ready)
    with pytest.raises(Rejected):
        ready.bills()
    assert billed(ready, order="O2").id == "INV-2026-000002"


def test_goods_are_not_billed_before_they_left():
    ready = shipped(desk(stocked=10))
    with pytest.raises(Rejected, match="SHIPPED_LATER: shipment=S1, shipped=2026-03-02, invoiced=2026-03-01"):
        ready.bills(day=date(2026, 3, 1))


def test_a_shipment_that_only_closed_a_rest_has_nothing_to_bill():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 0, 4))
    with pytest.raises(Rejected, match="NOTHING_TO_BILL"):
        ready.bills()


def test_a_shipment_that_is_not_there_is_not_billed():
    with pytest.raises(NotFound, match="no shipment 'S1'"):
        desk().bills()


def test_goods_beyond_the_order_are_billed_too():
    ready = Desk()
    ready.onboards(over_delivery=Percentage(20))
    ready.lists(product())
    ready.receives(12)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 12))
    assert ready.exposure() == ("0.00", "144.00", "0.00")
    assert ready.bills().payable == eur("144.00")
    assert ready.exposure() == ("0.00", "0.00", "144.00")
    assert ready.order().status is Status.CLOSED


def test_a_house_whose_numbers_repeat_does_not_write_over_an_invoice():
    ready = desk(stocked=20, house=changed(HOUSE, number="INV-{count}"))
    shipped(ready)
    shipped(ready, order="O2", shipment="S2")
    first = ready.bills()
    with pytest.raises(Rejected, match="NUMBER_TAKEN: number=INV-1"):
        ready.bills("S2", date(2027, 3, 2))
    assert ready.item("INV-1").day == first.document.issued


def test_an_invoice_that_would_pay_the_customer_is_refused():
    ready = desk(stocked=20)
    gift = Adjustment(charge=False, amount=eur("110.00"))
    ready.places(line(adjustments=(gift,)), line("2"))
    ready.acknowledges()
    ready.ships(left("1", 10))
    with pytest.raises(Rejected, match=r"PAYABLE_NEGATIVE: shipment=S1, payable=-12.00 EUR"):
        ready.bills()


def test_an_invoice_of_nothing_is_a_closed_item():
    ready = desk(stocked=20)
    gift = Adjustment(charge=False, amount=eur("100.00"))
    shipped(ready, line(adjustments=(gift,)))
    assert ready.bills().payable == eur("0.00")
    assert not ready.item("INV-2026-000001").open


def test_an_invoice_that_lacks_what_the_house_asks_for_is_not_issued():
    def needs_an_order_number(document: InvoiceDocument) -> tuple[Fault, ...]:
        return () if document.buyer_reference else (Fault("BT-10", "no buyer reference", "/buyer_reference"),)

    ready = shipped(desk(stocked=10, house=House(seller=HOUSE.seller, invoice=needs_an_order_number)))
    before = books(ready.store)
    with pytest.raises(Invalid, match="BT-10 invoice of shipment S1/buyer_reference: no buyer reference"):
        ready.bills()
    assert books(ready.store) == before


def test_what_was_invoiced_is_the_customers_debt_not_more():
    ready = desk(stocked=30)
    billed(ready)
    billed(ready, 7, "O2")
    account = books(ready.store)["states"]["credit", "C1"][1]
    assert isinstance(account, CreditAccount)
    assert account.exposure == account.invoices == eur("204.00")
