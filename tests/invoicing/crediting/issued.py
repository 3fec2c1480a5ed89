"""An issued invoice of anything that can be calculated."""

from datetime import date

from otcore.invoicing.calculation import InvoiceInput, LineInput, calculate
from otcore.invoicing.document import InvoiceDocument, PaymentInstructions
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.values.party import Party

_SELLER, _BUYER, _DAY, _PAYMENT = Party("S"), Party("B"), date(2026, 3, 2), PaymentInstructions()


def issued(billed: InvoiceInput) -> InvoiceDocument:
    """The document of this invoice."""
    return InvoiceDocument(
        number="INV-1",
        issued=_DAY,
        due=_DAY,
        currency=billed.currency,
        seller=_SELLER,
        buyer=_BUYER,
        lines=tuple([_line(line) for line in billed.lines]),
        totals=calculate(billed),
        payment=_PAYMENT,
        third_party=billed.third_party,
        profile=billed.profile,
        tax_included=billed.tax_included,
    )


def _line(line: LineInput) -> InvoiceLine:
    return InvoiceLine(
        id=line.id,
        quantity=line.quantity,
        price=line.price,
        tax=line.tax,
        name=f"Item {line.id}",
        parts=tuple([_line(part) for part in line.parts]),
        taxes=line.taxes,
    )
