"""Saying that an invoice or a credit note went to its buyer."""

from otcore.invoicing import invoice
from otcore.invoicing.credit_notes import credit_note
from otcore.invoicing.credit_notes.commands import SendCreditNote
from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoice_commands import SendInvoice
from otcore.invoicing.invoices.events import Sending
from otcore.ports.aggregates import CREDIT_NOTE, INVOICE
from otcore.ports.kinds import Kept
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


def send_invoice(command: SendInvoice, house: House) -> Flow[Kept[Invoice]]:
    """The invoice with when and how it went."""
    kept = yield from Load(INVOICE, command.invoice)
    kept = kept.after(invoice.send(kept.some, Sending(command.day, command.channel, command.reference)))
    yield from Save(kept)
    return kept


def send_credit_note(command: SendCreditNote, house: House) -> Flow[Kept[CreditNote]]:
    """The credit note with when and how it went."""
    kept = yield from Load(CREDIT_NOTE, command.note)
    kept = kept.after(credit_note.send(kept.some, Sending(command.day, command.channel, command.reference)))
    yield from Save(kept)
    return kept
