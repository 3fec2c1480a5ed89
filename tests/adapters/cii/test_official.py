"""What leaves otcore as CII passes the official Factur-X schematron and schema, and reads back to the same invoice."""

from collections import Counter
from random import Random

import pytest
from attrs import evolve

from otcore.adapters.cii import as_cii, read_invoice, write_invoice
from otcore.values import Money
from tests.adapters.cii.documents import complete
from tests.adapters.cii.official import failed, failed_extended, schema_errors, schema_errors_extended
from tests.adapters.cii.test_terms import agreed
from tests.invoicing.documents import billed, invoice
from tests.invoicing.generated_documents import document

pytestmark = pytest.mark.oracle

SEED = 20261122
ENOUGH = 500
SPLIT_PAYMENT = "B"
TEXTS = [
    "x" * 1000,
    "<b>&amp;</b> ]]> \"quoted\" 'single'",
    "first line\nsecond line\ttabbed",
    "Ünïcödé 日本語 עברית العربية 🧾",
    "--><!-- no comment",
]


def by_factur_x(drawn):
    """The document as one that follows Factur-X; None where that has no place for it: split payment (category B)."""
    if any(subtotal.category.code == SPLIT_PAYMENT for subtotal in drawn.totals.subtotals):
        return None
    return evolve(drawn, customization="", instalments=(), discounts=())


@pytest.mark.slow
def test_five_hundred_generated_invoices_pass_and_read_back():
    verdicts: Counter[str] = Counter()
    place = 0
    while sum(verdicts.values()) < ENOUGH:
        drawn, place = by_factur_x(document(Random(SEED + place))), place + 1
        if drawn is not None:
            xml = write_invoice(drawn)
            found = (*schema_errors(xml), *failed(xml))
            verdicts["pass" if not found else str(found)] += 1
            assert read_invoice(xml) == as_cii(drawn)
    assert verdicts == {"pass": ENOUGH}


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:12]))
def test_any_text_is_carried(text):
    xml = write_invoice(invoice(note=text, terms_note=text, contract=text[:400]))
    assert schema_errors(xml) == []
    assert failed(xml) == []
    assert read_invoice(xml).note == text


def test_a_document_that_says_everything_passes():
    xml = write_invoice(complete())
    assert schema_errors(xml) == []
    assert failed(xml) == []


def test_a_credit_note_passes():
    xml = write_invoice(invoice(type_code="381", preceding=complete().preceding))
    assert schema_errors(xml) == []
    assert failed(xml) == []


def test_a_currency_without_minor_units_passes():
    xml = write_invoice(invoice(billed("3", "1333", currency="JPY"), currency="JPY", prepaid=Money(500, "JPY")))
    assert schema_errors(xml) == []
    assert failed(xml) == []


def test_what_needs_the_extended_profile_passes_that():
    document = agreed(order_reference="")
    line = evolve(document.lines[0], order="PO-1", order_line="7", despatch="D-9")
    xml = write_invoice(evolve(document, lines=(line,)))
    assert schema_errors_extended(xml) == []
    assert failed_extended(xml) == []
