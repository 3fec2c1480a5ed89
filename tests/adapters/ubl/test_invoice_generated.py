"""A thousand invoices and credit notes with every feature in the mix: the official judges take them, and they are read
back as they were.
"""

import pytest

from otcore.adapters.stated import read_stated
from otcore.adapters.ubl.invoice import as_ubl, read_invoice, write_invoice
from otcore.adapters.ubl.invoice_form import form_of
from otcore.invoicing.checking import check
from tests.adapters.ubl.official import failed, fatal, schema_errors
from tests.invoicing.generated_documents import documents

pytestmark = [pytest.mark.oracle, pytest.mark.slow]

COUNT = 500
BEYOND = {"BR-CO-16"}
"""The payable amount of EN 16931 knows no payments collected for others; the extension has BR-DEX-09 in its place."""


@pytest.fixture(scope="module")
def written():
    return [(document, write_invoice(document)) for document in documents(COUNT)]


@pytest.fixture(scope="module")
def beyond():
    return [(document, write_invoice(document)) for document in documents(COUNT, beyond=True)]


def test_every_feature_is_in_the_mix():
    drawn = documents(COUNT)
    seen = [
        {form_of(each.type_code).root for each in drawn} == {"Invoice", "CreditNote"},
        {each.type_code for each in drawn} >= {"380", "381", "384", "389", "396"},
        {each.currency for each in drawn} >= {"EUR", "JPY", "OMR", "CHF"},
        {line.tax.code for each in drawn for line in each.lines}
        == {*["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"]},
        *[any(getattr(each, name) for each in drawn) for name in FEATURES],
        *[any(getattr(each.totals, name) for each in drawn) for name in ("advances", "prepaid", "rounding", "taxes")][
            :3
        ],
        any(line.price.discount for each in drawn for line in each.lines),
        any(line.quantity.value < 0 for each in drawn for line in each.lines),
        any(each.payment.card for each in drawn),
        any(each.payment.direct_debit for each in drawn),
        any(each.payment.further_accounts for each in drawn),
    ]
    assert all(seen)


FEATURES = [
    "preceding",
    "notes",
    "period",
    "tax_point",
    "tax_point_code",
    "tax_currency",
    "project",
    "receipt_reference",
    "tender",
    "object",
    "payee",
    "tax_representative",
    "attachments",
    "tax_included",
    "delivery",
    "contract",
    "sales_order",
    "despatch_reference",
]


def test_the_schema_takes_them(written):
    assert {index: errors for index, (_, xml) in enumerate(written) if (errors := schema_errors(xml))} == {}


def test_the_schematron_finds_nothing(written):
    assert {index: found for index, (_, xml) in enumerate(written) if (found := failed(xml))} == {}


def test_they_are_read_back(written):
    assert [index for index, (document, xml) in enumerate(written) if read_invoice(xml) != as_ubl(document)] == []


def test_recalculated_they_are_exact(written):
    assert {index: found for index, (_, xml) in enumerate(written) if (found := check(read_stated(xml)))} == {}


def test_what_is_beyond_en_16931_fits_the_schema(beyond):
    assert {index: errors for index, (_, xml) in enumerate(beyond) if (errors := schema_errors(xml))} == {}


def test_what_is_beyond_en_16931_breaks_no_rule_but_that_of_the_payable_amount(beyond):
    for document, xml in beyond:
        assert {each.id for each in fatal(xml)} == (BEYOND if document.third_party else set())


def test_what_is_beyond_en_16931_is_read_back(beyond):
    assert [index for index, (document, xml) in enumerate(beyond) if read_invoice(xml) != as_ubl(document)] == []
