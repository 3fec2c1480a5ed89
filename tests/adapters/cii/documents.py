"""A document that says everything EN 16931 has words for, and ways to change what CII says of it."""

from datetime import date

from attrs import evolve

from otcore.adapters.cii import write_invoice
from otcore.adapters.cii.names import NAMESPACES
from otcore.adapters.xml import read_xml
from otcore.invoicing.calculation import Adjustment, InvoiceInput, calculate
from otcore.invoicing.document import InvoiceLine, PaymentInstructions
from otcore.invoicing.invoice_line import Classification, ItemAttribute
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard
from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice, SubjectNote, SupportingDocument
from otcore.values import Address, Identifier, Money, Party, TaxCategory
from otcore.values.price import UnitPrice
from otcore.values.rates import Rate
from tests.invoicing.documents import BUYER, SELLER, billed, invoice

S25 = TaxCategory("S", "25")
EXEMPT = TaxCategory("E", 0, "Books", "VATEX-EU-132")
MARCH = InvoicePeriod(date(2026, 3, 1), date(2026, 3, 31))


def agreed(charge=False, tax=None, reason_code="", **worth):
    """An allowance or a charge."""
    return Adjustment(charge=charge, reason="agreed", reason_code=reason_code, tax=tax, **worth)


def complete():
    """Two lines of two categories, and every business term (BT-1 to BT-161) that one document can state at once."""
    discounted = UnitPrice("12.50", "EUR", "10", "1.25")
    lines = (
        evolve(billed("120", "12.50", S25, agreed(percent=10, reason_code="95"), per="10"), price=discounted),
        billed("3", "7", EXEMPT, agreed(charge=True, amount=Money("1", "EUR"), reason_code="FC"), line_id="2"),
    )
    asked = InvoiceInput(
        "EUR",
        lines,
        (agreed(percent=5, tax=S25, reason_code="95"), agreed(charge=True, amount=Money("4", "EUR"), tax=EXEMPT)),
        prepaid=Money("10", "EUR"),
        rounding=Money("0.03", "EUR"),
        tax_rate=Rate("EUR", "DKK", "7.4604"),
    )
    return invoice(
        lines=(_first_line(lines[0]), _line(lines[1])),
        totals=calculate(asked),
        seller=evolve(SELLER, identifiers=SELLER.identifiers[::-1], **_registered()),
        buyer=evolve(BUYER, identifiers=BUYER.identifiers[:1], legal_name="Bau & Söhne GmbH", contact=SELLER.contact),
        payee=Party("Factoring Bank", identifiers=(Identifier("F-1", "0088"),), company_id=Identifier("99", "0002")),
        tax_representative=Party("Tax Agents", tax_id="SE998877", address=Address(city="Lund", country="SE")),
        payment=_payment(),
        sales_order="SO-1",
        despatch_reference="D-1",
        receipt_reference="R-1",
        contract="C-1",
        tender="LOT-1",
        project="P-1",
        object=Identifier("METER-1", "AAB"),
        accounting_cost="4711",
        note="Thank you",
        notes=(SubjectNote("Registered in Lund", "REG"), SubjectNote("Open on Sundays")),
        terms_note="Net 30 days",
        period=MARCH,
        tax_point=date(2026, 3, 31),
        tax_currency="DKK",
        preceding=(PrecedingInvoice("INV-0", date(2026, 2, 1)), PrecedingInvoice("INV-00")),
        attachments=_attachments(),
        process="urn:example:process",
    )


def xml(document):
    """The element tree of the document as it is written."""
    return read_xml(write_invoice(document))


def texts(document, path):
    """Every text at an XPath below the root."""
    return [each.text for each in xml(document).findall(path, NAMESPACES)]


def changed(data, before, after):
    """The bytes with one text replaced, which must be there."""
    assert before in data.decode()
    return data.decode().replace(before, after, 1).encode()


def _registered():
    return {"tax_registration": "SE-F-1", "legal_information": "Capital 100 000 SEK"}


def _line(line):
    return InvoiceLine(id=line.id, quantity=line.quantity, price=line.price, tax=line.tax, name=f"Item {line.id}")


def _first_line(line):
    return evolve(
        _line(line),
        note="As agreed",
        description="Printing paper, 2 mm",
        seller_item="S-1",
        buyer_item="B-1",
        standard_item=Identifier("1234567890128", "0160"),
        order_line="7",
        accounting_cost="4712",
        period=MARCH,
        object=Identifier("METER-2", "AAB"),
        classifications=(Classification("65434568", "STI", "2"), Classification("0721-880X", "IB")),
        origin="DE",
        attributes=(ItemAttribute("Colour", "Black"), ItemAttribute("Size", "A4")),
    )


def _payment():
    return PaymentInstructions(
        means="58",
        means_text="SEPA",
        payment_id="RF18539007547034",
        iban="SE4550000000058398257466",
        bic="ESSESESS",
        account_name="Nordic",
        further_accounts=(CreditTransfer(iban="DE89370400440532013000", bic="COBADEFF"), CreditTransfer(iban="GIRO-7")),
        card=PaymentCard(number="1234", holder="A. Buyer"),
        direct_debit=DirectDebit(mandate="M-1", creditor="CRED-1", account="NL91ABNA0417164300"),
    )


def _attachments():
    return (
        SupportingDocument(id="A-1", description="Time sheet", location="https://example.com/sheet?a=1&b=2"),
        SupportingDocument(id="A-2", content="JVBERi0xLjcK", media_type="application/pdf", file_name="sheet.pdf"),
    )
