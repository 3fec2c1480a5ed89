"""What the head of an invoice, its references and its types lack."""

from datetime import date

import pytest
from attrs import evolve

from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice, SubjectNote, SupportingDocument
from otcore.invoicing.stating.specification import CORE, PEPPOL, SELF_BILLING
from otcore.values import Address, Money
from tests.invoicing.documents import BUYER, SELLER, invoice
from tests.invoicing.requirements.asking import faults

GERMAN = {"seller": evolve(SELLER, address=Address(country="DE")), "buyer": BUYER}
SEVERAL = {"note": "Hello", "notes": (SubjectNote("More"),)}
BACKWARDS = InvoicePeriod(date(2026, 2, 2), date(2026, 2, 1))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"tax_point": date(2026, 3, 1), "tax_point_code": "35"}, ("BR-CO-03", "/tax_point_code")),
        ({"tax_point_code": "5"}, ("BR-CL-06", "/tax_point_code")),
        ({"period": BACKWARDS}, ("BR-29", "/period/end")),
        ({"tax_currency": "DKK"}, ("BR-53", "/totals/tax_accounted")),
        ({"tax_currency": "EUR"}, ("PEPPOL-EN16931-R005", "/tax_currency")),
        (SEVERAL, ("PEPPOL-EN16931-R002", "/notes")),
        ({"preceding": (PrecedingInvoice(" "),)}, ("BR-55", "/preceding/0/number")),
        ({"attachments": (SupportingDocument(id=""),)}, ("BR-52", "/attachments/0/id")),
    ],
)
def test_the_head(changes, fault):
    assert faults(invoice(**changes)) == [fault]


@pytest.mark.parametrize(
    "changes",
    [
        {"period": InvoicePeriod(date(2026, 2, 1))},
        {"period": InvoicePeriod(date(2026, 2, 1), date(2026, 2, 1))},
        {"tax_point_code": "432"},
        {"tax_currency": "EUR", "customization": CORE},
        SEVERAL | GERMAN,
        SEVERAL | {"customization": CORE},
        {"preceding": (PrecedingInvoice("F-0"),), "attachments": (SupportingDocument(id="1"),)},
        {"buyer_reference": "", "order_reference": "", "customization": CORE},
    ],
)
def test_a_head_that_lacks_nothing(changes):
    assert faults(invoice(**changes)) == []


def test_the_tax_is_stated_in_the_currency_it_is_accounted_in():
    document = invoice(tax_currency="DKK")
    totals = evolve(document.totals, tax_accounted=Money("1", "DKK"))
    assert faults(evolve(document, totals=totals)) == []


def test_an_attached_file_has_a_type_and_a_name():
    attached = SupportingDocument(id="1", content="MTsyCg==")
    assert faults(invoice(attachments=(attached,))) == [
        ("UBL-DT-06", "/attachments/0/media_type"),
        ("UBL-DT-07", "/attachments/0/file_name"),
    ]


@pytest.mark.parametrize(
    ("code", "customization", "rules"),
    [
        ("380", "", []),
        ("381", "", []),
        ("384", "", []),
        ("389", "", []),
        ("261", "", []),
        ("261", CORE, []),
        ("999", CORE, ["BR-CL-01"]),
        ("389", PEPPOL, ["PEPPOL-EN16931-P0100"]),
        ("380", SELF_BILLING, ["PEPPOL-EN16931-P0100"]),
        ("384", PEPPOL, ["PEPPOL-EN16931-P0112"]),
    ],
)
def test_a_type_is_one_that_the_rules_know(code, customization, rules):
    document = invoice(type_code=code, customization=customization)
    assert faults(document) == [(rule, "/type_code") for rule in rules]


def test_corrections_between_germans_are_peppols_too():
    assert faults(invoice(type_code="384", customization=PEPPOL, **GERMAN)) == []
