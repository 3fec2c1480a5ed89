"""What a credit note moves in the books, whatever it credits: the invoice, its orders and shipment, what is owed, what
counts in the exposure, and the ledger.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount, ExposureMoved
from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.credit_notes.deciding import Credit
from otcore.invoicing.credit_notes.drafting import draft_credit_note
from otcore.invoicing.credit_notes.events import CreditNoteIssued
from otcore.invoicing.drafting import SELF_BILLED
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.events import InvoiceCredited
from otcore.orders.crediting import CreditLine
from otcore.orders.exposure import order_moves
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.aggregates import INVOICE, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import Entry
from otcore.receivables.set_off import moved, set_off
from otcore.reconciliation.evidence import skeleton
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money, total
from otcore.workflows.crediting_advances import order_facts
from otcore.workflows.house import House
from otcore.workflows.invoice_books import Books
from otcore.workflows.requests import Flow, Load
from otcore.workflows.taking_back import taken_back


@frozen
class Posted:
    """A credit note that has its number, and what it moved. `rest`: the item of what its invoice could not take."""

    note: Kept[CreditNote]
    invoice: Kept[Invoice]
    orders: Mapping[str, Kept[Order]]
    shipments: Mapping[str, Kept[Shipment]]
    item: Kept[Receivable]
    rest: Kept[Receivable] | None
    entries: tuple[Entry, ...]
    delivered: Money
    """What counts as delivered and not billed again, in the currency of the account."""

    @property
    def kept(self) -> tuple[Kept[Any], ...]:
        """What is to be saved, but for the credit account."""
        moved: tuple[Kept[Any], ...] = (*self.orders.values(), *self.shipments.values())
        found = (*moved, self.note, self.invoice, self.item, *((self.rest,) if self.rest else ()))
        return tuple(each for each in found if each.events)


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
    shipments = taken_back(books, note.some, decided.lines)
    delivered = total((each.some.counted for each in shipments.values()), books.account.some.currency)
    return Posted(
        note=note,
        invoice=books.invoice.after((fact,)),
        orders=_orders(books, note.some, decided, shipments),
        shipments=shipments,
        item=books.item.after(off.item),
        rest=rest,
        entries=off.entries,
        delivered=delivered,
    )


def account_after(
    books: Books, done: Posted, before: tuple[Receivable, ...], after: tuple[Receivable, ...]
) -> Kept[CreditAccount]:
    """The credit account once the items are others than before."""
    currency = books.account.some.currency
    less = moved(before, after, currency)
    facts = credit.moved(done.note.id, deliveries=done.delivered, invoices=less, currency=currency)
    return books.account.after((*facts, *_ordered_again(books, done)))


def _ordered_again(books: Books, done: Posted) -> Iterator[ExposureMoved]:
    """What counts as ordered again, for it is billed no longer."""
    for id, order in done.orders.items():
        before = books.orders[id].some
        if before.ahead != order.some.ahead:
            yield from order_moves(before, order.some)


def _orders(
    books: Books, note: CreditNote, decided: Credit, back: Mapping[str, Kept[Shipment]]
) -> dict[str, Kept[Order]]:
    """The orders that the note means anything for."""
    found = {}
    for id, order in books.orders.items():
        part, credited = tuple(_of_order(books, id, decided.lines)), decided.part.credited
        facts = tuple(order_facts(books.invoice.some, credited, order.some, note, part, back))
        if facts:
            found[id] = order.after(facts)
    return found


def _of_order(books: Books, order: str, lines: tuple[CreditLine, ...]) -> Iterator[CreditLine]:
    """Invoice lines as lines of one order; several may bill the same."""
    said = {each.line: each for each in lines}
    found: dict[tuple[str, bool], Decimal] = {}
    for source in books.sources_of(order):
        each = said.get(source.line)
        if each:
            key = source.order_line, each.reinvoice
            found[key] = found.get(key, ZERO) + each.quantity
    return (CreditLine(line, quantity, reinvoice) for (line, reinvoice), quantity in found.items())
