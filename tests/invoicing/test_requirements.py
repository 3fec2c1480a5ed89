"""What an invoice lacks is named by the official rule's id, with its place."""

from datetime import date

import pytest
from attrs import evolve

from otcore.invoicing.calculation import Adjustment
from otcore.invoicing.document import DeliveryInformation, PaymentInstructions
from otcore.invoicing.requirements import requirement_faults
from otcore.invoicing.tax_requirements import exemption
from otcore.values import Address, Identifier, Money, Party, TaxCategory
from tests.invoicing.documents import BUYER, DELIVERY, PAYMENT, SELLER, billed, invoice

REVERSE_CHARGE = TaxCategory("AE", 0)
SUPPLY = TaxCategory("K", 0)
OUT_OF_SCOPE = TaxCategory("O", 0)
NO_TAX_ID = {"seller": evolve(SELLER, tax_id=""), "buyer": evolve(BUYER, tax_id="")}


def faults(document):
    return [(fault.code, fault.path) for fault in requirement_faults(document)]


def taxed(tax, **changes):
    return faults(invoice(billed(tax=tax), **changes))


def test_a_complete_invoice_lacks_nothing():
    assert faults(invoice()) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"number": " "}, ("BR-02", "/number")),
        ({"type_code": "999"}, ("PEPPOL-EN16931-P0100", "/type_code")),
        ({"buyer_reference": "", "order_reference": " "}, ("PEPPOL-EN16931-R003", "/buyer_reference")),
        ({"payment": evolve(PAYMENT, iban="")}, ("BR-61", "/payment/iban")),
        ({"payment": PaymentInstructions(means="", payment_id="RF18")}, ("BR-49", "/payment/means")),
        (
            {"delivery": DeliveryInformation(address=Address(city="Kiel"))},
            ("BR-57", "/delivery/address/country"),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_the_document(changes, fault):
    assert faults(invoice(**changes)) == [fault]


@pytest.mark.parametrize("changes", [{"buyer_reference": ""}, {"order_reference": ""}], ids=["order", "reference"])
def test_the_buyers_order_or_reference_is_enough(changes):
    assert faults(invoice(**changes)) == []


def test_a_payment_that_is_no_transfer_needs_no_account():
    assert faults(invoice(payment=PaymentInstructions(means="1"))) == []


@pytest.mark.parametrize("delivery", [None, DeliveryInformation(), DeliveryInformation(address=Address())])
def test_a_delivery_may_be_unknown(delivery):
    assert faults(invoice(delivery=delivery)) == []


@pytest.mark.parametrize(
    ("changes", "seller", "buyer", "place"),
    [
        ({"name": "", "legal_name": ""}, "BR-06", "BR-07", "name"),
        ({"name": "trading", "legal_name": " "}, "BR-06", "BR-07", "name"),
        ({"address": Address()}, "BR-09", "BR-11", "address/country"),
        ({"endpoint": None}, "PEPPOL-EN16931-R020", "PEPPOL-EN16931-R010", "endpoint"),
        ({"endpoint": Identifier("1")}, "BR-62", "BR-63", "endpoint/scheme"),
        ({"tax_id": "556677889901"}, "BR-CO-09", "BR-CO-09", "tax_id"),
        ({"tax_id": "se556677889901"}, "BR-CO-09", "BR-CO-09", "tax_id"),
    ],
)
def test_the_parties(changes, seller, buyer, place):
    assert faults(invoice(seller=evolve(SELLER, **changes))) == [(seller, f"/seller/{place}")]
    assert faults(invoice(buyer=evolve(BUYER, **changes))) == [(buyer, f"/buyer/{place}")]


def test_the_seller_can_be_told_by_a_number():
    nobody = Party("Seller", endpoint=SELLER.endpoint, address=SELLER.address)
    needed = invoice(billed(tax=OUT_OF_SCOPE), seller=nobody, buyer=NO_TAX_ID["buyer"])
    assert faults(needed) == [("BR-CO-26", "/seller")]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"id": " "}, ("BR-21", "/lines/0/id")),
        ({"name": ""}, ("BR-25", "/lines/0/name")),
        ({"standard_item": Identifier("7300010000001")}, ("BR-64", "/lines/0/standard_item/scheme")),
    ],
)
def test_the_lines(changes, fault):
    document = invoice(billed(line_id=changes.get("id", "1")))
    assert faults(evolve(document, lines=(evolve(document.lines[0], **changes),))) == [fault]


def test_the_totals_are_of_the_same_lines():
    assert faults(evolve(invoice(), lines=())) == [("TOTALS_LINES", "/totals/lines")]


@pytest.mark.parametrize(("charge", "of_line", "of_document"), [(False, "BR-42", "BR-33"), (True, "BR-44", "BR-38")])
def test_an_adjustment_has_a_reason(charge, of_line, of_document):
    amount = Money("1", "EUR")
    bare, taxed = Adjustment(charge=charge, amount=amount), Adjustment(charge=charge, amount=amount, tax=billed().tax)
    document = invoice(billed("1", "9", billed().tax, bare), adjustments=(taxed,))
    assert faults(document) == [
        (of_document, "/totals/adjustments/0/reason"),
        (of_line, "/totals/lines/0/adjustments/0/reason"),
    ]


