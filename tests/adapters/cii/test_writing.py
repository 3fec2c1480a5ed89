"""Invoices as Cross Industry Invoices: where each business term stands, and what is refused."""

from datetime import date

import pytest
from attrs import evolve

from otcore.adapters.cii import write_invoice
from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.document import PaymentInstructions
from otcore.values import Invalid, Money, TaxCategory
from tests.adapters.cii.documents import complete, texts, xml
from tests.invoicing.documents import billed, invoice

TRADE = "rsm:SupplyChainTradeTransaction"
AGREED, DELIVERED, SETTLED = [
    f"{TRADE}/ram:ApplicableHeaderTrade{part}" for part in ("Agreement", "Delivery", "Settlement")
]
LINE = f"{TRADE}/ram:IncludedSupplyChainTradeLineItem"
SUMS = f"{SETTLED}/ram:SpecifiedTradeSettlementHeaderMonetarySummation"
SELLER, BUYER = f"{AGREED}/ram:SellerTradeParty", f"{AGREED}/ram:BuyerTradeParty"
MEANS = f"{SETTLED}/ram:SpecifiedTradeSettlementPaymentMeans"
OTHER_DOCUMENTS = f"{AGREED}/ram:AdditionalReferencedDocument"
DAY = "udt:DateTimeString"
NUMBER = "ram:IssuerAssignedID"
TERMS = {
    "BT-1": ("rsm:ExchangedDocument/ram:ID", ["INV-2026-0001"]),
    "BT-2": (f"rsm:ExchangedDocument/ram:IssueDateTime/{DAY}", ["20260302"]),
    "BT-3": ("rsm:ExchangedDocument/ram:TypeCode", ["380"]),
    "BT-5": (f"{SETTLED}/ram:InvoiceCurrencyCode", ["EUR"]),
    "BT-6": (f"{SETTLED}/ram:TaxCurrencyCode", ["DKK"]),
    "BT-7": (f"{SETTLED}/ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString", ["20260331", "20260331"]),
    "BT-9": (f"{SETTLED}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/{DAY}", ["20260401"]),
    "BT-10": (f"{AGREED}/ram:BuyerReference", ["Purchasing"]),
    "BT-11": (f"{AGREED}/ram:SpecifiedProcuringProject/ram:ID", ["P-1"]),
    "BT-12": (f"{AGREED}/ram:ContractReferencedDocument/{NUMBER}", ["C-1"]),
    "BT-13": (f"{AGREED}/ram:BuyerOrderReferencedDocument/{NUMBER}", ["PO-77"]),
    "BT-14": (f"{AGREED}/ram:SellerOrderReferencedDocument/{NUMBER}", ["SO-1"]),
    "BT-15": (f"{DELIVERED}/ram:ReceivingAdviceReferencedDocument/{NUMBER}", ["R-1"]),
    "BT-16": (f"{DELIVERED}/ram:DespatchAdviceReferencedDocument/{NUMBER}", ["D-1"]),
    "BT-17, BT-18, BT-122": (f"{OTHER_DOCUMENTS}/{NUMBER}", ["LOT-1", "METER-1", "A-1", "A-2"]),
    "types of documents": (f"{OTHER_DOCUMENTS}/ram:TypeCode", ["50", "130", "916", "916"]),
    "scheme of BT-18": (f"{OTHER_DOCUMENTS}/ram:ReferenceTypeCode", ["AAB"]),
    "BT-19": (f"{SETTLED}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID", ["4711"]),
    "BT-20": (f"{SETTLED}/ram:SpecifiedTradePaymentTerms/ram:Description", ["Net 30 days"]),
    "BT-21": ("rsm:ExchangedDocument/ram:IncludedNote/ram:SubjectCode", ["REG"]),
    "BT-22": (
        "rsm:ExchangedDocument/ram:IncludedNote/ram:Content",
        ["Thank you", "Registered in Lund", "Open on Sundays"],
    ),
    "BT-23": (
        "rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID",
        ["urn:example:process"],
    ),
    "BT-24": (
        "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
        ["urn:cen.eu:en16931:2017"],
    ),
    "BT-25": (f"{SETTLED}/ram:InvoiceReferencedDocument/{NUMBER}", ["INV-0", "INV-00"]),
    "BT-26": (
        f"{SETTLED}/ram:InvoiceReferencedDocument/ram:FormattedIssueDateTime/qdt:DateTimeString",
        ["20260201"],
    ),
    "BT-27": (f"{SELLER}/ram:Name", ["Nordic Tools Aktiebolag"]),
    "BT-28": (f"{SELLER}/ram:SpecifiedLegalOrganization/ram:TradingBusinessName", ["Nordic Tools"]),
    "BT-29": (f"{SELLER}/ram:ID", ["supplier 7"]),
    "BT-29 with a scheme": (f"{SELLER}/ram:GlobalID", ["7300010000001"]),
    "BT-30": (f"{SELLER}/ram:SpecifiedLegalOrganization/ram:ID", ["5566778899"]),
    "BT-31": (f"{SELLER}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']", ["SE556677889901"]),
    "BT-32": (f"{SELLER}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='FC']", ["SE-F-1"]),
    "BT-33": (f"{SELLER}/ram:Description", ["Capital 100 000 SEK"]),
    "BT-34": (f"{SELLER}/ram:URIUniversalCommunication/ram:URIID", ["7300010000001"]),
    "BT-35": (f"{SELLER}/ram:PostalTradeAddress/ram:LineOne", ["Storgatan 1"]),
    "BT-36": (f"{SELLER}/ram:PostalTradeAddress/ram:LineTwo", ["Box 7"]),
    "BT-37": (f"{SELLER}/ram:PostalTradeAddress/ram:CityName", ["Lund"]),
    "BT-38": (f"{SELLER}/ram:PostalTradeAddress/ram:PostcodeCode", ["221 00"]),
    "BT-39": (f"{SELLER}/ram:PostalTradeAddress/ram:CountrySubDivisionName", ["Skåne"]),
    "BT-40": (f"{SELLER}/ram:PostalTradeAddress/ram:CountryID", ["SE"]),
    "BT-41": (f"{SELLER}/ram:DefinedTradeContact/ram:PersonName", ["Anna Ek"]),
    "BT-42": (
        f"{SELLER}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber",
        ["+46 46 123"],
    ),
    "BT-43": (
        f"{SELLER}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID",
        ["anna@nordic.example"],
    ),
    "BT-44": (f"{BUYER}/ram:Name", ["Bau & Söhne GmbH"]),
    "BT-45": (f"{BUYER}/ram:SpecifiedLegalOrganization/ram:TradingBusinessName", ["Bau & Söhne"]),
    "BT-46": (f"{BUYER}/ram:ID", ["K-17"]),
    "BT-47": (f"{BUYER}/ram:SpecifiedLegalOrganization/ram:ID", ["HRB 1234"]),
    "BT-48": (f"{BUYER}/ram:SpecifiedTaxRegistration/ram:ID", ["DE123456789"]),
    "BT-59": (f"{SETTLED}/ram:PayeeTradeParty/ram:Name", ["Factoring Bank"]),
    "BT-60": (f"{SETTLED}/ram:PayeeTradeParty/ram:GlobalID", ["F-1"]),
    "BT-61": (f"{SETTLED}/ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:ID", ["99"]),
    "BT-62": (f"{AGREED}/ram:SellerTaxRepresentativeTradeParty/ram:Name", ["Tax Agents"]),
    "BT-63": (f"{AGREED}/ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration/ram:ID", ["SE998877"]),
    "BT-69": (f"{AGREED}/ram:SellerTaxRepresentativeTradeParty/ram:PostalTradeAddress/ram:CountryID", ["SE"]),
    "BT-70": (f"{DELIVERED}/ram:ShipToTradeParty/ram:Name", ["Lager Nord"]),
    "BT-71": (f"{DELIVERED}/ram:ShipToTradeParty/ram:GlobalID", ["7300010000001"]),
    "BT-72": (f"{DELIVERED}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/{DAY}", ["20260301"]),
    "BT-73": (f"{SETTLED}/ram:BillingSpecifiedPeriod/ram:StartDateTime/{DAY}", ["20260301"]),
    "BT-74": (f"{SETTLED}/ram:BillingSpecifiedPeriod/ram:EndDateTime/{DAY}", ["20260331"]),
    "BT-80": (f"{DELIVERED}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID", ["DE"]),
    "BT-81": (f"{MEANS}/ram:TypeCode", ["58", "58", "58"]),
    "BT-82": (f"{MEANS}/ram:Information", ["SEPA"]),
    "BT-83": (f"{SETTLED}/ram:PaymentReference", ["RF18539007547034"]),
    "BT-84": (
        f"{MEANS}/ram:PayeePartyCreditorFinancialAccount/ram:IBANID",
        ["SE4550000000058398257466", "DE89370400440532013000"],
    ),
    "BT-84 that is no IBAN": (f"{MEANS}/ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID", ["GIRO-7"]),
    "BT-85": (f"{MEANS}/ram:PayeePartyCreditorFinancialAccount/ram:AccountName", ["Nordic"]),
    "BT-86": (f"{MEANS}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", ["ESSESESS", "COBADEFF"]),
    "BT-87": (f"{MEANS}/ram:ApplicableTradeSettlementFinancialCard/ram:ID", ["1234"]),
    "BT-88": (f"{MEANS}/ram:ApplicableTradeSettlementFinancialCard/ram:CardholderName", ["A. Buyer"]),
    "BT-89": (f"{SETTLED}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID", ["M-1"]),
    "BT-90": (f"{SETTLED}/ram:CreditorReferenceID", ["CRED-1"]),
    "BT-91": (f"{MEANS}/ram:PayerPartyDebtorFinancialAccount/ram:IBANID", ["NL91ABNA0417164300"]),
    "BT-92, BT-99": (f"{SETTLED}/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount", ["7.85", "4.00"]),
    "BT-93": (f"{SETTLED}/ram:SpecifiedTradeAllowanceCharge/ram:BasisAmount", ["157.00"]),
    "BT-94": (f"{SETTLED}/ram:SpecifiedTradeAllowanceCharge/ram:CalculationPercent", ["5"]),
    "BT-95, BT-102": (
        f"{SETTLED}/ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax/ram:CategoryCode",
        ["S", "E"],
    ),
    "BT-97, BT-104": (f"{SETTLED}/ram:SpecifiedTradeAllowanceCharge/ram:Reason", ["agreed", "agreed"]),
    "BT-98": (f"{SETTLED}/ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode", ["95"]),
    "allowance or charge": (
        f"{SETTLED}/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator",
        ["false", "true"],
    ),
    "BT-106": (f"{SUMS}/ram:LineTotalAmount", ["157.00"]),
    "BT-107": (f"{SUMS}/ram:AllowanceTotalAmount", ["7.85"]),
    "BT-108": (f"{SUMS}/ram:ChargeTotalAmount", ["4.00"]),
    "BT-109": (f"{SUMS}/ram:TaxBasisTotalAmount", ["153.15"]),
    "BT-110": (f"{SUMS}/ram:TaxTotalAmount[@currencyID='EUR']", ["31.79"]),
    "BT-111": (f"{SUMS}/ram:TaxTotalAmount[@currencyID='DKK']", ["237.17"]),
    "BT-112": (f"{SUMS}/ram:GrandTotalAmount", ["184.94"]),
    "BT-113": (f"{SUMS}/ram:TotalPrepaidAmount", ["10.00"]),
    "BT-114": (f"{SUMS}/ram:RoundingAmount", ["0.03"]),
    "BT-115": (f"{SUMS}/ram:DuePayableAmount", ["174.97"]),
    "BT-116": (f"{SETTLED}/ram:ApplicableTradeTax/ram:BasisAmount", ["26.00", "127.15"]),
    "BT-117": (f"{SETTLED}/ram:ApplicableTradeTax/ram:CalculatedAmount", ["0.00", "31.79"]),
    "BT-118": (f"{SETTLED}/ram:ApplicableTradeTax/ram:CategoryCode", ["E", "S"]),
    "BT-119": (f"{SETTLED}/ram:ApplicableTradeTax/ram:RateApplicablePercent", ["0", "25"]),
    "BT-120": (f"{SETTLED}/ram:ApplicableTradeTax/ram:ExemptionReason", ["Books"]),
    "BT-121": (f"{SETTLED}/ram:ApplicableTradeTax/ram:ExemptionReasonCode", ["VATEX-EU-132"]),
    "BT-123": (f"{OTHER_DOCUMENTS}/ram:Name", ["Time sheet"]),
    "BT-124": (f"{OTHER_DOCUMENTS}/ram:URIID", ["https://example.com/sheet?a=1&b=2"]),
    "BT-125": (
        f"{OTHER_DOCUMENTS}/ram:AttachmentBinaryObject[@mimeCode='application/pdf'][@filename='sheet.pdf']",
        ["JVBERi0xLjcK"],
    ),
    "BT-126": (f"{LINE}/ram:AssociatedDocumentLineDocument/ram:LineID", ["1", "2"]),
    "BT-127": (f"{LINE}/ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content", ["As agreed"]),
    "BT-128": (f"{LINE}/ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/{NUMBER}", ["METER-2"]),
    "BT-129": (f"{LINE}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity[@unitCode='C62']", ["120", "3"]),
    "BT-131": (
        f"{LINE}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount",
        ["135.00", "22.00"],
    ),
    "BT-132": (f"{LINE}/ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID", ["7"]),
    "BT-133": (
        f"{LINE}/ram:SpecifiedLineTradeSettlement/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID",
        ["4712"],
    ),
    "BT-134": (
        f"{LINE}/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:StartDateTime/{DAY}",
        ["20260301"],
    ),
    "BT-136, BT-141": (
        f"{LINE}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount",
        ["15.00", "1.00"],
    ),
    "BT-146": (
        f"{LINE}/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount",
        ["12.5", "7"],
    ),
    "BT-147": (
        f"{LINE}/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice"
        "/ram:AppliedTradeAllowanceCharge/ram:ActualAmount",
        ["1.25"],
    ),
    "BT-148": (
        f"{LINE}/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount",
        ["13.75"],
    ),
    "BT-149": (
        f"{LINE}/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity[@unitCode='C62']",
        ["10"],
    ),
    "BT-151": (f"{LINE}/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode", ["S", "E"]),
    "BT-152": (
        f"{LINE}/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:RateApplicablePercent",
        ["25", "0"],
    ),
    "BT-153": (f"{LINE}/ram:SpecifiedTradeProduct/ram:Name", ["Item 1", "Item 2"]),
    "BT-154": (f"{LINE}/ram:SpecifiedTradeProduct/ram:Description", ["Printing paper, 2 mm"]),
    "BT-155": (f"{LINE}/ram:SpecifiedTradeProduct/ram:SellerAssignedID", ["S-1"]),
    "BT-156": (f"{LINE}/ram:SpecifiedTradeProduct/ram:BuyerAssignedID", ["B-1"]),
    "BT-157": (f"{LINE}/ram:SpecifiedTradeProduct/ram:GlobalID[@schemeID='0160']", ["1234567890128"]),
    "BT-158": (
        f"{LINE}/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode[@listID]",
        ["65434568", "0721-880X"],
    ),
    "BT-159": (f"{LINE}/ram:SpecifiedTradeProduct/ram:OriginTradeCountry/ram:ID", ["DE"]),
    "BT-160": (
        f"{LINE}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic/ram:Description",
        ["Colour", "Size"],
    ),
    "BT-161": (f"{LINE}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic/ram:Value", ["Black", "A4"]),
}


