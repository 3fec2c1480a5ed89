"""Issuing an invoice: the amounts, the document, the debt; the number is taken last, so that no slow work holds the
series.
"""

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import account_id
from otcore.invoicing.billing import billable
from otcore.invoicing.calculation import InvoiceInput, Totals, calculate
from otcore.invoicing.drafting import draft
from otcore.invoicing.invoice import Invoice, InvoiceIssued, IssueInvoice
from otcore.orders.events import LinesInvoiced
from otcore.orders.exposure import in_account
from otcore.orders.fulfilment import closing
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment, ShipmentInvoiced
from otcore.ports.aggregates import CREDIT, CUSTOMER, INVOICE, ORDER, RECEIVABLE, SHIPMENT
from otcore.ports.kinds import Kept
from otcore.receivables.item import ItemOpened
from otcore.receivables.ledger import Entry, EntryKind
from otcore.reconciliation import matching
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from otcore.workflows.house import House
from otcore.workflows.requests import Append, Flow, Load, Number, Save


def issue_invoice(command: IssueInvoice, house: House) -> Flow[Kept[Invoice]]:
    """The invoice of one shipment, its open item, and the order closed when nothing is left to do."""
    shipment = yield from Load(SHIPMENT, command.shipment, True)
    order = yield from Load(ORDER, shipment.some.order)
    customer = (yield from Load(CUSTOMER, order.some.customer)).some
    billed, totals = _amounts(command, order.some, shipment.some)
    account = yield from Load(CREDIT, account_id(customer), True)
    invoice = yield from _numbered(command, house)
    whom = (house.seller, customer, order.some, shipment.some)
    document = draft(invoice.id, command.day, *whom, billed, totals, house.calendar)
    lacks = house.invoice(document)
    if lacks:
        raise Invalid(*lacks).at(f"invoice of shipment {shipment.id}")
    invoice = invoice.after((InvoiceIssued(invoice.id, customer.id, order.id, shipment.id, document),))
    owed = in_account(order.some, totals.payable)
    moved = credit.moved(invoice.id, deliveries=-shipment.some.counted, invoices=owed, currency=owed.currency)
    item = Kept(RECEIVABLE, invoice.id).after((_debt(invoice.some, owed),))
    order = _billed(order, invoice.id, shipment.some)
    yield from Save(order, shipment.after((ShipmentInvoiced(invoice.id),)), invoice, item, account.after(moved))
    yield from Append((_entry(invoice.some),))
    return invoice


def _amounts(command: IssueInvoice, order: Order, shipment: Shipment) -> tuple[InvoiceInput, Totals]:
    if command.day < shipment.day:
        raise Rejected("SHIPPED_LATER", shipment=shipment.id, shipped=str(shipment.day), invoiced=str(command.day))
    billed = billable(order, shipment)
    totals = calculate(billed)
    if totals.payable.minor < 0:
        raise Rejected("PAYABLE_NEGATIVE", shipment=shipment.id, payable=str(totals.payable))
    return billed, totals


def _numbered(command: IssueInvoice, house: House) -> Flow[Kept[Invoice]]:
    """The invoice of the next number; a house whose numbers repeat must not write over an invoice."""
    year = command.day.year
    count = yield from Number(house.series.format(year=year))
    invoice = yield from Load(INVOICE, house.number.format(year=year, count=count))
    if invoice.state is not None:
        raise Rejected("NUMBER_TAKEN", number=invoice.id)
    return invoice


def _billed(order: Kept[Order], number: str, shipment: Shipment) -> Kept[Order]:
    lines = tuple([(line.line, billed) for line in shipment.lines if (billed := line.billable)])
    order = order.after((LinesInvoiced(number, lines),))
    return order.after(closing(order.some))


def _debt(invoice: Invoice, owed: Money) -> ItemOpened:
    """`owed`: the payable amount in the currency of the credit account."""
    document, payable = invoice.document, invoice.payable
    reference = matching.reference_of(document.payment.payment_id)
    exposure = None if owed == payable else owed
    due = document.due or document.issued
    named = (invoice.id, invoice.customer, reference)
    return ItemOpened(*named, document.issued, due, payable, exposure, document.instalments)


def _entry(invoice: Invoice) -> Entry:
    document = invoice.document
    return Entry(EntryKind.ISSUED, document.issued, invoice.payable, invoice.customer, invoice.id, due=document.due)
