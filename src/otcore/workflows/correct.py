"""Putting a wrong invoice right: a credit note over what is left of it, and an invoice that bills it anew."""

from decimal import Decimal

from otcore.invoicing.calculation import calculate
from otcore.invoicing.credit_notes import deciding
from otcore.invoicing.credit_notes.commands import IssueCorrectiveInvoice
from otcore.invoicing.credit_notes.correcting import corrected, draft_corrective
from otcore.invoicing.crediting import CreditPart
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.events import Billed, InvoiceCorrected
from otcore.orders.events import LinesInvoiced
from otcore.orders.exposure import in_account
from otcore.orders.fulfilment import closing
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment, ShipmentInvoiced
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.reason import require_reason
from otcore.workflows.crediting import Posted, account_after, invoice_of, posted
from otcore.workflows.crediting_advances import before_delivery
from otcore.workflows.house import House
from otcore.workflows.invoice_books import Books, books_of
from otcore.workflows.issuing import Bill, Posting
from otcore.workflows.issuing import posted as issued
from otcore.workflows.netting import Netted, netted
from otcore.workflows.numbering import numbered, of_correctives, of_credit_notes
from otcore.workflows.requests import Append, Flow, Save


def issue_corrective_invoice(command: IssueCorrectiveInvoice, house: House) -> Flow[Kept[Invoice]]:
    """The corrective invoice; the wrong one is credited by then."""
    require_reason(command.reason)
    wrong = yield from invoice_of(command.invoice, command.day)
    decided = deciding.rest(wrong.some, reinvoice=True)
    billed = corrected(decided.part, command)
    books = yield from books_of(wrong)
    if before_delivery(wrong.some, {id: kept.some for id, kept in books.orders.items()}):
        raise Rejected("BILLED_AHEAD", invoice=wrong.id)
    document = _document(books, billed, command, house)
    note, corrective = yield from numbered(house, command.day, of_credit_notes(house), of_correctives(house))
    done = posted(books, note, decided, command.day, command.reason, house)
    after = tuple(each.some for each in (done.item, done.rest) if each)
    account = account_after(books, done, (books.item.some,), after)
    posting = issued(_bill(books, document, done), corrective, account, house)
    net = _netted(done, posting, command)
    new = posting.invoice
    wrong = done.invoice.after((InvoiceCorrected(new.id, command.day),))
    orders, shipments = _orders(books, done, new.some), _shipments(books, done, new.id)
    yield from Save(*orders, *shipments, done.note, wrong, done.item, new, *net.items, net.account)
    yield from Append((*done.entries, *posting.entries, *net.entries))
    return new


def _document(books: Books, billed: CreditPart, command: IssueCorrectiveInvoice, house: House) -> InvoiceDocument:
    totals, wrong = calculate(billed.bill), books.invoice.some.document
    if totals.payable.minor < 0:
        raise Rejected("PAYABLE_NEGATIVE", invoice=books.invoice.id, payable=str(totals.payable))
    ordered = min((order.some.day for order in books.orders.values()), default=wrong.issued)
    whom = (house.seller, books.customer, ordered, house.calendar)
    return draft_corrective(wrong, billed, totals, command, *whom, house.corrective_type)


def _bill(books: Books, document: InvoiceDocument, done: Posted) -> Bill:
    wrong = books.invoice.some
    return Bill(
        document=document,
        customer=wrong.customer,
        account=books.account.id,
        owed=_counted(books, document.totals.payable),
        delivered=done.delivered,
        what=f"invoice {wrong.id}",
        order=wrong.order,
        shipment=wrong.shipment,
        corrects=wrong.id,
        bills=_bills(wrong, document),
    )


def _bills(wrong: Invoice, document: InvoiceDocument) -> tuple[Billed, ...]:
    there = {line.id for line in document.lines}
    return tuple(each for each in wrong.bills if each.line in there)


def _counted(books: Books, money: Money) -> Money:
    """In the currency of the credit account, at the rate of the order."""
    order = next(iter(books.orders.values()), None)
    return money if order is None else in_account(order.some, money)


def _orders(books: Books, done: Posted, new: Invoice) -> tuple[Kept[Order], ...]:
    """The orders whose lines are billed anew."""
    billed = {line.id: line.quantity.value for line in new.document.lines}
    found = []
    for id, order in done.orders.items():
        lines: dict[str, Decimal] = {}
        for source in books.sources_of(id):
            lines[source.order_line] = lines.get(source.order_line, ZERO) + billed.get(source.line, ZERO)
        again = tuple((line, quantity) for line, quantity in lines.items() if quantity)
        kept = order.after((LinesInvoiced(new.id, again),))
        found.append(kept.after(closing(kept.some)))
    return tuple(found)


def _shipments(books: Books, done: Posted, number: str) -> tuple[Kept[Shipment], ...]:
    """The shipments that the wrong invoice billed, which the corrective one bills now; not those taken back before."""
    billed = {id: kept for id, kept in books.shipments.items() if kept.some.invoice == books.invoice.id}
    return tuple(each.after((ShipmentInvoiced(number),)) for each in {**billed, **done.shipments}.values())


def _netted(done: Posted, posting: Posting, command: IssueCorrectiveInvoice) -> Netted:
    """What the credit note left over, for the wrong invoice was paid, used for the new one as far as it goes."""
    rest, item = done.rest, posting.item
    if rest is None or not item.some.open:
        return Netted((*((rest,) if rest else ()), item), posting.account, ())
    amount = min(-rest.some.open, item.some.open)
    return netted(rest, item, posting.account, amount, command.day)
