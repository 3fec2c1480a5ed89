"""The life cycle of an invoice: first of its draft, which has no number, then of the invoice, which keeps its own.

Whether it is credited, paid, overdue or disputed is told by other facts, and derived (`receivables.invoice_standing`).
"""

from enum import StrEnum

from otcore.invoicing.invoices import events as e
from otcore.values.machine import Machine


class DraftStatus(StrEnum):
    """Where a draft stands: only one that is neither issued nor discarded may be changed."""

    DRAFT = "draft"
    ISSUED = "issued"
    DISCARDED = "discarded"


class InvoiceStatus(StrEnum):
    """Where an invoice or a credit note stands: it has its number, or went to the buyer. There is no way back."""

    ISSUED = "issued"
    SENT = "sent"


DRAFT_LIFE_CYCLE: Machine[DraftStatus] = Machine(
    {
        (None, e.InvoiceDrafted): DraftStatus.DRAFT,
        (DraftStatus.DRAFT, e.InvoiceDrafted): DraftStatus.DRAFT,
        (DraftStatus.DRAFT, e.DraftIssued): DraftStatus.ISSUED,
        (DraftStatus.DRAFT, e.DraftDiscarded): DraftStatus.DISCARDED,
    }
)

_BESIDE = (e.InvoiceCredited, e.InvoiceCorrected)
"""What may happen to an issued invoice without moving it: its document stays as it is for ever."""

INVOICE_LIFE_CYCLE: Machine[InvoiceStatus] = Machine(
    {
        (None, e.InvoiceIssued): InvoiceStatus.ISSUED,
        **{(status, e.InvoiceSent): InvoiceStatus.SENT for status in InvoiceStatus},
        **{(status, event): status for status in InvoiceStatus for event in _BESIDE},
    }
)
