"""The whole document."""

from otcore.adapters.ubl.invoice_form import form_of
from otcore.adapters.ubl.invoice_writing.amounts import amounts
from otcore.adapters.ubl.invoice_writing.head import head
from otcore.adapters.ubl.invoice_writing.lines import lines
from otcore.adapters.ubl.invoice_writing.parties import parties
from otcore.adapters.ubl.invoice_writing.payment import payment
from otcore.adapters.ubl.invoice_writing.references import references
from otcore.adapters.ubl.writing import document
from otcore.invoicing.document import InvoiceDocument


def written(invoice: InvoiceDocument) -> bytes:
    """The bytes of an invoice that is in the form it is stated in, and complete."""
    form = form_of(invoice.type_code)
    return document(
        form.root,
        form.namespace,
        *head(invoice, form),
        *references(invoice, form),
        *parties(invoice),
        *payment(invoice, form),
        *amounts(invoice),
        *lines(form.line, invoice.lines, invoice.totals.lines, form),
    )
