"""A credit note takes something off an invoice, in every book at once, and never more than there is."""

from datetime import date

import pytest

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoices.lifecycle import InvoiceStatus
from otcore.invoicing.references import PrecedingInvoice
from otcore.orders.extent import Extent
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import RETURN, SHIPMENT
from otcore.ports.errors import NotFound
from otcore.process.timeline import AskTimeline
from otcore.receivables.invoice_standing import Standing
from otcore.receivables.item import Applied
from otcore.receivables.ledger import Entry, EntryKind
from otcore.receivables.payment_status import PaymentStatus
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.workflows.ask import Get
from otcore.workflows.house import House
from otcore.workflows.order_status import AskOrderStatus
from tests.orders.examples import DAY, dec, eur, left, line
from tests.workflows.books import books, refused
from tests.workflows.desk import HOUSE, Desk, desk
from tests.workflows.invoicing import (
    CN,
    INV,
    assert_books_agree,
    credits,
    invoiced,
    open_items,
    price,
    quantity,
    self_bills,
    sends_note,
    shipped,
    standing,
    the_invoice,
)
from tests.workflows.sending import allows, asks, back, gets_back


def paid(amount: str = "120.00") -> Desk:
    ready = invoiced()
    ready.gets(amount, reference="RF94INV2026000001")
    ready.applies()
    return ready


def test_a_quantity_is_credited_in_every_book():
    ready = invoiced()
    note = credits(ready, lines=quantity(3))
    assert (note.id, note.payable, note.status) == (CN, eur("36.00"), InvoiceStatus.ISSUED)
    assert open_items(ready) == {INV: "84.00"}
    assert ready.item(INV).credited == (Applied(CN, eur("36.00"), DAY),)
    assert ready.order().lines[0].ledger.credited == dec(3)
    assert books(ready.store)["entries"][-1] == Entry(EntryKind.CREDITED, DAY, eur("36.00"), "C1", INV, CN)
    assert ready.exposure() == ("0.00", "0.00", "84.00")
    assert the_invoice(ready).notes == (CN,)
    assert_books_agree(ready)


def test_the_document_names_the_invoice_says_why_and_is_due_on_no_day():
    ready = invoiced()
    document = credits(ready, lines=quantity(3), reason="three were broken").document
    assert (document.type_code, document.number, document.due) == ("381", CN, None)
    assert document.preceding == (PrecedingInvoice(INV, DAY),)
    assert (document.note, document.terms_note) == ("three were broken", f"Set off against invoice {INV}")
    assert (document.instalments, document.discounts, document.payment.iban) == ((), (), "")
    (only,) = document.lines
    assert (only.id, only.quantity.value, only.name) == ("1", dec(3), the_invoice(ready).document.lines[0].name)
    assert (document.order_reference, document.buyer) == ("O1", the_invoice(ready).document.buyer)


def test_the_whole_invoice_is_credited_when_nothing_else_is_said():
    ready = invoiced()
    assert credits(ready).payable == eur("120.00")
    found = standing(ready)
    assert (found.standing, found.extent, found.open) == (Standing.CREDITED, Extent.ALL, eur("0.00"))
    assert ready.order().lines[0].ledger.credited == dec(10)
    assert_books_agree(ready)


def test_all_that_is_left_is_credited_after_a_part():
    ready = invoiced()
    credits(ready, lines=quantity(3))
    assert standing(ready).extent is Extent.PART
    assert credits(ready).payable == eur("84.00")
    assert refused(ready, lambda: credits(ready)).code == "NOTHING_LEFT"


def test_a_price_that_was_too_high_is_credited_without_a_quantity():
    ready = invoiced()
    assert credits(ready, prices=price("8.00")).payable == eur("24.00")
    assert ready.order().lines[0].ledger.credited == dec(0)
    assert credits(ready, lines=quantity(10)).payable == eur("96.00")
    assert standing(ready).extent is Extent.ALL


def test_an_amount_is_credited_to_the_cent():
    ready = invoiced()
    assert credits(ready, amount=eur("33.33")).payable == eur("33.33")
    assert credits(ready).payable == eur("86.67")
    assert standing(ready).standing is Standing.CREDITED
    assert_books_agree(ready)


