"""Laws of invoices as CII, on generated documents of every feature."""

from hypothesis import given

from otcore.adapters.cii import as_cii, read_invoice, write_invoice
from otcore.adapters.ubl import invoice as ubl
from tests.invoicing.document_strategies import documents


@given(documents)
def test_what_is_written_is_read_back(document):
    assert read_invoice(write_invoice(document)) == as_cii(document)


@given(documents)
def test_stating_a_document_twice_changes_nothing(document):
    stated = as_cii(document)
    assert as_cii(stated) == stated
    assert write_invoice(stated) == write_invoice(document)


@given(documents)
def test_an_invoice_is_the_same_in_every_syntax(document):
    by_ubl = ubl.read_invoice(ubl.write_invoice(document))
    by_cii = read_invoice(write_invoice(by_ubl))
    assert by_cii == by_ubl
    assert ubl.read_invoice(ubl.write_invoice(by_cii)) == by_ubl
