"""The Cross Industry Invoices of the case files: read without a fault and without loss, and written again the same."""

import json
from decimal import Decimal

import pytest
from attrs import evolve
from lxml import etree

from otcore.adapters.cii import as_cii, read_invoice, write_invoice
from otcore.invoicing.requirements import requirement_faults
from otcore.invoicing.stating.specification import CORE
from tests.adapters.cii.official import failed, schema_errors
from tests.adapters.ubl.loss import overlooked
from tests.case_files import CASES, PRESENT

FOLDER = CASES / "invoices"
RIGHT, WRONG = ("exact", "totals"), ("negative",)
LARGE = 100_000
"""Beyond so many bytes, nearly all of them embedded files, changing every place in its turn takes minutes."""

NOT_WRITTEN = {"cii-br-tmp-3-negative-test.xml": {"BR-42", "BR-44"}}
"""What keeps a document from being written again: a charge and an allowance of a line that give no reason."""

OTHER_LISTS = {
    "XRechnung-O.xml": {"FX-SCH-A-000589"},
    "cii-br-de-cvd-03-04-05-06-test.xml": {"FX-SCH-A-000297"},
    "04.05a-INVOICE_uncefact.xml": {f"FX-SCH-A-000{number}" for number in (567, 579, 597, 626)},
}
"""Codes that a document has from lists of its own country (exemptions, classifications, schemes of identifiers)."""


def rows(*classes):
    """The rows of the index about Cross Industry Invoices; none where the folder is absent."""
    lines = (FOLDER / "index.jsonl").read_text().splitlines() if PRESENT else ()
    found = (json.loads(line) for line in lines)
    return [row for row in found if row["syntax"] == "CII" and row["class"] in classes]


def named(rows):
    return [pytest.param(row, id=row["case"]) for row in rows]


def data(row):
    return (FOLDER / row["file"]).read_bytes()


def test_all_of_them_are_there(cases):
    assert (len(rows(*RIGHT)), len(rows(*WRONG))) == (36, 2)


@pytest.mark.parametrize("row", named(rows(*RIGHT, *WRONG)))
def test_a_document_is_read_with_the_totals_it_states(row, cases):
    totals, expected = read_invoice(data(row)).totals, row["expected"]
    sums = {
        "line_total": totals.line_net,
        "tax_exclusive": totals.tax_exclusive,
        "tax_inclusive": totals.tax_inclusive,
        "payable": totals.payable,
    }
    assert {name: each.amount for name, each in sums.items()} == {name: Decimal(expected[name]) for name in sums}
    found = [
        (each.category.code, each.category.rate, each.taxable.amount, each.tax.amount) for each in totals.subtotals
    ]
    assert found == [_group(each) for each in expected["breakdown"]]


@pytest.mark.slow
@pytest.mark.parametrize("row", named(rows(*RIGHT, *WRONG)))
def test_a_document_is_read_without_loss(row, cases):
    document = data(row)
    if len(document) > LARGE:
        document = without_content(document)
    assert overlooked(read_invoice, document) == []


@pytest.mark.parametrize("row", named(rows(*RIGHT)))
def test_a_document_is_written_and_read_back_the_same(row, cases):
    read = read_invoice(data(row))
    faults = {fault.code for fault in requirement_faults(read)}
    assert faults == NOT_WRITTEN.get(row["file"].rpartition("/")[2], set())
    if not faults:
        assert read_invoice(write_invoice(read)) == evolve(read, unread=()) == as_cii(read)


@pytest.mark.oracle
@pytest.mark.parametrize("row", named(rows(*RIGHT)))
def test_what_is_written_of_it_passes_the_official_judges(row, cases):
    read = evolve(read_invoice(data(row)), customization="", discounts=())
    if not requirement_faults(evolve(read, customization=CORE)):
        xml = write_invoice(read)
        assert schema_errors(xml) == []
        assert {each.id for each in failed(xml)} == OTHER_LISTS.get(row["file"].rpartition("/")[2], set())


def without_content(document):
    """The document with its embedded files cut to a few bytes."""
    root = etree.fromstring(document)
    for content in root.iter("{*}AttachmentBinaryObject"):
        content.text = "JVBERi0xLjcK"
    return etree.tostring(root)


def _group(expected):
    amounts = Decimal(expected["taxable"]), Decimal(expected["tax"])
    return expected["category"], Decimal(expected["rate"] or 0), *amounts