def test_quantities_prices_and_amounts_go_on_one_note():
    ready = desk(stocked=100)
    ready.places(line(), line("2", 4, product="P2"))
    ready.acknowledges()
    ready.ships(left("1", 10), left("2", 4))
    ready.bills()
    note = credits(ready, lines=quantity(1), prices=price("2.00", "2"), amount=eur("1.00"))
    assert note.payable == eur("15.40")


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ({"lines": quantity(11)}, "MORE_THAN_INVOICED"),
        ({"lines": quantity(0)}, "QUANTITY_NOT_POSITIVE"),
        ({"lines": (*quantity(1), *quantity(2))}, "LINE_TWICE"),
        ({"lines": quantity(1, "9")}, "LINE_UNKNOWN"),
        ({"amount": eur("120.01")}, "CREDIT_EXCEEDS"),
        ({"amount": eur("0.00")}, "AMOUNT_NOT_POSITIVE"),
        ({"amount": Money("1.00", "USD")}, "CURRENCY_DIFFERS"),
        ({"prices": price("10.00")}, "PRICE_NOT_LOWER"),
        ({"day": date(2026, 3, 1)}, "ISSUED_LATER"),
        ({"self_billed": "4711"}, "BUYER_NUMBERS"),
    ],
)
def test_a_refused_credit_note_leaves_everything_and_spends_no_number(what, code: str):
    ready = invoiced()
    assert refused(ready, lambda: credits(ready, **what)).code == code
    assert credits(ready).id == CN


def test_two_notes_never_take_more_than_the_invoice():
    ready = invoiced()
    credits(ready, lines=quantity(6))
    assert refused(ready, lambda: credits(ready, lines=quantity(5))).code == "MORE_THAN_INVOICED"
    assert refused(ready, lambda: credits(ready, amount=eur("48.01"))).code == "CREDIT_EXCEEDS"


def test_a_credit_note_has_a_reason():
    with pytest.raises(Invalid, match="REASON_MISSING"):
        credits(invoiced(), reason=" ")


def test_only_an_invoice_that_is_there_is_credited():
    with pytest.raises(NotFound, match="no invoice"):
        credits(desk())


def test_what_was_paid_already_is_owed_to_the_customer():
    ready = paid("100.00")
    credits(ready, lines=quantity(3))
    assert open_items(ready) == {CN: "-16.00"}
    assert [(each.kind, each.amount, each.item) for each in books(ready.store)["entries"][-2:]] == [
        (EntryKind.CREDITED, eur("20.00"), INV),
        (EntryKind.CREDITED, eur("16.00"), CN),
    ]
    found = standing(ready)
    assert (found.set_off, found.paid, found.open, found.owed_back) == (
        eur("20.00"),
        eur("100.00"),
        eur("0.00"),
        eur("16.00"),
    )
    assert ready.exposure() == ("0.00", "0.00", "-16.00")
    assert_books_agree(ready)


def test_an_order_whose_paid_bill_is_credited_is_owed_something():
    ready = paid()
    assert ready.otc.ask(AskOrderStatus("O1")).payment is PaymentStatus.PAID
    credits(ready, lines=quantity(3))
    found = ready.otc.ask(AskOrderStatus("O1"))
    assert (found.payment, found.figures.balance, found.credited) == (
        PaymentStatus.CREDIT_OWED,
        eur("-36.00"),
        Extent.PART,
    )


def test_a_credited_order_that_was_never_paid_owes_nothing():
    ready = invoiced()
    credits(ready)
    assert ready.otc.ask(AskOrderStatus("O1")).payment is PaymentStatus.NOTHING_DUE


def test_a_credit_that_waits_never_falls_overdue():
    ready = paid()
    credits(ready)
    assert ready.otc.tick(ready.clock.time.replace(year=2027)) == 0
    assert not ready.item(CN).overdue


def test_an_overdue_invoice_that_is_credited_is_overdue_no_more():
    ready = invoiced()
    ready.otc.tick(ready.clock.time.replace(month=9))
    assert standing(ready).standing is Standing.OVERDUE
    credits(ready)
    assert not ready.item(INV).overdue


# what comes back


