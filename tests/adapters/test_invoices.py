"""Invoices of every syntax behind one face."""

import pytest

from otcore.adapters.invoices import Syntax, read_invoice, syntax_of, write_invoice
from otcore.values import Invalid
from tests.adapters.cii.documents import complete
from tests.invoicing.documents import invoice


@pytest.mark.parametrize("syntax", Syntax)
@pytest.mark.parametrize("type_code", ["380", "381"])
def test_an_invoice_is_read_by_what_it_is(syntax, type_code):
    document = invoice(type_code=type_code, preceding=complete().preceding)
    data = write_invoice(document, syntax)
    assert syntax_of(data) is syntax
    assert (read_invoice(data).number, read_invoice(data).type_code) == (document.number, type_code)


@pytest.mark.parametrize(
    "data",
    [
        b"<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>",
        b"<Invoice/>",
        b"<rsm:CrossIndustryDocument xmlns:rsm='urn:ferd:CrossIndustryDocument:invoice:1p0'/>",
    ],
)
def test_another_document_is_refused_by_its_root(data):
    with pytest.raises(Invalid, match="KIND_UNKNOWN") as refused:
        read_invoice(data, "a.xml")
    (fault,) = refused.value.faults
    assert fault.path.startswith("a.xml line 1 /")
    assert fault.facts["found"].rpartition("}")[2] in ("Order", "Invoice", "CrossIndustryDocument")


def test_what_is_no_xml_is_refused():
    with pytest.raises(Invalid, match="XML_MALFORMED"):
        read_invoice(b"an invoice")


def test_a_pdf_is_told_as_such():
    with pytest.raises(Invalid, match="XML_ENCODING line 1: this is a PDF"):
        read_invoice(b"%PDF-1.7")


def test_faults_carry_the_name_of_the_file():
    data = write_invoice(invoice(), Syntax.CII).replace(b">156.25<", b">x<")
    with pytest.raises(Invalid) as refused:
        read_invoice(data, "a.xml")
    assert all(fault.path.startswith("a.xml line ") for fault in refused.value.faults)
