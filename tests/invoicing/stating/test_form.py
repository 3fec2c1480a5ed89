"""The one form of a document: each thing in the place that EN 16931 has for it."""

import pytest
from attrs import evolve

from otcore.invoicing.document import DeliveryInformation, PaymentInstructions
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard
from otcore.invoicing.profiles import OMAN, SWITZERLAND
from otcore.invoicing.references import InvoicePeriod, SubjectNote
from otcore.invoicing.stating import as_stated
from otcore.invoicing.stating.notes import coded_note, note_text
from otcore.orders.details import Unread
from otcore.values import Address, Contact, Money, Party, TaxCategory
from tests.invoicing.documents import BUYER, DELIVERY, SELLER, billed, invoice


def test_a_name_and_a_registered_name_stand_in_for_each_other():
    assert as_stated(invoice(seller=Party("Nordic"))).seller == Party("Nordic", "Nordic")
    assert as_stated(invoice(seller=Party("", "Nordic AB"))).seller == Party("Nordic AB", "Nordic AB")
    assert as_stated(invoice()).seller == SELLER


def test_a_buyer_has_one_identifier_and_no_number_at_a_tax_office():
    buyer = evolve(BUYER, tax_registration="12/345", legal_information="Seat: Kiel", contact=Contact())
    stated = as_stated(invoice(buyer=buyer)).buyer
    assert stated == evolve(BUYER, identifiers=BUYER.identifiers[:1], legal_name=BUYER.name)


def test_a_payee_has_a_name_an_identifier_and_a_registration():
    payee = evolve(SELLER, name="")
    assert as_stated(invoice(payee=payee)).payee == Party(
        SELLER.legal_name, identifiers=SELLER.identifiers[:1], company_id=SELLER.company_id
    )


def test_a_tax_representative_has_a_name_a_vat_id_and_an_address():
    representative = evolve(SELLER, name="")
    assert as_stated(invoice(tax_representative=representative)).tax_representative == Party(
        SELLER.legal_name, tax_id=SELLER.tax_id, address=SELLER.address
    )


@pytest.mark.parametrize(
    ("delivery", "stated"),
    [
        (None, None),
        (DeliveryInformation(), None),
        (DeliveryInformation(address=Address()), None),
        (DELIVERY, DELIVERY),
        (evolve(DELIVERY, address=Address()), evolve(DELIVERY, address=None)),
    ],
)
def test_a_delivery_that_says_nothing_is_none(delivery, stated):
    assert as_stated(invoice(delivery=delivery)).delivery == stated


@pytest.mark.parametrize(
    ("note", "notes", "stated"),
    [
        ("Hello", (), ("Hello", ())),
        ("", (SubjectNote("Hello"),), ("Hello", ())),
        ("#AAI#Hello", (), ("", (SubjectNote("Hello", "AAI"),))),
        ("Hello", (SubjectNote("More"), SubjectNote("", "AAI")), ("Hello", (SubjectNote("More"),))),
        (
            "",
            (SubjectNote("Hello", "AAI"), SubjectNote("More")),
            ("", (SubjectNote("Hello", "AAI"), SubjectNote("More"))),
        ),
        ("#12#Hello", (), ("#12#Hello", ())),
    ],
)
def test_the_first_note_is_the_documents_own_unless_it_is_about_a_subject(note, notes, stated):
    document = as_stated(invoice(note=note, notes=notes))
    assert (document.note, document.notes) == stated


@pytest.mark.parametrize("note", [SubjectNote("Hello"), SubjectNote("two\nlines", "REG")])
def test_a_note_is_its_text_and_back(note):
    assert coded_note(note_text(note)) == note


def test_a_holder_and_a_bank_are_nothing_without_their_account():
    payment = PaymentInstructions(means="10", bic="ESSESESS", account_name="Nordic", direct_debit=DirectDebit())
    assert as_stated(invoice(payment=payment)).payment == PaymentInstructions(means="10")


def test_the_first_account_is_the_main_one():
    first, second = CreditTransfer(iban="DE1", bic="B", account_name="N"), CreditTransfer(iban="DE2")
    payment = PaymentInstructions(
        further_accounts=(CreditTransfer(iban=""), first, second), card=PaymentCard(number="")
    )
    assert as_stated(invoice(payment=payment)).payment == PaymentInstructions(
        iban="DE1", bic="B", account_name="N", further_accounts=(second,)
    )


def test_a_reason_for_taking_no_tax_is_that_of_the_breakdown():
    books, lessons = TaxCategory("E", 0, "Books"), TaxCategory("E", 0, "Lessons")
    stated = as_stated(invoice(billed(tax=books), billed(tax=lessons, line_id="2")))
    merged = TaxCategory("E", 0, "Books; Lessons")
    assert [line.tax for line in stated.lines] == [merged, merged]
    export = as_stated(invoice(billed(tax=TaxCategory("G", 0))))
    assert export.lines[0].tax == export.totals.subtotals[0].category == TaxCategory("G", 0, "", "VATEX-EU-G")


def test_a_category_that_is_not_in_the_breakdown_has_no_reason():
    document = invoice(billed(tax=TaxCategory("E", 0, "Books")))
    bare = evolve(document, totals=evolve(document.totals, subtotals=()))
    assert as_stated(bare).lines[0].tax == TaxCategory("E", 0)


def test_na_beside_the_sellers_order_is_no_order():
    assert as_stated(invoice(order_reference="NA", sales_order="SO-1")).order_reference == ""
    assert as_stated(invoice(order_reference="NA")).order_reference == "NA"


def test_a_period_without_days_is_none():
    document = invoice(period=InvoicePeriod())
    line = evolve(document.lines[0], period=InvoicePeriod())
    stated = as_stated(evolve(document, lines=(line,)))
    assert (stated.period, stated.lines[0].period) == (None, None)


def test_how_it_was_rounded_is_told_by_the_currency_alone():
    assert as_stated(invoice(billed(currency="CHF"), currency="CHF", profile=SWITZERLAND)).profile.increment is None
    assert as_stated(invoice(billed(currency="OMR"), currency="OMR", profile=OMAN)).profile.digits == 2


def test_what_was_unread_is_the_readers():
    assert as_stated(invoice(unread=(Unread("/x", "y"),))).unread == ()


def test_tax_in_another_currency_needs_its_name():
    document = invoice()
    accounted = evolve(document.totals, tax_accounted=Money("1", "DKK"), third_party=Money("3", "EUR"))
    stated = as_stated(evolve(document, totals=accounted)).totals
    assert (stated.tax_accounted, stated.third_party) == (None, None)
