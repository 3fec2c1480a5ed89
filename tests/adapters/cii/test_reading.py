"""Cross Industry Invoices as they are read: what they say, and what is kept of what no field holds."""

from datetime import date
from decimal import Decimal

import pytest

from otcore.adapters.cii import as_cii, read_invoice, write_invoice
from otcore.orders.details import Unread
from otcore.values import Contact, Identifier
from tests.adapters.cii.documents import changed, complete
from tests.adapters.ubl.loss import overlooked
from tests.invoicing.documents import invoice

ROOT = "/rsm:CrossIndustryInvoice"
TRADE = f"{ROOT}/rsm:SupplyChainTradeTransaction"
SETTLED = f"{TRADE}/ram:ApplicableHeaderTradeSettlement"


@pytest.fixture(scope="module")
def written():
    return write_invoice(complete())


def test_a_document_is_read_as_it_was_written(written):
    assert read_invoice(written) == as_cii(complete())


def test_whatever_is_changed_in_a_document_is_noticed(written):
    assert overlooked(read_invoice, written) == []


def test_what_no_field_holds_is_kept_with_its_place(written):
    extra = '<ram:GlobalID schemeID="0060">123456789</ram:GlobalID>'
    read = read_invoice(changed(written, "<ram:ID>K-17</ram:ID>", f"<ram:ID>K-17</ram:ID>{extra}"))
    path = f"{TRADE}/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty/ram:GlobalID"
    assert read.unread == (Unread(path, "123456789", (("schemeID", "0060"),)),)


def test_amounts_are_taken_as_they_are_stated(written):
    data = changed(written, "<ram:DuePayableAmount>174.97<", "<ram:DuePayableAmount>1000<")
    assert read_invoice(data).totals.payable.amount == Decimal("1000.00")


def test_an_amount_may_name_the_currency_once_more(written):
    data = changed(written, "<ram:GrandTotalAmount>", '<ram:GrandTotalAmount currencyID="EUR">')
    assert read_invoice(data) == read_invoice(written)


def test_a_total_tax_without_a_currency_is_in_that_of_the_document(written):
    data = changed(written, '<ram:TaxTotalAmount currencyID="EUR">', "<ram:TaxTotalAmount>")
    assert read_invoice(data) == read_invoice(written)


def test_a_total_tax_in_a_currency_that_is_not_accounted_in_stays_unread(written):
    read = read_invoice(changed(written, "<ram:TaxCurrencyCode>DKK</ram:TaxCurrencyCode>", ""))
    assert read.totals.tax_accounted is None
    assert [(each.text, each.attributes) for each in read.unread] == [("237.17", (("currencyID", "DKK"),))]


def test_sums_that_are_left_out_are_zero():
    totals = read_invoice(write_invoice(invoice())).totals
    assert not any((totals.allowances, totals.charges, totals.prepaid, totals.rounding))


def test_a_document_without_a_total_tax_has_none():
    data = changed(write_invoice(invoice()), '<ram:TaxTotalAmount currencyID="EUR">31.25</ram:TaxTotalAmount>', "")
    assert not read_invoice(data).totals.tax


def test_a_rate_may_be_left_out_where_no_tax_is_due(written):
    zero = "<ram:CategoryCode>E</ram:CategoryCode>\n          <ram:RateApplicablePercent>0</ram:RateApplicablePercent>"
    data = changed(written, zero, "<ram:CategoryCode>E</ram:CategoryCode>")
    assert read_invoice(data) == read_invoice(written)


def test_the_reason_for_taking_no_tax_is_that_of_the_breakdown(written):
    read = read_invoice(written)
    assert read.lines[1].tax.exemption_reason == "Books"
    assert [item.tax and item.tax.exemption_code for item in read.totals.adjustments] == ["", "VATEX-EU-132"]


def test_another_kind_of_tax_stays_unread(written):
    read = read_invoice(changed(written, "<ram:TypeCode>VAT</ram:TypeCode>", "<ram:TypeCode>GST</ram:TypeCode>"))
    assert [each.text for each in read.unread] == ["GST"]


def test_a_tax_point_that_another_group_of_the_breakdown_contradicts_stays_unread(written):
    say = '<ram:TaxPointDate>\n          <udt:DateString format="102">{}</udt:DateString>'
    read = read_invoice(changed(written, say.format("20260331"), say.format("20260330")))
    assert read.tax_point == date(2026, 3, 30)
    assert [each.text for each in read.unread] == ["20260331"]


def test_a_percentage_without_its_base_stays_unread(written):
    read = read_invoice(changed(written, "<ram:BasisAmount>150.00</ram:BasisAmount>", ""))
    (discount,) = read.totals.lines[0].adjustments
    assert (discount.percent, discount.base) == (None, None)
    assert [each.text for each in read.unread] == ["10"]


def test_a_gross_price_that_does_not_explain_the_net_price_stays_unread(written):
    for before, after in (
        ("<ram:ChargeAmount>13.75</ram:ChargeAmount>", "<ram:ChargeAmount>13.70</ram:ChargeAmount>"),
        (
            '<ram:BasisQuantity unitCode="C62">10</ram:BasisQuantity>',
            '<ram:BasisQuantity unitCode="C62">5</ram:BasisQuantity>',
        ),
        ('<ram:BasisQuantity unitCode="C62">', '<ram:BasisQuantity unitCode="KGM">'),
        ("<udt:Indicator>false</udt:Indicator>", "<udt:Indicator>true</udt:Indicator>"),
        ("<ram:ActualAmount>1.25</ram:ActualAmount>", "<ram:ActualAmount>-1.25</ram:ActualAmount>"),
    ):
        read = read_invoice(changed(written, before, after))
        assert read.lines[0].price.discount == 0
        assert len(read.unread) == 4


