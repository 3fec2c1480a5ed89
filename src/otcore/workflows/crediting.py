"""What a credit note moves in the books, whatever it credits: the invoice, its orders and shipment, what is owed, what
counts in the exposure, and the ledger.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount, account_id
from otcore.customers.customer import Customer
from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.credit_notes.deciding import Credit
from otcore.invoicing.credit_notes.drafting import draft_credit_note
from otcore.invoicing.credit_notes.events import CreditNoteIssued
from otcore.invoicing.drafting import SELF_BILLED
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.events import InvoiceCredited
from otcore.orders import crediting
from otcore.orders.crediting import CreditLine
from otcore.orders.exposure import in_account
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.events import BillTakenBack
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.aggregates import CREDIT, CUSTOMER, INVOICE, ORDER, RECEIVABLE, SHIPMENT
from otcore.ports.kinds import Kept
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import Entry
from otcore.receivables.set_off import moved, set_off
from otcore.reconciliation.evidence import skeleton
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load


@frozen
class Books:
    """An invoice with everything that a credit note may move, each loaded once."""

    invoice: Kept[Invoice]
    customer: Customer
    orders: Mapping[str, Kept[Order]]
    shipment: Kept[Shipment] | None
    item: Kept[Receivable]
    account: Kept[CreditAccount]

    @property
    def came_back(self) -> dict[str, Decimal] | None:
        """What of the invoice came back since, by its lines; None where no shipment says so."""
        if self.shipment is None:
            return None
        there = {line.line: line.billable for line in self.shipment.some.lines}
        lines = self.invoice.some.document.lines
        return {line.id: line.quantity.value - there.get(line.order_line, ZERO) for line in lines}

    def lines_of(self, order: str) -> dict[str, str]:
        """The lines of an order that the invoice bills: the order's id of each, by the invoice's."""
        invoice = self.invoice.some
        lines = [line for line in invoice.document.lines if (line.order or invoice.order) == order]
        return {line.id: line.order_line for line in lines if line.order_line}


@frozen
class Posted:
    """A credit note that has its number, and what it moved. `rest`: the item of what its invoice could not take."""

    note: Kept[CreditNote]
    invoice: Kept[Invoice]
    orders: Mapping[str, Kept[Order]]
    shipment: Kept[Shipment] | None
    item: Kept[Receivable]
    rest: Kept[Receivable] | None
    entries: tuple[Entry, ...]
    delivered: Money
    """What counts as delivered and not billed again, in the currency of the account."""

    @property
    def kept(self) -> tuple[Kept[Any], ...]:
        """What is to be saved, but for the credit account."""
        found = (*self.orders.values(), self.shipment, self.note, self.invoice, self.item, self.rest)
        return tuple(each for each in found if each is not None and each.events)


def invoice_of(number: str, day: date, given: str = "") -> Flow[Kept[Invoice]]:
    """The invoice, for update: whoever credits it next waits.

    Refused: `ISSUED_LATER`, and `BUYER_NUMBERS` where the buyer numbers the papers and `given` is empty, or the
    other way round.
    """
    invoice = yield from Load(INVOICE, number, True)
    document = invoice.some.document
    if day < document.issued:
        raise Rejected("ISSUED_LATER", invoice=invoice.id, issued=str(document.issued), credited=str(day))
    if (document.type_code == SELF_BILLED) is not bool(given):
        raise Rejected("BUYER_NUMBERS", invoice=invoice.id, type_code=document.type_code, given=given)
    return invoice


def books_of(invoice: Kept[Invoice]) -> Flow[Books]:
    """Everything that crediting an invoice may move; locked in the order in which money locks it."""
    state = invoice.some
    customer = (yield from Load(CUSTOMER, state.customer)).some
    orders = {}
    for id in sorted(_billed(state)):
        orders[id] = yield from Load(ORDER, id)
    shipment = (yield from Load(SHIPMENT, state.shipment, True)) if state.shipment else None
    item = yield from Load(RECEIVABLE, invoice.id, True)
    account = yield from Load(CREDIT, account_id(customer), True)
    return Books(invoice, customer, orders, shipment, item, account)


def posted(
    books: Books, note: Kept[CreditNote], decided: Credit, day: date, reason: str, house: House, **said: str
) -> Posted:
    """The facts of a credit note that has its number. `said`: `number`, the buyer's own; `return_id`.

    Refused: as `orders.crediting.credit`. Raises `Invalid` with what the house wants and it lacks.
    """
    invoice = books.invoice.some
    number = said.get("number") or note.id
    document = draft_credit_note(invoice.document, number, day, reason, decided.part, decided.totals)
    lacks = house.invoice(document)
    if lacks:
        raise Invalid(*lacks).at(f"credit note of invoice {invoice.id}")
    whose = (note.id, invoice.customer, invoice.order, invoice.id)
    note = note.after((CreditNoteIssued(*whose, reason, document, said.get("return_id", "")),))
    fact = InvoiceCredited(note.id, day, note.some.payable, decided.part.credited)
    off = set_off(books.item.some, note.id, skeleton(number), note.some.payable, day)
    rest = Kept(RECEIVABLE, note.id).after(off.rest) if off.rest else None
    shipment = _taken_back(books, note.some, decided.lines)
    delivered = shipment.some.counted if shipment else Money.zero(books.account.some.currency)
    return Posted(
        note=note,
        invoice=books.invoice.after((fact,)),
        orders=_orders(books, note.id, decided.lines),
        shipment=shipment,
        item=books.item.after(off.item),
        rest=rest,
        entries=off.entries,
        delivered=delivered,
    )


def account_after(
    books: Books, document: str, delivered: Money, before: tuple[Receivable, ...], after: tuple[Receivable, ...]
) -> Kept[CreditAccount]:
    """The credit account once the items are others than before."""
    currency = books.account.some.currency
    less = moved(before, after, currency)
    return books.account.after(credit.moved(document, deliveries=delivered, invoices=less, currency=currency))


def _orders(books: Books, note: str, lines: tuple[CreditLine, ...]) -> dict[str, Kept[Order]]:
    """The orders whose lines are credited by quantities."""
    found = {}
    for id, order in books.orders.items():
        part = tuple(_of_order(books, id, lines))
        if part:
            found[id] = order.after(crediting.credit(order.some, note, part))
    return found


def _of_order(books: Books, order: str, lines: tuple[CreditLine, ...]) -> Iterator[CreditLine]:
    """Invoice lines as lines of one order."""
    known = books.lines_of(order)
    return (CreditLine(known[each.line], each.quantity, each.reinvoice) for each in lines if each.line in known)


def _billed(invoice: Invoice) -> set[str]:
    """The orders of which the invoice bills anything."""
    orders = {line.order or invoice.order for line in invoice.document.lines if line.order_line}
    return {order for order in orders if order}


def _taken_back(books: Books, note: CreditNote, lines: tuple[CreditLine, ...]) -> Kept[Shipment] | None:
    """The shipment, to be billed again, when all that is billable of it is credited to be billed again."""
    shipment = books.shipment
    if shipment is None or shipment.some.invoice != note.invoice:
        return None
    again = {each.line: each.quantity for each in _of_order(books, note.order, lines) if each.reinvoice}
    there = {line.line: line.billable for line in shipment.some.lines if line.billable}
    if not again or again != there:
        return None
    counts = in_account(books.orders[note.order].some, note.payable)
    return shipment.after((BillTakenBack(note.id, counts),))
