"""What is told of invoices, receipts and credit."""

from collections.abc import Callable, Mapping
from typing import Any

from otcore.customers.credit import events as c
from otcore.customers.credit import limit_change as d
from otcore.customers.credit.account import CreditAccount
from otcore.invoicing.invoice import Invoice, InvoiceIssued
from otcore.payments.receipt import Receipt, ReceiptApplied, ReceiptLeft
from otcore.ports.messages import Message
from otcore.ports.messages import money as m
from otcore.receivables.item import ItemFellOverdue, Receivable

Told = tuple[Message, ...]


def _issued(invoice: Invoice, event: InvoiceIssued) -> Told:
    return (m.InvoiceIssuedMessage(invoice.id, invoice.customer, invoice.order, invoice.payable),)


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