def test_a_gross_price_without_a_discount_is_the_net_price():
    net = "<ram:NetPriceProductTradePrice>"
    gross = (
        "<ram:GrossPriceProductTradePrice><ram:ChargeAmount>12.50</ram:ChargeAmount></ram:GrossPriceProductTradePrice>"
    )
    document = write_invoice(invoice())
    assert read_invoice(changed(document, net, gross + net)) == read_invoice(document)


def test_a_department_is_whom_to_ask_where_no_person_is_named(written):
    read = read_invoice(
        changed(
            written,
            "<ram:PersonName>Anna Ek</ram:PersonName>",
            "<ram:DepartmentName>Sales</ram:DepartmentName>",
        )
    )
    assert read.seller.contact == Contact("Sales", "+46 46 123", "anna@nordic.example")
    assert read.unread == ()


def test_blank_groups_say_nothing():
    plain = write_invoice(invoice(delivery=None))
    place = "<ram:PostalTradeAddress><ram:CityName/></ram:PostalTradeAddress>"
    contact = "<ram:DefinedTradeContact><ram:PersonName/></ram:DefinedTradeContact>"
    nowhere = "<ram:ApplicableHeaderTradeDelivery></ram:ApplicableHeaderTradeDelivery>"
    blank = changed(plain, nowhere, nowhere.replace("><", f"><ram:ShipToTradeParty>{place}</ram:ShipToTradeParty><"))
    address = "<ram:PostalTradeAddress>\n          <ram:PostcodeCode>24103"
    blank = changed(blank, address, f"{contact}{address}")
    assert read_invoice(blank) == read_invoice(plain)


def test_a_period_without_days_is_none():
    plain = write_invoice(invoice())
    terms = "<ram:SpecifiedTradePaymentTerms>"
    start = "<ram:StartDateTime><udt:DateTimeString/></ram:StartDateTime>"
    period = f"<ram:BillingSpecifiedPeriod>{start}</ram:BillingSpecifiedPeriod>"
    assert read_invoice(changed(plain, terms, period + terms)) == read_invoice(plain)


def test_a_name_of_a_project_stays_unread_unless_it_stands_in(written):
    read = read_invoice(changed(written, "<ram:Name>Project reference</ram:Name>", "<ram:Name>Bridge</ram:Name>"))
    assert (read.project, [each.text for each in read.unread]) == ("P-1", ["Bridge"])


def test_a_note_without_words_stays_unread(written):
    read = read_invoice(changed(written, "<ram:Content>Registered in Lund</ram:Content>", "<ram:Content/>"))
    assert [each.text for each in read.unread] == ["", "REG"]
    assert len(read.notes) == 1


def test_means_of_another_kind_stay_unread(written):
    data = changed(written, "<ram:TypeCode>58</ram:TypeCode>", "<ram:TypeCode>59</ram:TypeCode>")
    read = read_invoice(data)
    assert (read.payment.means, read.payment.further_accounts) == ("59", ())
    assert [each.text for each in read.unread] == ["58", "DE89370400440532013000", "COBADEFF", "58", "GIRO-7"]


def test_a_holder_and_a_bank_without_an_account_stay_unread(written):
    read = read_invoice(changed(written, "<ram:IBANID>SE4550000000058398257466</ram:IBANID>", ""))
    assert (read.payment.iban, read.payment.account_name, read.payment.bic) == ("", "", "")
    assert [each.text for each in read.unread] == ["Nordic", "ESSESESS"]


def test_a_card_holder_without_a_card_stays_unread(written):
    read = read_invoice(changed(written, "<ram:ID>1234</ram:ID>", ""))
    assert read.payment.card is None
    assert [each.text for each in read.unread] == ["A. Buyer"]


def test_a_document_need_not_say_how_it_is_paid():
    data = write_invoice(invoice()).decode()
    start, end = "<ram:SpecifiedTradeSettlementPaymentMeans>", "</ram:SpecifiedTradeSettlementPaymentMeans>"
    without = data[: data.index(start)] + data[data.index(end) + len(end) :]
    read = read_invoice(without.encode())
    assert (read.payment.means, read.payment.iban) == ("", "")


def test_a_further_document_of_a_kind_that_stands_once_stays_unread(written):
    tender = "<ram:IssuerAssignedID>LOT-1</ram:IssuerAssignedID>\n        <ram:TypeCode>50</ram:TypeCode>"
    again = f"{tender}</ram:AdditionalReferencedDocument><ram:AdditionalReferencedDocument>{tender}"
    read = read_invoice(changed(written, tender, again))
    assert read.tender == "LOT-1"
    assert [each.text for each in read.unread] == ["LOT-1", "50"]


def test_the_identifier_of_no_scheme_is_the_buyers():
    data = changed(
        write_invoice(invoice()),
        "<ram:ID>K-17</ram:ID>",
        '<ram:GlobalID schemeID="0088">4000001000005</ram:GlobalID>',
    )
    assert read_invoice(data).buyer.identifiers == (Identifier("4000001000005", "0088"),)
