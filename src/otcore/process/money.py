"""What happens to invoices, debts and receipts, told."""

from collections.abc import Mapping

from otcore.invoicing.invoice import InvoiceIssued
from otcore.payments.receipt import ReceiptApplied, ReceiptLeft, ReceiptRecorded
from otcore.process.sentence import Sentence, counted, reason
from otcore.receivables.item import ItemFellOverdue, ItemOpened, ItemPaid


def _issued(fact: InvoiceIssued) -> str:
    document = fact.document
    return f"Invoice {fact.number} over {document.totals.payable} issued, due {document.due}"


def _paid(fact: ItemPaid) -> str:
    return f"{fact.applied.amount} paid by receipt {fact.applied.receipt}"


def _recorded(fact: ReceiptRecorded) -> str:
    row = fact.transaction
    return f"{row.amount} received on {row.booked}"


def _applied(fact: ReceiptApplied) -> str:
    return f"Applied to {counted(len(fact.allocations), 'item')} by the rule {fact.rule}"


MONEY: Mapping[type, Sentence] = {
    InvoiceIssued: Sentence("invoice.issued", _issued),
    ItemOpened: Sentence("item.opened", lambda fact: f"{fact.amount} owed by {fact.due}", again=True),
    ItemPaid: Sentence("invoice.paid", _paid),
    ItemFellOverdue: Sentence("invoice.overdue", lambda fact: "Overdue"),
    ReceiptRecorded: Sentence("receipt.recorded", _recorded),
    ReceiptApplied: Sentence("receipt.applied", _applied, reason, again=True),
    ReceiptLeft: Sentence("receipt.left", lambda fact: "Could not be applied", reason),
}

PAID = frozenset({ItemPaid, ItemFellOverdue, ReceiptRecorded, ReceiptApplied, ReceiptLeft})
"""What happens to a bill once it is out."""
