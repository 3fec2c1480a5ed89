"""What a Cross Industry Invoice is refused for: every fault at once, each with its file, line and path."""

import pytest

from otcore.adapters.cii import read_invoice, write_invoice
from otcore.values import Invalid
from tests.adapters.cii.documents import changed, complete

TRADE = "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction"
SETTLED = f"{TRADE}/ram:ApplicableHeaderTradeSettlement"
LINE = f"{TRADE}/ram:IncludedSupplyChainTradeLineItem"
FAULTS = [
    ("<ram:ID>INV-2026-0001</ram:ID>", "", "XML_MISSING"),
    ("<ram:ID>INV-2026-0001</ram:ID>", "<ram:ID>1</ram:ID><ram:ID>2</ram:ID>", "XML_REPEATED"),
    ("<ram:TypeCode>380</ram:TypeCode>", "", "XML_MISSING"),
    ("<ram:InvoiceCurrencyCode>EUR<", "<ram:InvoiceCurrencyCode>EURO<", "CURRENCY_UNKNOWN"),
    ("<ram:TaxCurrencyCode>DKK<", "<ram:TaxCurrencyCode>DKR<", "CURRENCY_UNKNOWN"),
    ('<udt:DateTimeString format="102">20260302<', '<udt:DateTimeString format="102">20260230<', "DATE_FORMAT"),
    ('<udt:DateTimeString format="102">20260302<', '<udt:DateTimeString format="102">2026-3-2<', "DATE_FORMAT"),
    ('<udt:DateTimeString format="102">20260302<', '<udt:DateTimeString format="610">202603<', "DATE_FORMAT"),
    ('<udt:DateTimeString format="102">20260302<', "<udt:DateTimeString>20260302<", "DATE_FORMAT"),
    ('<udt:DateTimeString format="102">20260302</udt:DateTimeString>', "", "XML_MISSING"),
    ("<ram:LineTotalAmount>135.00<", "<ram:LineTotalAmount>135,00<", "NUMBER_FORMAT"),
    ("<ram:LineTotalAmount>135.00<", "<ram:LineTotalAmount>135.001<", "MONEY_TOO_PRECISE"),
    ("<ram:LineTotalAmount>135.00<", '<ram:LineTotalAmount currencyID="USD">135.00<', "CURRENCY_MISMATCH"),
    ("<ram:ChargeAmount>12.5<", "<ram:ChargeAmount>-12.5<", "PRICE_NEGATIVE"),
    ("<ram:ChargeAmount>12.5<", '<ram:ChargeAmount currencyID="USD">12.5<', "CURRENCY_MISMATCH"),
    ('<ram:BilledQuantity unitCode="C62">120<', "<ram:BilledQuantity>120<", "XML_MISSING"),
    ('<ram:BilledQuantity unitCode="C62">120<', '<ram:BilledQuantity unitCode="KGM">120<', "UNIT_MISMATCH"),
    ("<ram:CategoryCode>S<", "<ram:CategoryCode>Q<", "TAX_CATEGORY_UNKNOWN"),
    ("<ram:RateApplicablePercent>25<", "<ram:RateApplicablePercent>0<", "TAX_RATE"),
    ("<ram:RateApplicablePercent>25</ram:RateApplicablePercent>", "", "XML_MISSING"),
    ("<ram:CountryID>SE<", "<ram:CountryID>Sweden<", "COUNTRY_FORMAT"),
    ("<ram:ID>supplier 7<", f"<ram:ID>{'7' * 101}<", "ID_FORMAT"),
    ("<ram:BuyerReference>Purchasing<", f"<ram:BuyerReference>{'x' * 501}<", "TEXT_TOO_LONG"),
    ("<ram:ID>1234</ram:ID>", "<ram:ID>4111 1111 1111 1111</ram:ID>", "CARD_NUMBER"),
    (">JVBERi0xLjcK<", ">no Base64!<", "BASE64_FORMAT"),
]


@pytest.fixture(scope="module")
def written():
    return write_invoice(complete())


@pytest.mark.parametrize(("before", "after", "code"), FAULTS)
def test_a_fault_is_named(written, before, after, code):
    with pytest.raises(Invalid) as refused:
        read_invoice(changed(written, before, after), "invoice.xml")
    assert [fault.code for fault in refused.value.faults] == [code]
    assert refused.value.faults[0].path.startswith("invoice.xml line ")


def test_every_fault_is_found_at_once(written):
    data = changed(written, "<ram:LineTotalAmount>135.00<", "<ram:LineTotalAmount>x<")
    data = changed(data, "<ram:CountryID>DE<", "<ram:CountryID>de<")
    data = changed(data, "<ram:DuePayableAmount>174.97</ram:DuePayableAmount>", "")
    with pytest.raises(Invalid) as refused:
        read_invoice(data)
    assert {fault.code for fault in refused.value.faults} == {"NUMBER_FORMAT", "COUNTRY_FORMAT", "XML_MISSING"}


def test_a_place_is_a_line_and_a_path(written):
    with pytest.raises(Invalid) as refused:
        read_invoice(changed(written, "<ram:LineTotalAmount>135.00<", "<ram:LineTotalAmount>x<"), "a.xml")
    (fault,) = refused.value.faults
    line = written.decode()[: written.decode().index("135.00")].count("\n") + 1
    path = f"{LINE}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation"
    assert fault.path == f"a.xml line {line} {path}/ram:LineTotalAmount"


def test_a_document_has_lines(written):
    data = written.decode()
    start, end = data.index("<ram:IncludedSupply"), data.index("<ram:ApplicableHeaderTradeAgreement>")
    with pytest.raises(Invalid, match="NO_LINES"):
        read_invoice((data[:start] + data[end:]).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>",
        b"<rsm:CrossIndustryDocument xmlns:rsm='urn:ferd:CrossIndustryDocument:invoice:1p0'/>",
        b"<CrossIndustryInvoice/>",
    ],
)
def test_another_document_is_refused(data):
    with pytest.raises(Invalid, match="CII_DOCUMENT"):
        read_invoice(data)


def test_a_document_type_declaration_is_refused(written):
    with pytest.raises(Invalid, match="XML_DOCTYPE"):
        read_invoice(changed(written, "<rsm:CrossIndustryInvoice", "<!DOCTYPE x>\n<rsm:CrossIndustryInvoice"))


@pytest.mark.parametrize("part", ["ExchangedDocument", "SupplyChainTradeTransaction"])
def test_a_part_stands_once(written, part):
    data = changed(written, f"</rsm:{part}>", f"</rsm:{part}><rsm:{part}/>")
    with pytest.raises(Invalid, match="XML_REPEATED"):
        read_invoice(data)
