"""Reading a UBL invoice: where each thing of the document goes."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from otcore.adapters.ubl.invoice import as_ubl, read_invoice, write_invoice
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.document import DeliveryInformation
from otcore.invoicing.invoice_line import Classification, InvoiceLine, ItemAttribute
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard, PaymentInstructions
from otcore.invoicing.profile import EN_16931
from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice, SubjectNote, SupportingDocument
from otcore.invoicing.stating.specification import XRECHNUNG_EXTENSION
from otcore.values import Address, Identifier, Money, Party, Percentage, Quantity, TaxCategory, UnitPrice
from otcore.values.terms import DiscountOffer, Instalment
from tests.adapters.ubl.documents import but
from tests.adapters.ubl.invoice_examples import CREDIT_NOTE, INVOICE, amount
from tests.adapters.ubl.loss import overlooked

EXEMPT = TaxCategory("E", 0, "Post")
LINE_UNREAD = "/Invoice/cac:InvoiceLine"


def eur(text):
    return Money(text, "EUR")


def unread(invoice):
    return {leaf.path: leaf.text for leaf in invoice.unread}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "F-1"),
        ("issued", date(2026, 3, 2)),
        ("due", date(2026, 4, 1)),
        ("type_code", "380"),
        ("currency", "EUR"),
        ("tax_currency", "DKK"),
        ("customization", "urn:cen.eu:en16931:2017"),
        ("process", "P1"),
        ("note", "Thank you"),
        ("notes", (SubjectNote("Read on", "AAI"),)),
        ("accounting_cost", "CC-1"),
        ("buyer_reference", "Ward 3"),
        ("period", InvoicePeriod(date(2026, 2, 1), date(2026, 2, 28))),
        ("tax_point_code", "35"),
        ("order_reference", "PO-77"),
        ("sales_order", "SO-1"),
        ("preceding", (PrecedingInvoice("F-0", date(2026, 1, 2)),)),
        ("despatch_reference", "D-5"),
        ("receipt_reference", "R-6"),
        ("tender", "T-8"),
        ("contract", "FRAME-5"),
        ("object", Identifier("meter 3", "AAB")),
        ("project", "PR-9"),
        ("terms_note", "Net 30"),
        ("instalments", (Instalment(date(2026, 4, 1), eur("50")),)),
        ("discounts", (DiscountOffer(date(2026, 3, 12), Percentage("2"), eur("100"), eur("2")),)),
        ("profile", EN_16931),
        ("unread", ()),
    ],
)
def test_the_head_is_read(field, value):
    assert getattr(read_invoice(INVOICE), field) == value


def test_attachments_are_embedded_or_linked():
    assert read_invoice(INVOICE).attachments == (
        SupportingDocument(
            id="sheet", description="Hours", content="MTsyCg==", media_type="text/csv", file_name="a.csv"
        ),
        SupportingDocument(id="link", location="https://example.com/x"),
    )


def test_the_parties_are_read():
    invoice = read_invoice(INVOICE)
    assert invoice.seller == Party(
        "Nordic",
        "Nordic Tools AB",
        endpoint=Identifier("7300010000001", "0088"),
        identifiers=(Identifier("7300010000001", "0088"),),
        tax_id="SE556677889901",
        company_id=Identifier("5566778899", "0007"),
        address=Address(city="Lund", country="SE"),
        tax_registration="F-skatt",
        legal_information="Seat: Lund",
    )
    assert (invoice.buyer.name, invoice.buyer.legal_name) == ("Bau", "Bau")
    assert invoice.payee is None
    assert invoice.tax_representative == Party("Agents", tax_id="SE99", address=Address(country="SE"))
    assert invoice.delivery == DeliveryInformation(
        day=date(2026, 3, 1),
        location=Identifier("7300010000002", "0088"),
        party_name="Lager",
        address=Address(country="DE"),
    )


def test_how_to_pay_is_read():
    assert read_invoice(INVOICE).payment == PaymentInstructions(
        means="58",
        means_text="SEPA",
        payment_id="RF18",
        iban="SE4550000000058398257466",
        bic="ESSESESS",
        account_name="Nordic",
        further_accounts=(CreditTransfer(iban="DE89370400440532013000"),),
        direct_debit=DirectDebit(creditor="SE97ZZZ123"),
    )


def test_amounts_are_taken_as_stated():
    totals = read_invoice(INVOICE).totals
    assert (totals.line_net, totals.allowances, totals.charges) == (eur("18.40"), eur(0), eur("2.00"))
    assert (totals.tax_exclusive, totals.tax, totals.tax_inclusive) == (eur("20.40"), eur("4.60"), eur("25.00"))
    assert (totals.prepaid, totals.rounding, totals.payable) == (eur("5.00"), eur("0.01"), eur("20.01"))
    assert totals.tax_accounted == Money("34.32", "DKK")
    assert [(each.category, each.taxable, each.tax) for each in totals.subtotals] == [
        (EXEMPT, eur("2.00"), eur(0)),
        (TaxCategory("S", 25), eur("18.40"), eur("4.60")),
    ]


def test_an_adjustment_has_the_reason_of_its_breakdown():
    assert read_invoice(INVOICE).totals.adjustments == (
        AllowanceCharge(
            charge=True,
            amount=eur("2.00"),
            percent=Decimal(10),
            base=eur("20.00"),
            reason="Freight",
            reason_code="FC",
            tax=EXEMPT,
        ),
    )


def test_a_line_is_read_whole():
    invoice = read_invoice(INVOICE)
    assert invoice.lines == (
        InvoiceLine(
            id="1",
            quantity=Quantity("20", "C62"),
            price=UnitPrice("9.5", "EUR", "10", "0.5"),
            tax=TaxCategory("S", 25),
            name="Nails",
            description="Steel",
            note="Blue",
            seller_item="N-1",
            buyer_item="B-7",
            standard_item=Identifier("7310865004703", "0160"),
            order_line="7",
            accounting_cost="CC-9",
            period=InvoicePeriod(date(2026, 2, 1)),
            object=Identifier("meter 3", "AAB"),
            classifications=(Classification("65434568", "STI", "2"),),
            origin="IT",
            attributes=(ItemAttribute("Colour", "Grey"),),
            order="PO-78",
            despatch="D-5",
        ),
    )


def test_a_line_is_worth_its_net_amount_before_adjustments():
    (total,) = read_invoice(INVOICE).totals.lines
    assert (total.gross, total.net, total.allowances) == (eur("19.00"), eur("18.40"), eur("0.60"))


def test_a_credit_note_says_the_same_with_other_words():
    invoice, credit = read_invoice(INVOICE), read_invoice(CREDIT_NOTE)
    assert credit == evolve(invoice, type_code="381", tax_point=date(2026, 3, 3))


@pytest.mark.parametrize("data", [INVOICE, CREDIT_NOTE], ids=["invoice", "credit note"])
def test_nothing_is_lost(data):
    assert overlooked(read_invoice, data) == []


@pytest.mark.parametrize("data", [INVOICE, CREDIT_NOTE], ids=["invoice", "credit note"])
def test_what_was_read_is_written_and_read_again(data):
    # The day of a tax and the code of such a day go not together.
    invoice = evolve(read_invoice(data), tax_point=None)
    assert read_invoice(write_invoice(invoice)) == invoice == as_ubl(invoice)


def test_na_stands_for_no_order():
    assert read_invoice(but(INVOICE, (">PO-77<", ">NA<"))).order_reference == ""
    alone = but(INVOICE, (">PO-77<", ">NA<"), ("<cbc:SalesOrderID>SO-1</cbc:SalesOrderID>", ""))
    assert read_invoice(alone).order_reference == "NA"


def test_na_stands_for_no_order_line():
    assert read_invoice(but(INVOICE, (">7</cbc:LineID>", ">NA</cbc:LineID>"))).lines[0].order_line == ""


def test_a_line_of_a_despatch_stays_unread():
    invoice = read_invoice(but(INVOICE, (">NA</cbc:LineID>", ">3</cbc:LineID>")))
    assert invoice.lines[0].despatch == "D-5"
    assert unread(invoice) == {f"{LINE_UNREAD}/cac:DespatchLineReference/cbc:LineID": "3"}


def test_the_payees_creditor_identifier_comes_first():
    payee = """<cac:PayeeParty><cac:PartyIdentification><cbc:ID schemeID="SEPA">P-1</cbc:ID></cac:PartyIdentification>
      <cac:PartyName><cbc:Name>Bank</cbc:Name></cac:PartyName></cac:PayeeParty><cac:TaxRep"""
    invoice = read_invoice(but(INVOICE, ("<cac:TaxRep", payee)))
    assert invoice.payee == Party("Bank")
    assert invoice.payment.direct_debit == DirectDebit(creditor="P-1")
    assert invoice.seller.identifiers[1] == Identifier("SE97ZZZ123", "SEPA")


def test_a_number_at_another_office_keeps_its_scheme_unread():
    invoice = read_invoice(but(INVOICE, ("<cbc:ID>TAX<", "<cbc:ID>FC<")))
    assert invoice.seller.tax_registration == "F-skatt"
    scheme = "/Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[2]/cac:TaxScheme/cbc:ID"
    assert unread(invoice) == {scheme: "FC"}


def test_a_mandate_and_a_card_are_read():
    more = """</cac:PayeeFinancialAccount><cac:PaymentMandate><cbc:ID>M-1</cbc:ID>
      <cac:PayerFinancialAccount><cbc:ID>DE12</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>
      <cac:CardAccount><cbc:PrimaryAccountNumberID>411111******1111</cbc:PrimaryAccountNumberID>
      <cbc:NetworkID>VISA</cbc:NetworkID><cbc:HolderName>B. Buyer</cbc:HolderName></cac:CardAccount>"""
    invoice = read_invoice(but(INVOICE, ("</cac:PayeeFinancialAccount>", more)))
    assert invoice.payment.direct_debit == DirectDebit(mandate="M-1", creditor="SE97ZZZ123", account="DE12")
    assert invoice.payment.card == PaymentCard(number="411111******1111", holder="B. Buyer")
    assert list(unread(invoice).values()) == ["VISA"]


def test_another_means_stays_unread():
    other = but(INVOICE, ("<cbc:PaymentMeansCode>58<", "<cbc:PaymentMeansCode>10<"))
    invoice = read_invoice(other)
    assert invoice.payment.further_accounts == ()
    assert list(unread(invoice).values()) == ["10", "RF18", "DE89370400440532013000"]


def test_another_payment_id_of_a_further_account_stays_unread():
    other = but(
        INVOICE, ("58</cbc:PaymentMeansCode><cbc:PaymentID>RF18<", "58</cbc:PaymentMeansCode><cbc:PaymentID>X<")
    )
    assert unread(read_invoice(other)) == {"/Invoice/cac:PaymentMeans[2]/cbc:PaymentID": "RF18"}


def without(data, start, end):
    """The document without what stands from one text to the end of another."""
    left, right = data.index(start.encode()), data.index(end.encode()) + len(end)
    return data[:left] + data[right:]


def without_means(data):
    once = without(data, "<cac:PaymentMeans>", "</cac:PaymentMeans>")
    return without(once, "<cac:PaymentMeans>", "</cac:PaymentMeans>")


def test_an_invoice_may_say_nothing_of_how_to_pay():
    bare = read_invoice(without_means(INVOICE))
    assert bare.payment == PaymentInstructions(means="", direct_debit=DirectDebit(creditor="SE97ZZZ123"))
    no_creditor = but(without_means(INVOICE), ('schemeID="SEPA"', ""))
    assert read_invoice(no_creditor).payment == PaymentInstructions(means="")


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("<cbc:PaymentDueDate>2026-04-01</cbc:PaymentDueDate>", "", ["50.00"]),
        ("<cbc:PaymentDueDate>", "<cbc:PaymentPercent>5</cbc:PaymentPercent><cbc:PaymentDueDate>", ["50.00"]),
        ("<cac:SettlementPeriod><cbc:EndDate>2026-03-12</cbc:EndDate></cac:SettlementPeriod>", "", ["2", "100.00"]),
    ],
    ids=["no day", "amount and percentage", "no last day"],
)
def test_half_an_instalment_or_discount_stays_unread(old, new, left):
    invoice = read_invoice(but(INVOICE, (old, new)))
    assert len(invoice.instalments) + len(invoice.discounts) == 1
    assert list(unread(invoice).values())[: len(left)] == left


def test_a_gross_price_that_is_not_the_sum_stays_unread():
    invoice = read_invoice(but(INVOICE, (">10</cbc:BaseAmount>", ">11</cbc:BaseAmount>")))
    assert invoice.lines[0].price == UnitPrice("9.5", "EUR", "10", "0.5")
    assert unread(invoice) == {f"{LINE_UNREAD}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount": "11"}


@pytest.mark.parametrize("gross", ["much", "1e3"])
def test_a_gross_price_that_is_no_number_stays_unread(gross):
    invoice = read_invoice(but(INVOICE, (">10</cbc:BaseAmount>", f">{gross}</cbc:BaseAmount>")))
    assert list(unread(invoice).values()) == [gross]


def test_a_charge_within_the_price_stays_unread():
    charged = but(
        INVOICE,
        (
            "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>" + amount("Amount", "0.5"),
            "<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>" + amount("Amount", "0.5"),
        ),
    )
    invoice = read_invoice(charged)
    assert invoice.lines[0].price.discount == 0
    assert list(unread(invoice).values()) == ["true", "0.5", "10"]


def test_a_base_without_a_percentage_stays_unread():
    invoice = read_invoice(but(INVOICE, ("<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>", "")))
    (charge,) = invoice.totals.adjustments
    assert (charge.percent, charge.base) == (None, None)
    assert unread(invoice) == {"/Invoice/cac:AllowanceCharge/cbc:BaseAmount": "20.00"}


def test_an_exempt_allowance_may_leave_its_rate_out():
    bare = but(INVOICE, ("<cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent>", "<cbc:ID>E</cbc:ID>"))
    assert read_invoice(bare) == read_invoice(INVOICE)


def part(id, *, quantity='<cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity>', more=""):
    return f"""<cac:SubInvoiceLine><cbc:ID>{id}</cbc:ID>{quantity}{amount("LineExtensionAmount", "9.20")}
      <cac:Item><cbc:Name>Part</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>
      <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
      <cac:Price>{amount("PriceAmount", "4.60")}</cac:Price>{more}</cac:SubInvoiceLine>"""


def parted(*parts):
    return but(INVOICE, ("</cac:InvoiceLine>", "".join(parts) + "</cac:InvoiceLine>"))


def test_lines_within_a_line_are_its_parts():
    invoice = read_invoice(parted(part("1.1", more=part("1.1.1")), part("1.2")))
    (line,), (total,) = invoice.lines, invoice.totals.lines
    assert [each.id for each in line.parts] == ["1.1", "1.2"]
    assert line.parts[0].parts[0].id == "1.1.1"
    assert [each.net for each in total.parts] == [eur("9.20"), eur("9.20")]
    assert invoice.unread == ()


@pytest.mark.parametrize(
    "quantity", ["", "<cbc:InvoicedQuantity>2</cbc:InvoicedQuantity>"], ids=["no quantity", "no unit"]
)
def test_parts_of_which_one_is_no_line_stay_unread(quantity):
    invoice = read_invoice(parted(part("1.1"), part("1.2", quantity=quantity)))
    assert invoice.lines[0].parts == ()
    assert {path.split("/")[3] for path in unread(invoice)} == {"cac:SubInvoiceLine[1]", "cac:SubInvoiceLine[2]"}


def test_what_is_collected_for_others_is_known_to_the_extension_alone():
    paid = f"""<cac:PrepaidPayment><cbc:ID>toll</cbc:ID>{amount("PaidAmount", "3.00")}
      <cbc:InstructionID>The bridge</cbc:InstructionID></cac:PrepaidPayment><cac:AllowanceCharge>"""
    plain = but(INVOICE, ("<cac:AllowanceCharge>", paid))
    assert read_invoice(plain).third_party == ()
    assert list(unread(read_invoice(plain)).values()) == ["toll", "3.00", "The bridge"]
    extended = read_invoice(but(plain, (">urn:cen.eu:en16931:2017<", f">{XRECHNUNG_EXTENSION}<")))
    (payment,) = extended.third_party
    assert (payment.kind, payment.amount, payment.description) == ("toll", eur("3.00"), "The bridge")
    assert extended.totals.third_party == eur("3.00")
    assert extended.unread == ()


def test_discounts_of_xrechnung_stand_in_the_words():
    said = "Net 30\n#SKONTO#TAGE=10#PROZENT=2.00#BASISBETRAG=100.00#\n"
    data = but(
        INVOICE,
        (">urn:cen.eu:en16931:2017<", ">urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0<"),
        (">Net 30<", f">{said}<"),
    )
    first, second = read_invoice(data).discounts
    assert first == second == read_invoice(INVOICE).discounts[0]
    assert read_invoice(data).terms_note == "Net 30"


def test_an_invoice_in_dinars_is_rounded_to_two_decimals():
    dinars = INVOICE.replace(b"EUR", b"BHD")
    assert read_invoice(dinars).profile.digits == 2
    assert read_invoice(but(dinars, (">20.01<", ">20.012<"))).profile == EN_16931


def test_a_tax_total_without_breakdown_is_taken_where_there_is_no_other():
    bare = but(
        INVOICE, ("<cac:TaxTotal>", "<cac:TaxTotal>" + amount("TaxAmount", "1.00") + "</cac:TaxTotal><cac:TaxTotal>")
    )
    assert read_invoice(bare).totals.tax == eur("4.60")
    assert unread(read_invoice(bare)) == {"/Invoice/cac:TaxTotal[1]/cbc:TaxAmount": "1.00"}
