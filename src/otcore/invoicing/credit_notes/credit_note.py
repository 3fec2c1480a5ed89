"""The credit note: what takes something off an invoice. Like an invoice it is issued once and never changed."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.credit_notes import events as e
from otcore.invoicing.credit_notes.lifecycle import CREDIT_NOTE_LIFE_CYCLE
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoices.events import Sending
from otcore.invoicing.invoices.lifecycle import InvoiceStatus
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen
class CreditNote:
    """An issued credit note. `id` is its number, of a self-billed one the customer and the number that it gave.

    Its document has positive amounts (UBL CreditNote, UNCL 1001: 381, self-billed 261) and names the invoice.
    """

    id: str
    customer: str
    order: str
    invoice: str
    reason: str
    document: InvoiceDocument
    status: InvoiceStatus
    return_id: str = ""
    sent: tuple[Sending, ...] = ()

    @property
    def payable(self) -> Money:
        """What it takes off its invoice (EN 16931 BT-115)."""
        return self.document.totals.payable


def send(note: CreditNote, sending: Sending) -> tuple[e.CreditNoteSent, ...]:
    """The fact that it went to the buyer. Refused: `ISSUED_LATER`."""
    if sending.day < note.document.issued:
        raise Rejected("ISSUED_LATER", note=note.id, issued=str(note.document.issued), sent=str(sending.day))
    return (e.CreditNoteSent(sending),)


def evolve(note: CreditNote | None, event: e.Event) -> CreditNote:
    """The credit note after one fact."""
    status = CREDIT_NOTE_LIFE_CYCLE.after(note.status if note else None, event)
    return _AFTER[type(event)](note, event, status)


def _issued(note: None, event: e.CreditNoteIssued, status: InvoiceStatus) -> CreditNote:
    whose = (event.number, event.customer, event.order, event.invoice)
    return CreditNote(*whose, event.reason, event.document, status, event.return_id)


def _sent(note: CreditNote, event: e.CreditNoteSent, status: InvoiceStatus) -> CreditNote:
    return changed(note, status=status, sent=(*note.sent, event.sending))


_AFTER: Mapping[type, Callable[[Any, Any, InvoiceStatus], CreditNote]] = {
    e.CreditNoteIssued: _issued,
    e.CreditNoteSent: _sent,
}


def facets(note: CreditNote) -> Facets:
    """Found by customer, order, `issued` / `sent` and day of issue."""
    return Facets(note.customer, note.order, note.status.value, note.document.issued)
