"""Complete invoices to start from: tests change what they are about."""

from datetime import date

from attrs import evolve

from otcore.invoicing.calculation import InvoiceInput, LineInput, calculate
from otcore.invoicing.document import DeliveryInformation, InvoiceDocument, InvoiceLine, PaymentInstructions
from otcore.invoicing.profile import EN_16931
from otcore.values import Address, Contact, Identifier, Party, Quantity, TaxCategory, UnitPrice

S25 = TaxCategory("S", "25")

SELLER = Party(
    "Nordic Tools",
    legal_name="Nordic Tools Aktiebolag",
    endpoint=Identifier("7300010000001", "0088"),
    identifiers=(Identifier("7300010000001", "0088"), Identifier("supplier 7")),
    tax_id="SE556677889901",
    company_id=Identifier("5566778899", "0007"),
    address=Address("Storgatan 1", "Box 7", "Lund", "221 00", "Skåne", "Port 3", "SE"),
    contact=Contact("Anna Ek", "+46 46 123", "anna@nordic.example"),
)
BUYER = Party(
    "Bau & Söhne",
    endpoint=Identifier("4000001000005", "0088"),
    identifiers=(Identifier("K-17"), Identifier("not written: a buyer has room for one")),
    tax_id="DE123456789",
    company_id=Identifier("HRB 1234"),
    address=Address(street="Hauptstraße 5", city="Kiel", postal_zone="24103", country="DE"),
)
PAYMENT = PaymentInstructions(
    means="58", payment_id="RF18539007547034", iban="SE4550000000058398257466", bic="ESSESESS", account_name="Nordic"
)
DELIVERY = DeliveryInformation(
    day=date(2026, 3, 1),
    location=Identifier("7300010000001", "0088"),
    party_name="Lager Nord",
    address=Address(street="Am Kai 2", city="Kiel", country="DE"),
)


def billed(quantity="10", price="12.50", tax=S25, *adjustments, line_id="1", unit="C62", currency="EUR", per="1"):
    """A line to calculate."""
    return LineInput(line_id, Quantity(quantity, unit), UnitPrice(price, currency, per), tax, adjustments)


def invoice(*lines, currency="EUR", adjustments=(), prepaid=None, rounding=None, **changes):
    """A complete invoice of these lines; `changes` are fields of the document."""
    asked = InvoiceInput(
        currency,
        lines or (billed(currency=currency),),
        tuple(adjustments),
        prepaid,
        rounding,
        tax_included=changes.get("tax_included", False),
        profile=changes.get("profile", EN_16931),
    )
    document = InvoiceDocument(
        number="INV-2026-0001",
        issued=date(2026, 3, 2),
        due=date(2026, 4, 1),
        currency=currency,
        seller=SELLER,
        buyer=BUYER,
        lines=tuple(_line(line) for line in asked.lines),
        totals=calculate(asked),
        payment=PAYMENT,
        buyer_reference="Purchasing",
        order_reference="PO-77",
        delivery=DELIVERY,
    )
    return evolve(document, **changes)


def _line(line):
    return InvoiceLine(id=line.id, quantity=line.quantity, price=line.price, tax=line.tax, name=f"Item {line.id}")
