"""A wrong invoice is credited and billed anew in one go; no document is changed, and no figure is lost."""

from datetime import date

import pytest
from attrs import evolve as changed

from otcore.invoicing.credit_notes.commands import CorrectedLine
from otcore.invoicing.references import PrecedingInvoice
from otcore.ports.aggregates import CREDIT_NOTE, CUSTOMER, SHIPMENT
from otcore.receivables.invoice_standing import Standing
from otcore.receivables.payment_status import PaymentStatus
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Invalid
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory
from otcore.workflows.ask import Get
from otcore.workflows.order_status import AskOrderStatus
from tests.orders.examples import DAY, dec, eur, left, line
from tests.workflows.books import books, refused
from tests.workflows.desk import HOUSE, Desk, desk
from tests.workflows.invoicing import (
    CN,
    INV,
    assert_books_agree,
    corrects,
    credits,
    invoiced,
    open_items,
    quantity,
    self_bills,
    shipped,
    standing,
    the_invoice,
)
from tests.workflows.sending import back

NEW = "INV-2026-000002"


def cheaper(amount: str = "9.00") -> CorrectedLine:
    return CorrectedLine(line="1", price=UnitPrice(amount, "EUR"))


def test_a_wrong_price_is_put_right_by_a_note_over_all_and_an_invoice_of_type_384():
    ready = invoiced()
    new = corrects(ready, cheaper())
    assert (new.id, new.payable, new.document.type_code) == (NEW, eur("108.00"), "384")
    assert new.document.preceding == (PrecedingInvoice(INV, DAY),)
    assert ready.otc.ask(Get(CREDIT_NOTE, CN)).payable == eur("120.00")
    assert open_items(ready) == {NEW: "108.00"}
    assert_books_agree(ready)


def test_both_invoices_say_what_became_of_them():
    ready = invoiced()
    new = corrects(ready)
    wrong = the_invoice(ready)
    assert (wrong.corrected_by, new.corrects, wrong.notes) == (NEW, INV, (CN,))
    assert (standing(ready).standing, standing(ready, NEW).standing) == (Standing.CREDITED, Standing.ISSUED)


def test_the_wrong_document_stays_as_it_is():
    ready = invoiced()
    before = the_invoice(ready).document
    corrects(ready, cheaper(), note="right at last")
    assert the_invoice(ready).document == before


def test_texts_and_parties_are_those_of_today():
    ready = invoiced()
    customer = ready.otc.ask(Get(CUSTOMER, "C1"))
    moved = changed(HOUSE.seller.party, name="Seller of tomorrow")
    ready = Desk(store=ready.store, house=changed(HOUSE, seller=changed(HOUSE.seller, party=moved)))
    line = CorrectedLine(line="1", name="Sterile needle", accounting_cost="K-7", tax=TaxCategory("S", "10"))
    new = corrects(
        ready, line, buyer_reference="desk 9", order_reference="PO-9", note="", contract="CT", accounting_cost="A"
    )
    document = new.document
    assert (document.seller.name, document.buyer) == ("Seller of tomorrow", customer.profile.party)
    assert (document.buyer_reference, document.order_reference, document.note) == ("desk 9", "PO-9", "")
    assert (document.contract, document.accounting_cost) == ("CT", "A")
    (only,) = document.lines
    assert (only.name, only.accounting_cost, only.tax.rate, new.payable) == (
        "Sterile needle",
        "K-7",
        dec(10),
        eur("110.00"),
    )


def test_the_reason_is_the_note_where_no_other_is_given():
    assert corrects(invoiced(), reason="wrong buyer").document.note == "wrong buyer"


def test_its_terms_count_from_its_own_day():
    assert corrects(invoiced(), day=date(2026, 3, 12)).document.due == date(2026, 4, 11)


def test_the_order_is_billed_as_it_was_and_its_shipment_by_the_new_invoice():
    ready = invoiced()
    corrects(ready)
    ledger = ready.order().lines[0].ledger
    assert (ledger.invoiced, ledger.credited, ledger.billable) == (dec(10), dec(0), dec(0))
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == NEW
    back(ready)
    assert credits(ready, NEW, return_id="R1").payable == eur("36.00")


