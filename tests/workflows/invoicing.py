"""Short words for what happens to invoices at a desk."""

from datetime import date
from typing import Any

from otcore.invoicing.credit_notes.commands import (
    ApplyCreditNote,
    CorrectedLine,
    IssueCorrectiveInvoice,
    IssueCreditNote,
    SendCreditNote,
)
from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.crediting import LowerPrice
from otcore.invoicing.invoice import Invoice, IssueInvoice
from otcore.invoicing.invoice_commands import DiscardDraft, DraftInvoice, IssueDraft, SendInvoice
from otcore.invoicing.invoices.draft import InvoiceDraft
from otcore.orders.crediting import CreditLine
from otcore.ports.aggregates import CREDIT_NOTE, INVOICE, INVOICE_DRAFT
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.receivables.invoice_standing import AskInvoiceStatus, InvoiceStanding
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import control
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.workflows.ask import Every, Get, OpenItems
from tests.orders.examples import DAY, dec, eur, left
from tests.workflows.books import books
from tests.workflows.desk import Desk, billed, desk

INV = "INV-2026-000001"
CN = "CN-2026-000001"


def shipped(ready: Desk, *lines: Any, order: str = "O1", shipment: str = "S1", quantity: int = 10, **more: Any) -> Desk:
    """A desk where so much of an order left and is not billed."""
    ready.places(*lines, order=order, **more)
    ready.acknowledges(order)
    ready.ships(left("1", quantity), order=order, shipment=shipment)
    return ready


def invoiced(stocked: int = 100, **more: Any) -> Desk:
    """A desk with one invoice over ten P1 at 10.00: 120.00 with tax."""
    ready = desk(stocked=stocked, **more)
    billed(ready)
    return ready


def drafts(ready: Desk, draft: str = "D1", shipment: str = "S1", day: date = DAY, note: str = "") -> InvoiceDraft:
    answer: InvoiceDraft = ready.handle(DraftInvoice(draft=draft, shipment=shipment, day=day, note=note))
    return answer


def issues(ready: Desk, draft: str = "D1", day: date = DAY) -> Invoice:
    answer: Invoice = ready.handle(IssueDraft(draft=draft, day=day))
    return answer


def discards(ready: Desk, draft: str = "D1") -> InvoiceDraft:
    answer: InvoiceDraft = ready.handle(DiscardDraft(draft=draft, day=DAY, reason="twice"))
    return answer


def self_bills(ready: Desk, number: str, shipment: str = "S1") -> Invoice:
    answer: Invoice = ready.handle(IssueInvoice(shipment=shipment, day=DAY, self_billed=number))
    return answer


def sends(ready: Desk, invoice: str = INV, day: date = DAY, channel: str = "peppol", reference: str = "") -> Invoice:
    answer: Invoice = ready.handle(SendInvoice(invoice=invoice, day=day, channel=channel, reference=reference))
    return answer


def sends_note(ready: Desk, note: str = CN, day: date = DAY) -> CreditNote:
    answer: CreditNote = ready.handle(SendCreditNote(note=note, day=day, channel="mail"))
    return answer


def credits(ready: Desk, invoice: str = INV, day: date = DAY, **what: Any) -> CreditNote:
    answer: CreditNote = ready.handle(IssueCreditNote(invoice=invoice, day=day, **{"reason": "damaged"} | what))
    return answer


def quantity(number: Any, line: str = "1", reinvoice: bool = False) -> tuple[CreditLine, ...]:
    return (CreditLine(line, dec(number), reinvoice),)


def price(amount: str, line: str = "1") -> tuple[LowerPrice, ...]:
    return (LowerPrice(line=line, price=UnitPrice(amount, "EUR")),)


def uses(ready: Desk, note: str = CN, invoice: str = INV, amount: Money | None = None) -> CreditNote:
    answer: CreditNote = ready.handle(ApplyCreditNote(note=note, invoice=invoice, day=DAY, amount=amount))
    return answer


def corrects(ready: Desk, *lines: CorrectedLine, invoice: str = INV, day: date = DAY, **more: Any) -> Invoice:
    fields: dict[str, Any] = {"reason": "wrong address"} | more
    answer: Invoice = ready.handle(IssueCorrectiveInvoice(invoice=invoice, day=day, lines=lines, **fields))
    return answer


def disputes(ready: Desk, amount: str | None = None, id: str = "D-1", invoice: str = INV) -> Receivable:
    wanted = None if amount is None else eur(amount)
    command = OpenDispute(invoice=invoice, dispute=id, day=DAY, reason="one was broken", amount=wanted)
    answer: Receivable = ready.handle(command)
    return answer


def settles(ready: Desk, id: str = "D-1", invoice: str = INV) -> Receivable:
    command = SettleDispute(invoice=invoice, dispute=id, day=DAY, outcome="withdrawn")
    answer: Receivable = ready.handle(command)
    return answer


def standing(ready: Desk, invoice: str = INV, day: date | None = None) -> InvoiceStanding:
    return ready.otc.ask(AskInvoiceStatus(invoice, day))


def the_invoice(ready: Desk, id: str = INV) -> Invoice:
    return ready.otc.ask(Get(INVOICE, id))


def the_draft(ready: Desk, id: str = "D1") -> InvoiceDraft:
    return ready.otc.ask(Get(INVOICE_DRAFT, id))


def numbers(ready: Desk) -> tuple[list[str], list[str]]:
    """All invoices and all credit notes."""
    return [each.id for each in ready.otc.ask(Every(INVOICE))], [each.id for each in ready.otc.ask(Every(CREDIT_NOTE))]


def open_items(ready: Desk) -> dict[str, str]:
    return {item.id: str(item.open.amount) for item in ready.otc.ask(OpenItems())}


def assert_books_agree(ready: Desk) -> None:
    """The control account is what all items together still owe, and so is the exposure."""
    items = ready.otc.ask(OpenItems())
    owed = sum((item.open.minor for item in items), 0)
    assert control(books(ready.store)["entries"], "EUR").minor == owed
    assert ready.exposure()[2] == str(Money.from_minor(owed, "EUR").amount)
