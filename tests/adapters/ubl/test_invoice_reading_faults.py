"""An invoice that cannot be taken: each fault has its code, file, line and path, and none hides another."""

import pytest

from otcore.adapters.ubl.invoice import read_invoice
from otcore.invoicing.stating.specification import XRECHNUNG_EXTENSION
from tests.adapters.ubl.documents import ORDER, but, codes, document, refused
from tests.adapters.ubl.invoice_examples import CREDIT_NOTE, INVOICE, LINE


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("<cbc:ID>F-1</cbc:ID>", "", "XML_MISSING", "/Invoice/cbc:ID"),
        (">2026-03-02<", ">2026-02-30<", "DATE_FORMAT", "/Invoice/cbc:IssueDate"),
        (">380<", ">381<", "TYPE_CODE_ROOT", "/Invoice/cbc:InvoiceTypeCode"),
        ("<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", "", "XML_MISSING", "cbc:InvoiceTypeCode"),
        (">EUR</cbc:Doc", ">EURO</cbc:Doc", "CURRENCY_UNKNOWN", "cbc:DocumentCurrencyCode"),
        (">DKK</cbc:Tax", ">krone</cbc:Tax", "CURRENCY_UNKNOWN", "cbc:TaxCurrencyCode"),
        ('currencyID="DKK"', 'currencyID="USD"', "CURRENCY_MISMATCH", "/Invoice/cac:TaxTotal[2]/cbc:TaxAmount"),
        ('"EUR">18.40', '"USD">18.40', "CURRENCY_MISMATCH", "cbc:TaxableAmount"),
        (">20.01<", ">20,01<", "NUMBER_FORMAT", "cac:LegalMonetaryTotal/cbc:PayableAmount"),
        (">20.01<", ">20.011<", "MONEY_TOO_PRECISE", "cac:LegalMonetaryTotal/cbc:PayableAmount"),
        (">9.5<", ">-9.5<", "PRICE_NEGATIVE", "cac:InvoiceLine/cac:Price"),
        ('"C62">10<', '"KGM">10<', "UNIT_MISMATCH", "cac:Price/cbc:BaseQuantity"),
        ('<cbc:InvoicedQuantity unitCode="C62">', "<cbc:InvoicedQuantity>", "XML_MISSING", "cac:InvoiceLine"),
        ("MTsy Cg==", "MTsy Cg", "BASE64_FORMAT", "cac:Attachment/cbc:EmbeddedDocumentBinaryObject"),
        ("MTsy Cg==", "MT!y Cg==", "BASE64_FORMAT", "cac:Attachment/cbc:EmbeddedDocumentBinaryObject"),
        ("<cbc:Percent>25</cbc:Percent>", "", "XML_MISSING", "cac:TaxCategory"),
        (">F-0<", "><", "XML_MISSING", "cac:BillingReference/cac:InvoiceDocumentReference"),
        ("AccountingCustomerParty>", "BuyerCustomerParty>", "XML_MALFORMED", ""),
    ],
)
def test_a_fault_is_named_where_it_stands(old, new, code, place):
    faults = refused(read_invoice, but(INVOICE, (old, new)))
    assert [fault.code for fault in faults] == [code]
    assert place in faults[0].path
    assert faults[0].path.startswith("file.xml line ")


def test_a_credit_note_has_its_own_types():
    assert codes(read_invoice, but(CREDIT_NOTE, (">381<", ">380<"))) == ["TYPE_CODE_ROOT"]


def test_another_document_is_no_invoice():
    assert codes(read_invoice, ORDER) == ["UBL_DOCUMENT"]


def test_an_invoice_has_lines():
    assert codes(read_invoice, INVOICE.replace(LINE.encode(), b"")) == ["NO_LINES"]


def test_a_line_stands_once():
    assert codes(read_invoice, but(INVOICE, (LINE, LINE * 2))) == ["DUPLICATE_LINE"]


def test_an_invoice_states_its_tax():
    start, end = INVOICE.index(b"<cac:TaxTotal>"), INVOICE.index(b"<cac:LegalMonetaryTotal>")
    assert codes(read_invoice, INVOICE[:start] + INVOICE[end:]) == ["XML_MISSING"]


def test_an_invoice_has_totals():
    faults = codes(read_invoice, document("Invoice", "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"))
    assert set(faults) == {"XML_MISSING", "NO_LINES"}


def test_a_whole_card_number_is_kept_nowhere():
    card = """</cac:PayeeFinancialAccount><cac:CardAccount>
      <cbc:PrimaryAccountNumberID>4111111111111111</cbc:PrimaryAccountNumberID></cac:CardAccount>"""
    (fault,) = refused(read_invoice, but(INVOICE, ("</cac:PayeeFinancialAccount>", card)))
    assert fault.code == "CARD_NUMBER"
    assert "4111" not in str(fault) + str(fault.facts)


def test_a_discount_of_xrechnung_is_within_the_calendar():
    changes = (
        (">urn:cen.eu:en16931:2017<", f">{XRECHNUNG_EXTENSION}<"),
        (">Net 30<", ">#SKONTO#TAGE=14#PROZENT=2.00#\n<"),
        (">2026-03-02<", ">9999-12-31<"),
    )
    (fault,) = refused(read_invoice, but(INVOICE, *changes))
    assert fault.code == "DATE_RANGE"
    assert "cac:PaymentTerms[1]" in fault.path


def test_all_faults_are_found_at_once():
    changes = (
        (">F-1<", ">F\u202e1<"),
        (">2026-03-01<", ">soon<"),
        (">20</cbc:Inv", ">many</cbc:Inv"),
        (">9.5<", ">-1<"),
    )
    assert codes(read_invoice, but(INVOICE, *changes)) == [
        "ID_FORMAT",
        "DATE_FORMAT",
        "NUMBER_FORMAT",
        "PRICE_NEGATIVE",
    ]
