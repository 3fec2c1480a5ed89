"""What happens to invoices, debts and receipts, told."""

from collections.abc import Mapping

from otcore.invoicing.credit_notes.events import CreditNoteIssued, CreditNoteSent
from otcore.invoicing.invoices import events as e
from otcore.invoicing.invoices.events import InvoiceIssued, Sending
from otcore.payments.receipt import ReceiptApplied, ReceiptLeft, ReceiptRecorded
from otcore.process.sentence import Sentence, counted, reason
from otcore.receivables.item import (
    DisputeSettled,
    ItemCredited,
    ItemDisputed,
    ItemFellOverdue,
    ItemOpened,
    ItemPaid,
)


def _issued(fact: InvoiceIssued) -> str:
    document = fact.document
    text = f"Invoice {fact.number} over {document.totals.payable} issued, due {document.due}"
    return f"{text}, in place of {fact.corrects}" if fact.corrects else text


def _drafted(fact: e.InvoiceDrafted) -> str:
    return f"Invoice over {fact.document.totals.payable} drafted"


def _sent(fact: e.InvoiceSent | CreditNoteSent) -> str:
    return _way(fact.sending)


def _way(sending: Sending) -> str:
    return " ".join(filter(None, [f"Sent on {sending.day}", sending.channel and f"by {sending.channel}"]))


def _credited(fact: e.InvoiceCredited) -> str:
    return f"{fact.amount} credited by {fact.note}"


def _note_issued(fact: CreditNoteIssued) -> str:
    return f"Credit note {fact.number} over {fact.document.totals.payable} issued for invoice {fact.invoice}"


def _set_off(fact: ItemCredited) -> str:
    applied = fact.applied
    if applied.amount.minor < 0:
        return f"{-applied.amount} used for {applied.receipt}"
    return f"{applied.amount} closed by credit note {applied.receipt}"


def _disputed(fact: ItemDisputed) -> str:
    return f"{fact.dispute.amount} disputed ({fact.dispute.id})"


def _owed(fact: ItemOpened) -> str:
    return f"{fact.amount} owed by {fact.due}" if fact.amount.minor >= 0 else f"{-fact.amount} owed to the customer"


def _paid(fact: ItemPaid) -> str:
    return f"{fact.applied.amount} paid by receipt {fact.applied.receipt}"


def _recorded(fact: ReceiptRecorded) -> str:
    row = fact.transaction
    return f"{row.amount} received on {row.booked}"


def _applied(fact: ReceiptApplied) -> str:
    return f"Applied to {counted(len(fact.allocations), 'item')} by the rule {fact.rule}"


MONEY: Mapping[type, Sentence] = {
    InvoiceIssued: Sentence("invoice.issued", _issued),
    e.InvoiceSent: Sentence("invoice.sent", _sent, lambda fact: fact.sending.reference),
    e.InvoiceCredited: Sentence("invoice.credited", _credited, again=True),
    e.InvoiceCorrected: Sentence("invoice.corrected", lambda fact: f"Billed anew by {fact.by}"),
    e.InvoiceDrafted: Sentence("invoice.drafted", _drafted),
    e.DraftIssued: Sentence("draft.issued", lambda fact: f"Issued as invoice {fact.number}", again=True),
    e.DraftDiscarded: Sentence("draft.discarded", lambda fact: "Draft discarded", reason),
    CreditNoteIssued: Sentence("credit_note.issued", _note_issued, reason),
    CreditNoteSent: Sentence("credit_note.sent", _sent, lambda fact: fact.sending.reference),
    ItemOpened: Sentence("item.opened", _owed, again=True),
    ItemCredited: Sentence("item.credited", _set_off),
    ItemDisputed: Sentence("invoice.disputed", _disputed, lambda fact: fact.dispute.reason),
    DisputeSettled: Sentence(
        "invoice.dispute_settled", lambda fact: f"Dispute {fact.dispute} settled", lambda fact: fact.outcome
    ),
    ItemPaid: Sentence("invoice.paid", _paid),
    ItemFellOverdue: Sentence("invoice.overdue", lambda fact: "Overdue"),
    ReceiptRecorded: Sentence("receipt.recorded", _recorded),
    ReceiptApplied: Sentence("receipt.applied", _applied, reason, again=True),
    ReceiptLeft: Sentence("receipt.left", lambda fact: "Could not be applied", reason),
}

PAID = frozenset(
    {
        ItemPaid,
        ItemCredited,
        ItemDisputed,
        DisputeSettled,
        ItemFellOverdue,
        ReceiptRecorded,
        ReceiptApplied,
        ReceiptLeft,
    }
)
"""What happens to a bill once it is out."""
