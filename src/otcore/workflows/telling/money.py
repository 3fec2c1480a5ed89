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
from otcore.payments.bank_reversal import BankReversal, BankReversalRecorded
from otcore.payments.receipt import Receipt, ReceiptApplied, ReceiptLeft
from otcore.payments.receipt_events import ApplicationReversed, PayerIdentified, PutAside, ReceiptReturned
from otcore.ports.messages import Message
from otcore.ports.messages import money as m
from otcore.receivables.events import ItemReopened, ItemWrittenOff, WriteOffReversed
from otcore.receivables.item import DisputeSettled, ItemDisputed, ItemFellOverdue, Receivable

Told = tuple[Message, ...]

_MISMATCH = "PAYER_MISMATCH"


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


def _reopened(item: Receivable, event: ItemReopened) -> Told:
    return (m.InvoiceReopenedMessage(item.id, item.customer, event.amount, item.open, event.receipt, event.why),)


def _owed_again(item: Receivable, event: WriteOffReversed) -> Told:
    return (m.WriteOffReversedMessage(item.id, item.customer, event.amount, item.open, event.why),)


def _written_off(item: Receivable, event: ItemWrittenOff) -> Told:
    part = event.adjusted
    return (m.InvoiceWrittenOffMessage(item.id, item.customer, part.amount, part.why.value, event.why),)


def _tried(receipt: Receipt, event: ReceiptApplied | ReceiptLeft) -> Told:
    """Where the money stands once it was tried to be applied, and what looks strange about it."""
    found = receipt.decided
    strange = event.reason == _MISMATCH or (found is not None and _MISMATCH in found.reasons)
    return (*_settled(receipt), *(_differs(receipt, event) if strange else ()))


def _differs(receipt: Receipt, event: ReceiptApplied | ReceiptLeft) -> Told:
    paid = [each.item for each in event.allocations] if isinstance(event, ReceiptApplied) else event.rivals
    return (m.PayerDiffersMessage(receipt.id, receipt.customer, " ".join(paid), event.reason),)


def _put_aside(receipt: Receipt, event: PutAside) -> Told:
    return _settled(receipt)


def _identified(receipt: Receipt, event: PayerIdentified) -> Told:
    return (m.PayerIdentifiedMessage(receipt.id, receipt.customer),)


def _reversed(receipt: Receipt, event: ApplicationReversed) -> Told:
    items = " ".join(event.items)
    return (m.ReceiptReversedMessage(receipt.id, receipt.customer, items, event.amount, event.why),)


def _returned(receipt: Receipt, event: ReceiptReturned) -> Told:
    return (m.ReceiptReturnedMessage(receipt.id, receipt.customer, event.amount, event.why, event.reference),)


def _taken_back(reversal: BankReversal, event: BankReversalRecorded) -> Told:
    row = event.transaction
    if event.receipt:
        return ()
    return (m.BankReversalUnlinkedMessage(reversal.id, row.signed, row.booked, event.reason),)


def _settled(receipt: Receipt) -> Told:
    if not receipt.unapplied:
        return (m.ReceiptAppliedMessage(receipt.id, receipt.customer, receipt.amount, receipt.reason),)
    if receipt.customer:
        said = (receipt.amount, receipt.unapplied, receipt.reason, "" if receipt.on_account else "unapplied")
        return (m.ReceiptOnAccountMessage(receipt.id, receipt.customer, *said),)
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
    ItemReopened: _reopened,
    ItemWrittenOff: _written_off,
    WriteOffReversed: _owed_again,
    ReceiptApplied: _tried,
    ReceiptLeft: _tried,
    PutAside: _put_aside,
    PayerIdentified: _identified,
    ApplicationReversed: _reversed,
    ReceiptReturned: _returned,
    BankReversalRecorded: _taken_back,
    c.LimitChanged: _limited,
    d.LimitChangeProposed: _limit_proposed,
    d.LimitChangeApproved: _limit_approved,
    d.LimitChangeRejected: _limit_rejected,
    c.CreditBlocked: _blocked,
    c.CreditUnblocked: _unblocked,
}
