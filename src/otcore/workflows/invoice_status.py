"""Where an invoice stands, asked of the books."""

from otcore.ports.aggregates import INVOICE, RECEIVABLE
from otcore.receivables.invoice_standing import AskInvoiceStatus, InvoiceStanding, invoice_standing
from otcore.workflows.requests import Flow, Load, LoadMany


def ask_invoice_status(query: AskInvoiceStatus) -> Flow[InvoiceStanding]:
    """The invoice on every axis; `NotFound` for one that is not stored."""
    invoice = (yield from Load(INVOICE, query.invoice)).some
    item = (yield from Load(RECEIVABLE, invoice.id)).some
    found = (yield from LoadMany(RECEIVABLE, invoice.notes)) if invoice.notes else ()
    credits = tuple(each.some for each in found if each.state is not None)
    return invoice_standing(invoice, item, credits, query.day)
