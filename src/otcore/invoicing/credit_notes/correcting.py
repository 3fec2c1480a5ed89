"""The corrective invoice: a wrong invoice once more, of what is left of it, with what should have been said."""

from collections.abc import Mapping
from datetime import date

from attrs import evolve as changed

from otcore.customers.customer import Customer
from otcore.invoicing.calculation import InvoiceInput, LineInput, Totals
from otcore.invoicing.credit_notes.commands import CorrectedLine, IssueCorrectiveInvoice
from otcore.invoicing.crediting import CreditPart, credit_lines
from otcore.invoicing.document import InvoiceDocument, InvoiceLine
from otcore.invoicing.drafting import payment_of
from otcore.invoicing.due import settlement
from otcore.invoicing.references import PrecedingInvoice
from otcore.invoicing.seller import Seller
from otcore.values.calendar import WorkCalendar
from otcore.values.fast_init import changed as renewed
from otcore.values.faults import Rejected
from otcore.values.terms import BaseDays


def corrected(left: CreditPart, command: IssueCorrectiveInvoice) -> CreditPart:
    """What is billed anew of what is left, with the right prices and taxes. Refused: `LINE_TWICE`, `LINE_UNKNOWN`."""
    said = _by_line(left.bill, command)
    lines = tuple(_priced(line, said.get(line.id)) for line in left.bill.lines)
    return changed(left, bill=changed(left.bill, lines=lines))


def draft_corrective(
    wrong: InvoiceDocument,
    billed: CreditPart,
    totals: Totals,
    command: IssueCorrectiveInvoice,
    seller: Seller,
    customer: Customer,
    ordered: date,
    calendar: WorkCalendar,
    type_code: str,
) -> InvoiceDocument:
    """The document of a corrective invoice, without its number; its terms count from its own day."""
    delivered = wrong.delivery.day if wrong.delivery else None
    settled = settlement(
        customer.profile.terms, totals, BaseDays(command.day, delivered or command.day, ordered), calendar
    )
    said = {each.line: each for each in command.lines}
    return renewed(
        wrong,
        number="",
        issued=command.day,
        due=settled.due,
        seller=seller.party,
        buyer=customer.profile.party,
        lines=tuple(_named(line, said.get(line.id)) for line in credit_lines(wrong, billed)),
        totals=totals,
        payment=payment_of("", seller, wrong.currency),
        type_code=type_code,
        buyer_reference=_said(command.buyer_reference, wrong.buyer_reference),
        order_reference=_said(command.order_reference, wrong.order_reference),
        accounting_cost=_said(command.accounting_cost, wrong.accounting_cost),
        contract=_said(command.contract, wrong.contract),
        terms_note=settled.note,
        note=_said(command.note, command.reason),
        instalments=settled.instalments,
        discounts=settled.discounts,
        preceding=(PrecedingInvoice(wrong.number, wrong.issued),),
        third_party=billed.bill.third_party,
    )


def _by_line(billed: InvoiceInput, command: IssueCorrectiveInvoice) -> Mapping[str, CorrectedLine]:
    said = {each.line: each for each in command.lines}
    if len(said) < len(command.lines):
        raise Rejected("LINE_TWICE", invoice=command.invoice)
    unknown = sorted(set(said) - {line.id for line in billed.lines})
    if unknown:
        raise Rejected("LINE_UNKNOWN", invoice=command.invoice, line=unknown[0])
    return said


def _priced(line: LineInput, said: CorrectedLine | None) -> LineInput:
    if said is None:
        return line
    return changed(line, price=said.price or line.price, tax=said.tax or line.tax)


def _named(line: InvoiceLine, said: CorrectedLine | None) -> InvoiceLine:
    if said is None:
        return line
    tax = said.tax or line.tax
    cost = _said(said.accounting_cost, line.accounting_cost)
    return renewed(line, tax=tax, name=_said(said.name, line.name), accounting_cost=cost)


def _said(new: str | None, old: str) -> str:
    return old if new is None else new