def test_a_return_is_credited_less_its_fee():
    ready = invoiced()
    asks(ready)
    allows(ready, percent="10")
    returned = gets_back(ready)
    note = credits(ready, return_id="R1")
    assert note.payable == returned.credit_due == eur("32.40")
    assert note.return_id == "R1"
    after = ready.otc.ask(Get(RETURN, "R1"))
    assert (after.credit_left, after.to_credit(INV)) == (eur("0.00"), {})
    assert (after.credited[0].value, after.credited[0].fee) == (eur("36.00"), eur("3.60"))
    assert ready.order().lines[0].ledger.credited == dec(3)
    assert_books_agree(ready)


def test_a_return_is_credited_once():
    ready = invoiced()
    back(ready)
    credits(ready, return_id="R1")
    assert refused(ready, lambda: credits(ready, return_id="R1")).code == "RETURN_NOT_CREDITABLE"


def test_a_return_that_comes_in_parts_is_credited_in_parts_that_add_up():
    ready = invoiced()
    asks(ready, 3)
    allows(ready, amount="10.00")
    total = Money.zero("EUR")
    for _ in range(3):
        gets_back(ready, 1)
        total += credits(ready, return_id="R1").payable
    assert total == eur("26.00") == ready.otc.ask(Get(RETURN, "R1")).credit_due


def test_a_return_of_two_bills_is_credited_by_a_note_for_each_and_its_fee_once():
    ready = desk(stocked=100)
    ready.places()
    ready.acknowledges()
    for shipment in ("S1", "S2"):
        ready.ships(left("1", 5, 5 if shipment == "S1" else 0), shipment=shipment)
        ready.bills(shipment)
    asks(ready, 7)
    allows(ready, amount="10.00")
    gets_back(ready, 7)
    asked = ready.otc.ask(Get(RETURN, "R1"))
    assert [asked.to_credit(each) for each in (INV, "INV-2026-000002")] == [{"1": dec(2)}, {"1": dec(5)}]
    first = credits(ready, return_id="R1")
    assert ready.otc.ask(Get(RETURN, "R1")).credit_left == eur("74.00") - first.payable
    second = credits(ready, "INV-2026-000002", return_id="R1")
    assert first.payable + second.payable == eur("74.00") == asked.credit_due
    assert ready.otc.ask(Get(RETURN, "R1")).credit_left == eur("0.00")


def test_a_return_and_something_else_do_not_go_on_one_note():
    ready = invoiced()
    back(ready)
    with pytest.raises(Invalid, match="CREDIT_AMBIGUOUS"):
        credits(ready, return_id="R1", lines=quantity(1))


def test_goods_that_were_credited_before_they_came_are_not_credited_again():
    ready = invoiced()
    credits(ready, lines=quantity(3))
    assert str(back(ready).credit_due) == "0.00 EUR"
    assert refused(ready, lambda: credits(ready, return_id="R1")).code == "NOTHING_LEFT"
    back(ready, 2, "R2")
    assert credits(ready, return_id="R2").payable == eur("24.00")


def test_nothing_is_credited_for_what_is_still_to_come():
    ready = invoiced()
    asks(ready)
    allows(ready)
    assert refused(ready, lambda: credits(ready, return_id="R1")).code == "RETURN_NOT_CREDITABLE"


def test_what_a_return_is_to_bring_counts_once_in_what_is_granted():
    ready = paid()
    back(ready)
    owed = ready.otc.ask(AskOrderStatus("O1")).figures.balance
    credits(ready, return_id="R1")
    assert ready.otc.ask(AskOrderStatus("O1")).figures.balance == owed == eur("-36.00")


# what is billed again


def test_what_is_billed_again_is_neither_credited_nor_invoiced_in_the_order():
    ready = invoiced()
    credits(ready, lines=quantity(10, reinvoice=True))
    ledger = ready.order().lines[0].ledger
    assert (ledger.invoiced, ledger.credited, ledger.billable) == (dec(0), dec(0), dec(10))
    assert ready.exposure() == ("0.00", "120.00", "0.00")
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == ""
    again = ready.bills()
    assert (again.id, again.payable) == ("INV-2026-000002", eur("120.00"))
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    assert_books_agree(ready)


