"""The lines of a credit note as a document: the invoice's own texts beside what is credited."""

from collections.abc import Mapping

from attrs import evolve as changed

from otcore.invoicing.crediting.credit import CreditPart
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.lines import LineInput

CREDIT = "Credit"
"""What an amount of many lines is called where no reason was given."""


def credit_lines(document: InvoiceDocument, part: CreditPart) -> tuple[InvoiceLine, ...]:
    """The lines of the credit note: those of the invoice with what is credited of them, amounts of many by reason."""
    known, reasons = {line.id: line for line in document.lines}, dict(part.reasons)
    return tuple([_line(line, known, reasons.get(line.id, "")) for line in part.bill.lines])


def _line(line: LineInput, known: Mapping[str, InvoiceLine], reason: str) -> InvoiceLine:
    if line.id not in known:
        name = reason or CREDIT
        return InvoiceLine(
            id=line.id, quantity=line.quantity, price=line.price, tax=line.tax, name=name, taxes=line.taxes
        )
    return _credited(known[line.id], line, reason)


def _credited(charged: InvoiceLine, line: LineInput, reason: str) -> InvoiceLine:
    parts = [_credited(*each, "") for each in zip(charged.parts, line.parts, strict=True)] if line.parts else []
    return changed(
        charged,
        quantity=line.quantity,
        price=line.price,
        taxes=line.taxes,
        note=reason or charged.note,
        parts=tuple(parts),
    )
