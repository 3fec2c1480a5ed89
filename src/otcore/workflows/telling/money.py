"""What is told of invoices, receipts and credit."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.customers.credit import events as c
from otcore.customers.credit import limit_change as d
from otcore.customers.credit.account import CreditAccount
from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.credit_notes.events import CreditNoteIssued, CreditNoteSent
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.events import InvoiceCorrected, InvoiceCredited, InvoiceIssued, InvoiceSent
from otcore.payments.receipt import Receipt, ReceiptApplied, ReceiptLeft
from otcore.ports.messages import Message
from otcore.ports.messages import money as m
from otcore.receivables.item import DisputeSettled, ItemDisputed, ItemFellOverdue, Receivable

Told = tuple[Message, ...]


def _issued(invoice: Invoice, event: InvoiceIssued) -> Told:
    return (m.InvoiceIssuedMessage(invoice.id, invoice.customer, invoice.order, invoice.payable),)


def _sent(invoice: Invoice, event: InvoiceSent) -> Told:
    sending = event.sending
    return (m.InvoiceSentMessage(invoice.id, invoice.customer, sending.day, sending.channel),)


def _credited(invoice: Invoice, event: InvoiceCredited) -> Told:
    return (m.InvoiceCreditedMessage(invoice.id, invoice.customer, event.note, event.amount),)


def _corrected(invoice: Invoice, event: InvoiceCorrected) -> Told:
    return (m.InvoiceCorrectedMessage(invoice.id, invoice.customer, event.by),)


def _note_issued(note: CreditNote, event: CreditNoteIssued) -> Told:
    return (m.CreditNoteIssuedMessage(note.id, note.customer, note.invoice, note.payable, note.reason),)


def _note_sent(note: CreditNote, event: CreditNoteSent) -> Told:
    sending = event.sending
    return (m.CreditNoteSentMessage(note.id, note.customer, sending.day, sending.channel),)


def _disputed(item: Receivable, event: ItemDisputed) -> Told:
    said = event.dispute
    return (m.InvoiceDisputedMessage(item.id, item.customer, said.id, said.amount, said.reason),)


def _dispute_settled(item: Receivable, event: DisputeSettled) -> Told:
    return (m.DisputeSettledMessage(item.id, item.customer, event.dispute, event.outcome),)


def _overdue(item: Receivable, event: ItemFellOverdue) -> Told:
    return (m.InvoiceOverdueMessage(item.id, item.customer, item.open, item.next_due),)


def _settled(receipt: Receipt, event: ReceiptApplied | ReceiptLeft) -> Told:
    """Where the money stands once it was tried to be applied."""
    if not receipt.unapplied:
        return (m.ReceiptAppliedMessage(receipt.id, receipt.customer, receipt.amount, receipt.reason),)
    if receipt.customer:
        left = receipt.unapplied
        return (m.ReceiptOnAccountMessage(receipt.id, receipt.customer, receipt.amount, left, receipt.reason),)
    return (m.ReceiptUnidentifiedMessage(receipt.id, receipt.amount, receipt.unapplied, receipt.reason),)


def _limited(account: CreditAccount, event: c.LimitChanged) -> Told:
    return (m.CreditLimitChangedMessage(account.customer, event.limit, event.valid_until, event.reason),)


def _limit_proposed(account: CreditAccount, event: d.LimitChangeProposed) -> Told:
    return (m.CreditLimitProposedMessage(account.customer, event.change.number, event.change.maker),)


def _limit_approved(account: CreditAccount, event: d.LimitChangeApproved) -> Told:
    return (m.CreditLimitApprovedMessage(account.customer, event.change, event.checker),)


def _limit_rejected(account: CreditAccount, event: d.LimitChangeRejected) -> Told:
    return (m.CreditLimitRejectedMessage(account.customer, event.change, event.reason),)


def _blocked(account: CreditAccount, event: c.CreditBlocked) -> Told:
    return (m.CreditBlockedMessage(account.customer, event.reason),)


def _unblocked(account: CreditAccount, event: c.CreditUnblocked) -> Told:
    return (m.CreditUnblockedMessage(account.customer, event.reason),)


TOLD: Mapping[type, Callable[[Any, Any], Told]] = {
    InvoiceIssued: _issued,
    InvoiceSent: _sent,
    InvoiceCredited: _credited,
    InvoiceCorrected: _corrected,
    CreditNoteIssued: _note_issued,
    CreditNoteSent: _note_sent,
    ItemDisputed: _disputed,
    DisputeSettled: _dispute_settled,
    ItemFellOverdue: _overdue,
    ReceiptApplied: _settled,
    ReceiptLeft: _settled,
    c.LimitChanged: _limited,
    d.LimitChangeProposed: _limit_proposed,
    d.LimitChangeApproved: _limit_approved,
    d.LimitChangeRejected: _limit_rejected,
    c.CreditBlocked: _blocked,
    c.CreditUnblocked: _unblocked,
}
