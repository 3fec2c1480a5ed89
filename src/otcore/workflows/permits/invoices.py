"""What to ask about commands on invoices and credit notes: who takes something off an invoice did not issue it."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from otcore.access.asked import Asked
from otcore.invoicing.credit_notes.commands import (
    ApplyCreditNote,
    IssueCorrectiveInvoice,
    IssueCreditNote,
    SendCreditNote,
)
from otcore.invoicing.invoice_commands import DiscardDraft, DraftInvoice, IssueDraft, SendInvoice
from otcore.invoicing.invoices.events import InvoiceIssued
from otcore.invoicing.policies.commands import BillMilestone, BillOrder, BillPeriod, BillPrepayment, PlanMilestones
from otcore.orders.returns.events import ReturnReceived
from otcore.ports.aggregates import INVOICE, RETURN
from otcore.ports.kinds import Kind
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.support.casework import NoteDispute
from otcore.values.command import Command
from otcore.workflows.permits.questions import Check, named, worth
from otcore.workflows.requests import Flow, History

worth_what_is_payable = worth(lambda state: state.payable)
"""As much as the document says."""


def correcting(command: IssueCreditNote | IssueCorrectiveInvoice, asked: Asked) -> Flow[Asked]:
    """Who issued the invoice, or took in the goods that are credited, may not credit it."""
    makers = yield from _who(INVOICE, command.invoice, InvoiceIssued)
    if isinstance(command, IssueCreditNote) and command.return_id:
        makers += yield from _who(RETURN, command.return_id, ReturnReceived)
    return evolve(asked, makers=tuple(dict.fromkeys(makers)))


def _who(kind: Kind[Any], id: str, event: type) -> Flow[tuple[str, ...]]:
    facts = yield from History(kind, id)
    return tuple(fact.actor for fact in facts if isinstance(fact.event, event))


CHECKS: Mapping[type[Command[Any]], Check] = {
    BillPeriod: Check(named("invoice.bill_period"), outcome=worth_what_is_payable, sensitive=False),
    BillOrder: Check(named("invoice.bill_order"), outcome=worth_what_is_payable, sensitive=False),
    BillPrepayment: Check(named("invoice.bill_prepayment"), outcome=worth_what_is_payable, sensitive=False),
    PlanMilestones: Check(named("order.plan_milestones")),
    BillMilestone: Check(named("invoice.bill_milestone"), outcome=worth_what_is_payable, sensitive=False),
    DraftInvoice: Check(named("invoice.draft"), outcome=worth_what_is_payable, sensitive=False),
    IssueDraft: Check(named("invoice.issue_draft"), outcome=worth_what_is_payable, sensitive=False),
    DiscardDraft: Check(named("invoice.discard_draft"), sensitive=False),
    SendInvoice: Check(sensitive=False),
    IssueCreditNote: Check(named("credit_note.issue"), look=correcting, outcome=worth_what_is_payable),
    SendCreditNote: Check(named("credit_note.send"), sensitive=False),
    ApplyCreditNote: Check(named("credit_note.apply")),
    IssueCorrectiveInvoice: Check(named("invoice.correct"), look=correcting, outcome=worth_what_is_payable),
    OpenDispute: Check(sensitive=False),
    NoteDispute: Check(sensitive=False),
    SettleDispute: Check(),
}
