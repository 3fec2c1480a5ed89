"""What is written is read back: any invoice, and any credit note, of any feature."""

from hypothesis import given, settings

from otcore.adapters.stated import read_stated
from otcore.adapters.ubl.invoice import as_ubl, read_invoice, write_invoice
from otcore.invoicing.checking import Tolerance, check
from otcore.invoicing.profiles import HUNGARY
from tests.invoicing.document_strategies import documents, documents_beyond

LAWS = settings(max_examples=40)


@LAWS
@given(documents)
def test_reading_gives_back_what_was_written(document):
    assert read_invoice(write_invoice(document)) == as_ubl(document)


@LAWS
@given(documents_beyond)
def test_reading_gives_back_what_en_16931_has_no_words_for(document):
    assert read_invoice(write_invoice(document)) == as_ubl(document)


@LAWS
@given(documents)
def test_the_form_of_a_document_is_final_and_gives_the_same_bytes(document):
    form = as_ubl(document)
    assert as_ubl(form) == form
    assert write_invoice(form) == write_invoice(document)


@LAWS
@given(documents)
def test_a_recalculation_finds_no_difference(document):
    assert check(read_stated(write_invoice(document)), slack(document)) == ()


def slack(document):
    """Tax in whole forints is not what two decimals would be: by the official slack it is right."""
    return Tolerance.OFFICIAL if document.profile == HUNGARY else Tolerance.STRICT
