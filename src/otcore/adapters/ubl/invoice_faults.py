"""What UBL has no place for, in an invoice that EN 16931 has."""

from collections.abc import Iterator

from otcore.adapters.ubl.invoice_form import form_of
from otcore.invoicing.document import InvoiceDocument
from otcore.values.faults import Fault


def ubl_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """A credit note of UBL states its due date with the means of payment, and no payment to others."""
    if not form_of(invoice.type_code).credits:
        return
    if invoice.due and not invoice.payment.means.strip():
        message = "a credit note in UBL states when it is due with how it is paid"
        yield Fault("DUE_WITHOUT_MEANS_UBL", message, "/payment/means")
    if invoice.third_party:
        yield Fault("THIRD_PARTY_CREDIT_NOTE_UBL", "a credit note in UBL has no third-party payments", "/third_party")