@pytest.fixture(scope="module")
def everything():
    return complete()


@pytest.mark.parametrize(("path", "said"), TERMS.values(), ids=TERMS)
def test_a_business_term_stands_where_the_syntax_binding_puts_it(everything, path, said):
    assert texts(everything, path) == said


def test_the_same_document_gives_the_same_bytes(everything):
    assert write_invoice(everything) == write_invoice(complete())


def test_the_code_of_the_tax_point_is_that_of_uncl_2475():
    path = f"{SETTLED}/ram:ApplicableTradeTax/ram:DueDateTypeCode"
    codes = [texts(invoice(tax_point_code=code), path) for code in ("3", "35", "432")]
    assert codes == [["5"], ["29"], ["72"]]


def test_a_credit_note_is_the_same_document_with_positive_amounts():
    root = xml(invoice(type_code="381", preceding=complete().preceding))
    assert root.tag.endswith("}CrossIndustryInvoice")
    assert texts(invoice(type_code="381", preceding=complete().preceding), f"{SUMS}/ram:DuePayableAmount") == ["156.25"]


def test_what_is_not_subject_to_tax_has_no_rate():
    document = invoice(billed(tax=TaxCategory("O", 0)))
    document = evolve(document, seller=evolve(document.seller, tax_id=""), buyer=evolve(document.buyer, tax_id=""))
    assert texts(document, ".//ram:RateApplicablePercent") == []


