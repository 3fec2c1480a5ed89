"""What happens to invoices, debts and receipts, told."""

from collections.abc import Mapping
from typing import Any

from otcore.invoicing.credit_notes.events import CreditNoteIssued, CreditNoteSent
from otcore.invoicing.invoices import events as e
from otcore.invoicing.invoices.events import InvoiceIssued, Sending
from otcore.payments.receipt import ReceiptApplied, ReceiptLeft, ReceiptRecorded
from otcore.payments.receipt_events import (
    ApplicationReversed,
    PayerIdentified,
    PayoutUndone,
    PutAside,
    ReceiptPaidOut,
    ReceiptRefunded,
    ReceiptReturned,
)
from otcore.process.sentence import Sentence, counted, reason
from otcore.receivables.events import CreditReleased, ItemReopened, ItemWrittenOff, WriteOffReversed
from otcore.receivables.item import (
    DisputeSettled,
    ItemCredited,
    ItemDisputed,
    ItemFellOverdue,
    ItemOpened,
    ItemPaid,
)


def _why(fact: Any) -> str:
    return str(fact.why)


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


def _paid_and_more(fact: ItemPaid) -> str:
    """The codes of what was closed without cash are public, so they are said as they are."""
    more = ", ".join(f"{each.amount} {each.why.value}" for each in fact.adjustments)
    return ", ".join(filter(None, [_paid(fact), more]))


def _reversed(fact: ApplicationReversed) -> str:
    return f"{fact.amount} taken off {counted(len(fact.items), 'item')}"


def _written_off(fact: ItemWrittenOff) -> str:
    return f"{fact.adjusted.amount} given up ({fact.adjusted.why.value})"


def _released(fact: CreditReleased) -> str:
    applied = fact.applied
    if applied.amount.minor < 0:
        return f"{-applied.amount} no longer used for {applied.receipt}"
    return f"{applied.amount} no longer closed by credit note {applied.receipt}"


def _refunded(fact: ReceiptRefunded) -> str:
    if fact.amount.minor < 0:
        return f"{-fact.amount} of refund {fact.refund} came back"
    return f"{fact.amount} paid back by refund {fact.refund}"


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
    ItemPaid: Sentence("invoice.paid", _paid_and_more),
    ItemReopened: Sentence("invoice.reopened", lambda fact: f"{fact.amount} owed again", _why),
    ItemWrittenOff: Sentence("invoice.written_off", _written_off, _why),
    WriteOffReversed: Sentence("invoice.write_off_reversed", lambda fact: f"{fact.amount} owed again", _why),
    CreditReleased: Sentence("item.credit_released", _released),
    ItemFellOverdue: Sentence("invoice.overdue", lambda fact: "Overdue"),
    ReceiptRecorded: Sentence("receipt.recorded", _recorded),
    ReceiptApplied: Sentence("receipt.applied", _applied, reason, again=True),
    ReceiptLeft: Sentence("receipt.left", lambda fact: "Could not be applied", reason),
    PutAside: Sentence("receipt.on_account", lambda fact: "Left on account", reason),
    PayerIdentified: Sentence("receipt.payer_identified", lambda fact: f"Known to be from {fact.customer}"),
    ApplicationReversed: Sentence("receipt.reversed", _reversed, _why),
    ReceiptReturned: Sentence("receipt.returned", lambda fact: f"{fact.amount} went back", _why),
    ReceiptRefunded: Sentence("receipt.refunded", _refunded),
    ReceiptPaidOut: Sentence("receipt.payout", lambda fact: f"Paid out by gateway {fact.gateway}"),
    PayoutUndone: Sentence("receipt.payout_undone", lambda fact: "No payout", _why),
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
        ItemReopened,
        ItemWrittenOff,
        WriteOffReversed,
        CreditReleased,
        PutAside,
        PayerIdentified,
        ApplicationReversed,
        ReceiptReturned,
        ReceiptRefunded,
        ReceiptPaidOut,
        PayoutUndone,
    }
)
"""What happens to a bill once it is out."""