@pytest.mark.parametrize(
    ("came", "right", "open_"),
    [
        ("120.00", "9.00", {CN: "-12.00"}),
        ("120.00", "11.00", {NEW: "12.00"}),
        ("50.00", "9.00", {NEW: "58.00"}),
        ("120.00", "10.00", {}),
    ],
)
def test_what_was_paid_for_the_wrong_one_pays_the_right_one(came: str, right: str, open_: dict[str, str]):
    ready = invoiced()
    ready.gets(came, reference="RF94INV2026000001")
    ready.applies()
    corrects(ready, cheaper(right))
    assert open_items(ready) == open_
    assert_books_agree(ready)
    found = ready.otc.ask(AskOrderStatus("O1")).figures
    assert str(found.balance.amount) == next(iter(open_.values()), "0.00")


def test_an_order_whose_bill_was_put_right_is_paid_once():
    ready = invoiced()
    corrects(ready)
    ready.gets("120.00", text=NEW)
    ready.applies()
    assert ready.otc.ask(AskOrderStatus("O1")).payment is PaymentStatus.PAID


def test_only_what_is_left_is_billed_anew():
    ready = invoiced()
    credits(ready, lines=quantity(4))
    new = corrects(ready)
    assert (new.payable, new.document.lines[0].quantity.value) == (eur("72.00"), dec(6))
    ledger = ready.order().lines[0].ledger
    assert (ledger.invoiced, ledger.credited) == (dec(10), dec(4))
    assert_books_agree(ready)


def test_a_corrective_invoice_may_itself_be_put_right():
    ready = invoiced()
    corrects(ready, cheaper())
    last = corrects(ready, cheaper("8.00"), invoice=NEW)
    assert (last.payable, last.corrects, last.document.preceding[0].number) == (eur("96.00"), NEW, NEW)
    assert_books_agree(ready)


def test_a_corrective_invoice_takes_allowances_along():
    ready = desk(stocked=100)
    discount = Adjustment(charge=False, percent=dec(10), reason="Discount")
    shipped(ready, line(adjustments=(discount,)))
    assert ready.bills().payable == eur("108.00")
    assert corrects(ready, cheaper("20.00")).payable == eur("216.00")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((CorrectedLine(line="9"),), "LINE_UNKNOWN"),
        ((cheaper(), cheaper()), "LINE_TWICE"),
    ],
)
def test_a_refused_correction_leaves_everything(lines: tuple[CorrectedLine, ...], code: str):
    ready = invoiced()
    assert refused(ready, lambda: corrects(ready, *lines)).code == code


def test_a_correction_never_pays_the_customer():
    ready = desk(stocked=100)
    shipped(ready, line(adjustments=(Adjustment(charge=False, amount=eur("50.00"), reason="Gift"),)))
    ready.bills()
    assert refused(ready, lambda: corrects(ready, cheaper("4.00"))).code == "PAYABLE_NEGATIVE"


def test_a_house_may_have_another_type_of_corrective_invoices():
    ready = invoiced(house=changed(HOUSE, corrective_type="380"))
    assert corrects(ready).document.type_code == "380"


def test_a_credited_invoice_has_nothing_to_put_right():
    ready = invoiced()
    corrects(ready)
    assert refused(ready, lambda: corrects(ready)).code == "NOTHING_LEFT"


def test_goods_that_came_back_are_credited_before_the_rest_is_billed_anew():
    ready = invoiced()
    back(ready)
    assert refused(ready, lambda: corrects(ready)).code == "GOODS_CAME_BACK"
    credits(ready, return_id="R1")
    assert corrects(ready).payable == eur("84.00")
    assert_books_agree(ready)


def test_the_buyer_puts_its_own_invoices_right():
    ready = shipped(desk(stocked=100))
    self_bills(ready, "4711")
    assert refused(ready, lambda: corrects(ready, invoice="C1:4711")).code == "BUYER_NUMBERS"


def test_a_correction_has_a_reason():
    with pytest.raises(Invalid, match="REASON_MISSING"):
        corrects(invoiced(), reason="")


def test_a_house_may_number_corrections_apart():
    house = changed(HOUSE, corrective_series="corrective-{year}", corrective_number="K-{year}-{count}")
    ready = invoiced(house=house)
    assert corrects(ready).id == "K-2026-1"
    assert corrects(ready, invoice="K-2026-1").id == "K-2026-2"
    assert books(ready.store)["numbers"] == (2,)


def test_an_order_with_lines_beside_the_invoice_keeps_them():
    ready = desk(stocked=100)
    ready.places(line(), line("2", 4, product="P2"))
    ready.acknowledges()
    ready.ships(left("1", 10))
    ready.bills()
    corrects(ready)
    one, two = (each.ledger for each in ready.order().lines)
    assert (one.invoiced, two.invoiced) == (dec(10), dec(0))