def test_a_part_that_is_billed_again_stays_to_be_billed():
    ready = invoiced()
    credits(ready, lines=quantity(4, reinvoice=True))
    assert ready.order().lines[0].ledger.billable == dec(4)
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == INV


def test_goods_that_came_back_are_not_billed_again():
    ready = invoiced()
    back(ready)
    assert refused(ready, lambda: credits(ready, lines=quantity(10, reinvoice=True))).code == "GOODS_CAME_BACK"


def test_a_closed_order_is_credited_and_stays_closed():
    ready = invoiced()
    assert ready.order().status is Status.CLOSED
    credits(ready, lines=quantity(2))
    assert ready.order().status is Status.CLOSED


# the papers


def test_a_credit_note_lacks_nothing_that_the_house_asks_for():
    def needs_an_order_number(document: InvoiceDocument) -> tuple[Fault, ...]:
        return (Fault("BT-10", "no buyer reference", "/buyer_reference"),) if document.type_code == "381" else ()

    ready = invoiced(house=House(seller=HOUSE.seller, invoice=needs_an_order_number))
    before = books(ready.store)
    with pytest.raises(Invalid, match=f"BT-10 credit note of invoice {INV}/buyer_reference"):
        credits(ready)
    assert books(ready.store) == before


def test_a_credit_note_of_a_self_billed_invoice_has_the_number_of_its_buyer():
    ready = shipped(desk(stocked=100))
    invoice = self_bills(ready, "4711")
    assert (invoice.id, invoice.document.number, invoice.document.type_code) == ("C1:4711", "4711", "389")
    assert invoice.document.payment.payment_id == "4711"
    assert refused(ready, lambda: credits(ready, "C1:4711")).code == "BUYER_NUMBERS"
    assert refused(ready, lambda: credits(ready, "C1:4711", self_billed="4711")).code == "NUMBER_TAKEN"
    note = credits(ready, "C1:4711", self_billed="4712")
    assert (note.id, note.document.number, note.document.type_code) == ("C1:4712", "4712", "261")
    assert books(ready.store)["numbers"] == (1,)


def test_two_buyers_may_give_the_same_number():
    ready = shipped(desk(stocked=100))
    ready.onboards("C2")
    shipped(ready, order="O2", shipment="S2", customer="C2")
    assert [self_bills(ready, "7").id, self_bills(ready, "7", "S2").id] == ["C1:7", "C2:7"]


def test_a_self_billed_invoice_is_paid_by_its_own_number():
    ready = shipped(desk(stocked=100))
    self_bills(ready, "4711")
    ready.gets("120.00", reference="4711")
    ready.applies()
    assert open_items(ready) == {}


def test_a_credit_note_is_sent():
    ready = invoiced()
    credits(ready)
    note = sends_note(ready)
    assert (note.status, note.sent[0].channel) == (InvoiceStatus.SENT, "mail")
    assert refused(ready, lambda: sends_note(ready, day=date(2026, 3, 1))).code == "ISSUED_LATER"


def test_a_credit_note_is_told_outside_and_on_the_time_line():
    ready = invoiced()
    ready.clock.time = ready.clock.time.replace(hour=13)
    credits(ready, lines=quantity(3))
    sends_note(ready)
    ready.otc.relay()
    assert [topic for topic in ready.postbox.topics if topic.startswith(("credit_note", "invoice.credited"))] == [
        "credit_note.issued",
        "invoice.credited",
        "credit_note.sent",
    ]
    told = [each.text for each in ready.otc.ask(AskTimeline("O1")) if CN in each.text]
    assert f"Credit note {CN} over 36.00 EUR issued for invoice {INV}" in told
    assert f"{CN}: Sent on 2026-03-02 by mail" in told


def test_crediting_a_line_with_allowances_gives_back_what_was_charged():
    ready = desk(stocked=100)
    discount = Adjustment(charge=False, percent=Percentage("5").value, reason="Discount")
    shipped(ready, line(adjustments=(discount,)))
    charged = ready.bills().payable
    parts = [credits(ready, lines=quantity(1)).payable for _ in range(10)]
    assert sum((part.minor for part in parts), 0) == charged.minor
