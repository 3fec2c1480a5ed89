"""What the lines of an invoice lack, and what its amounts say that EN 16931 has no words for."""

from datetime import date

import pytest
from attrs import evolve

from otcore.invoicing.calculation import InvoiceInput, calculate
from otcore.invoicing.document import DeliveryInformation
from otcore.invoicing.invoice_line import Classification, ItemAttribute
from otcore.invoicing.profiles import OMAN
from otcore.invoicing.references import InvoicePeriod
from otcore.invoicing.stating.specification import CORE
from otcore.values import Address, Money, TaxCategory
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.terms import Instalment
from tests.invoicing.documents import BUYER, SELLER, billed, invoice
from tests.invoicing.requirements.asking import faults

SPAN = InvoicePeriod(date(2026, 2, 1), date(2026, 2, 28))
AGENT = evolve(SELLER, tax_id="SE99")
ITALIAN = {
    "seller": evolve(SELLER, address=Address(country="IT")),
    "buyer": evolve(BUYER, address=Address(country="IT")),
}
SPLIT = TaxCategory("B", "22")


def line_of(document=None, **changes):
    document = document or invoice()
    return evolve(document, lines=(evolve(document.lines[0], **changes),))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"period": InvoicePeriod(SPAN.end, SPAN.start)}, ("BR-30", "period/end")),
        ({"classifications": (Classification("65434568"),)}, ("BR-65", "classifications/0/list_id")),
        ({"attributes": (ItemAttribute("Colour", ""),)}, ("BR-54", "attributes/0")),
        ({"attributes": (ItemAttribute(" ", "Grey"),)}, ("BR-54", "attributes/0")),
    ],
)
def test_a_line(changes, fault):
    rule, place = fault
    assert faults(line_of(**changes)) == [(rule, f"/lines/0/{place}")]


def test_a_line_that_lacks_nothing():
    said = {"classifications": (Classification("65434568", "STI"),), "attributes": (ItemAttribute("Colour", "Grey"),)}
    assert faults(line_of(period=SPAN, **said)) == []


def test_a_part_lacks_what_a_line_lacks():
    (line,) = invoice().lines
    assert faults(line_of(parts=(evolve(line, name=""),))) == [("BR-25", "/lines/0/parts/0/name")]


def test_an_invoice_has_a_line():
    document = invoice()
    assert faults(evolve(document, lines=(), totals=evolve(document.totals, lines=()))) == [("BR-16", "/lines")]


@pytest.mark.parametrize(
    ("period", "rules"),
    [
        (SPAN, []),
        (InvoicePeriod(), []),
        (InvoicePeriod(date(2026, 1, 31)), ["PEPPOL-EN16931-R110"]),
        (InvoicePeriod(end=date(2026, 3, 1)), ["PEPPOL-EN16931-R111"]),
        (InvoicePeriod(date(2026, 1, 1), date(2026, 3, 1)), ["PEPPOL-EN16931-R110", "PEPPOL-EN16931-R111"]),
    ],
)
def test_a_line_bills_days_of_the_invoice(period, rules):
    assert [code for code, _ in faults(line_of(invoice(period=SPAN), period=period))] == rules
    assert faults(line_of(invoice(period=SPAN, customization=CORE), period=period)) == []


def test_taxes_beside_vat_are_named():
    taxes = (OtherTax("IRPF", 15, kind=TaxKind.WITHHELD), OtherTax("RE", "5.2"))
    asked = InvoiceInput("EUR", (evolve(billed(), taxes=taxes),))
    document = evolve(invoice(), totals=calculate(asked))
    assert faults(document) == [("OTHER_TAXES_EN16931", f"/totals/taxes/{place}") for place in (0, 1)]


def test_a_currency_of_three_decimals_is_rounded_to_two():
    document = invoice(billed(currency="OMR"), currency="OMR", profile=OMAN)
    assert faults(document) == []
    part = Instalment(date(2026, 4, 1), Money("1.005", "OMR"))
    assert faults(evolve(document, instalments=(part,))) == [("CURRENCY_DIGITS_EN16931", "/currency")]


@pytest.mark.parametrize("code", ["S", "Z", "E", "AE", "L", "M"])
def test_a_number_at_the_tax_office_stands_in_for_a_vat_id(code):
    tax = TaxCategory(code, 7 if code in "SLM" else 0, "Books" if code == "E" else "")
    office = evolve(SELLER, tax_id="", tax_registration="12/345")
    assert faults(invoice(billed(tax=tax), seller=office)) == []


@pytest.mark.parametrize("code", ["S", "AE", "K", "G"])
def test_a_representative_stands_in_for_a_vat_id(code):
    tax = TaxCategory(code, 7 if code == "S" else 0)
    bare = evolve(SELLER, tax_id="")
    assert faults(invoice(billed(tax=tax), seller=bare, tax_representative=AGENT)) == []


def test_a_supply_abroad_needs_a_vat_id():
    office = evolve(SELLER, tax_id="", tax_registration="12/345")
    assert faults(invoice(billed(tax=TaxCategory("G", 0)), seller=office)) == [("BR-G-02", "/seller/tax_id")]


def test_an_intra_community_supply_may_state_the_days_billed():
    delivery = DeliveryInformation(address=Address(country="DE"))
    supply = billed(tax=TaxCategory("K", 0))
    assert faults(invoice(supply, delivery=delivery, period=SPAN)) == []
    assert faults(invoice(supply, delivery=delivery, period=InvoicePeriod())) == [("BR-IC-11", "/delivery/day")]


def test_who_is_out_of_scope_has_no_representative():
    outside = {"seller": evolve(SELLER, tax_id=""), "buyer": evolve(BUYER, tax_id="")}
    document = invoice(billed(tax=TaxCategory("O", 0)), tax_representative=AGENT, **outside)
    assert faults(document) == [("BR-O-02", "/tax_representative/tax_id")]


def test_split_payment_is_italys():
    assert faults(invoice(billed(tax=SPLIT), **ITALIAN)) == []
    assert faults(invoice(billed(tax=SPLIT))) == [
        ("BR-B-01", "/seller/address/country"),
        ("BR-B-01", "/buyer/address/country"),
    ]


def test_split_payment_stands_beside_no_standard_rate():
    document = invoice(billed(tax=SPLIT), billed(line_id="2"), **ITALIAN)
    assert faults(document) == [("BR-B-02", "/totals/subtotals")]