def test_a_reason_code_is_a_reason():
    coded = Adjustment(charge=False, amount=Money("1", "EUR"), reason_code="95")
    assert faults(invoice(billed("1", "9", billed().tax, coded))) == []


@pytest.mark.parametrize("currency", ["BHD", "CLF"])
def test_an_invoice_has_at_most_two_decimals(currency):
    assert faults(invoice(currency=currency)) == [("CURRENCY_DIGITS_EN16931", "/currency")]


@pytest.mark.parametrize(
    ("tax", "rule"),
    [
        (TaxCategory("S", "25"), "BR-S"),
        (TaxCategory("Z", 0), "BR-Z"),
        (TaxCategory("E", 0, "books"), "BR-E"),
        (REVERSE_CHARGE, "BR-AE"),
        (SUPPLY, "BR-IC"),
        (TaxCategory("G", 0), "BR-G"),
        (TaxCategory("L", "7"), "BR-AF"),
        (TaxCategory("M", "4"), "BR-AG"),
    ],
)
def test_a_seller_who_invoices_tax_has_a_vat_id(tax, rule):
    assert taxed(tax) == []
    assert taxed(tax, seller=NO_TAX_ID["seller"]) == [(f"{rule}-02", "/seller/tax_id")]


def test_reverse_charge_knows_the_buyer_by_vat_id_or_registration():
    assert taxed(REVERSE_CHARGE, buyer=NO_TAX_ID["buyer"]) == []
    unknown = evolve(NO_TAX_ID["buyer"], company_id=None)
    assert taxed(REVERSE_CHARGE, buyer=unknown) == [("BR-AE-02", "/buyer/tax_id")]


def test_an_intra_community_supply_knows_the_buyer_by_vat_id():
    assert taxed(SUPPLY, buyer=NO_TAX_ID["buyer"]) == [("BR-IC-02", "/buyer/tax_id")]


@pytest.mark.parametrize("delivery", [None, DeliveryInformation(), DeliveryInformation(address=Address())])
def test_an_intra_community_supply_says_when_and_where(delivery):
    assert taxed(SUPPLY, delivery=delivery) == [
        ("BR-IC-11", "/delivery/day"),
        ("BR-IC-12", "/delivery/address/country"),
    ]


def test_an_intra_community_supply_with_day_and_country_is_complete():
    delivery = DeliveryInformation(day=date(2026, 1, 1), address=Address(country="FI"))
    assert taxed(SUPPLY, delivery=delivery) == []
    assert taxed(SUPPLY, delivery=evolve(DELIVERY, day=None)) == [("BR-IC-11", "/delivery/day")]


def test_what_is_not_subject_to_vat_states_no_vat_id():
    assert taxed(OUT_OF_SCOPE, **NO_TAX_ID) == []
    assert taxed(OUT_OF_SCOPE) == [("BR-O-02", "/seller/tax_id"), ("BR-O-02", "/buyer/tax_id")]


def test_what_is_not_subject_to_vat_is_billed_alone():
    mixed = invoice(billed(tax=OUT_OF_SCOPE), billed(line_id="2"), **NO_TAX_ID)
    assert ("BR-O-11", "/totals/subtotals") in faults(mixed)


def test_an_exemption_has_a_reason():
    assert taxed(TaxCategory("E", 0)) == [("BR-E-10", "/totals/subtotals/0/category/exemption_reason")]
    assert taxed(TaxCategory("E", 0, "", "VATEX-EU-132")) == []


@pytest.mark.parametrize(("code", "rule"), [("S", "BR-S-10"), ("Z", "BR-Z-10"), ("L", "BR-AF-10"), ("M", "BR-AG-10")])
def test_what_is_taxed_has_no_exemption_reason(code, rule):
    tax = TaxCategory(code, 0 if code == "Z" else 5, "no tax today")
    assert taxed(tax) == [(rule, "/totals/subtotals/0/category/exemption_reason")]


@pytest.mark.parametrize(
    ("code", "own"), [("AE", "VATEX-EU-AE"), ("K", "VATEX-EU-IC"), ("G", "VATEX-EU-G"), ("O", "VATEX-EU-O")]
)
def test_a_category_with_one_possible_reason_states_it_by_itself(code, own):
    assert exemption(TaxCategory(code, 0)) == ("", own)
    assert exemption(TaxCategory(code, 0, "agreed")) == ("agreed", "")


def test_all_faults_are_named_at_once():
    document = invoice(number="", seller=evolve(SELLER, endpoint=None), payment=PaymentInstructions())
    assert [code for code, _ in faults(document)] == ["BR-02", "PEPPOL-EN16931-R020", "BR-61"]