def test_a_delivery_that_says_nothing_still_stands_there():
    assert texts(invoice(delivery=None), DELIVERED) == [None]


def test_nothing_is_said_of_payment_where_nothing_is_known():
    document = invoice(payment=PaymentInstructions(means="10"), due=None)
    assert texts(document, f"{MEANS}/*") == ["10"]
    assert texts(document, f"{SETTLED}/ram:SpecifiedTradePaymentTerms/*") == []


def test_all_that_is_missing_is_reported_together():
    document = invoice(number="")
    document = evolve(document, third_party=(ThirdPartyPayment(amount=Money("5", "EUR"), kind="1", description="x"),))
    line = evolve(document.lines[0], parts=document.lines)
    with pytest.raises(Invalid) as refused:
        write_invoice(evolve(document, lines=(line,)))
    found = {(fault.code, fault.path) for fault in refused.value.faults}
    assert {("BR-02", "/number"), ("SUB_LINES_CII", "/lines/0/parts"), ("THIRD_PARTY_CII", "/third_party")} <= found


def test_a_text_that_xml_cannot_carry_is_refused():
    with pytest.raises(Invalid, match="TEXT_NOT_XML"):
        write_invoice(invoice(note="bell \x07"))


def test_a_day_before_the_year_1000_has_four_digits():
    path = f"{SETTLED}/ram:InvoiceReferencedDocument/ram:FormattedIssueDateTime/qdt:DateTimeString"
    preceding = evolve(complete().preceding[0], issued=date(987, 1, 2))
    assert texts(invoice(preceding=(preceding,)), path) == ["09870102"]
