"""The life cycle of a credit note: everything that moves its stored status. What is used of it is told elsewhere."""

from otcore.invoicing.credit_notes import events as e
from otcore.invoicing.invoices.lifecycle import InvoiceStatus
from otcore.values.machine import Machine

CREDIT_NOTE_LIFE_CYCLE: Machine[InvoiceStatus] = Machine(
    {
        (None, e.CreditNoteIssued): InvoiceStatus.ISSUED,
        **{(status, e.CreditNoteSent): InvoiceStatus.SENT for status in InvoiceStatus},
    }
)
