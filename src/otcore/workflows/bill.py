"""Billing a shipment: at once, or by a draft that somebody looks at first."""

from datetime import date

from otcore.customers.billing import BillingMode
from otcore.customers.credit.account import account_id
from otcore.invoicing.billing import billable
from otcore.invoicing.calculation import InvoiceInput, Totals, calculate
from otcore.invoicing.drafting import draft
from otcore.invoicing.invoice import Invoice, IssueInvoice
from otcore.invoicing.invoice_commands import DiscardDraft, DraftInvoice, IssueDraft
from otcore.invoicing.invoices import draft as drafts
from otcore.invoicing.invoices.draft import InvoiceDraft
from otcore.invoicing.invoices.events import DraftDiscarded, DraftIssued, InvoiceDrafted
from otcore.invoicing.policies.drafting import Head
from otcore.invoicing.policies.portion import Portion
from otcore.orders.events import LinesInvoiced
from otcore.orders.exposure import in_account
from otcore.orders.fulfilment import closing
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment, ShipmentInvoiced
from otcore.ports.aggregates import CUSTOMER, INVOICE_DRAFT, ORDER, SHIPMENT
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.workflows.billing.permitted import head_of, must_bill_by, must_number
from otcore.workflows.billing.portions import Gathered, bill_of_portions
from otcore.workflows.house import House
from otcore.workflows.issuing import Bill, Others, issue
from otcore.workflows.requests import Flow, Load, Save


def issue_invoice(command: IssueInvoice, house: House) -> Flow[Kept[Invoice]]:
    """The invoice of one shipment, its open item, and the order closed when nothing is left to do."""
    bill, others = yield from _of_shipment(command.shipment, command.day, house, command.note, command.self_billed)
    must_number(house, (yield from Load(CUSTOMER, bill.customer)).some, command.self_billed)
    return (yield from issue(bill, house, others))


def draft_invoice(command: DraftInvoice, house: House) -> Flow[Kept[InvoiceDraft]]:
    """The draft; nothing else moves."""
    kept = yield from Load(INVOICE_DRAFT, command.draft, True)
    drafts.must_allow(kept.state, InvoiceDrafted)
    bill, _ = yield from _of_shipment(command.shipment, command.day, house, command.note)
    fact = InvoiceDrafted(kept.id, bill.customer, bill.order, bill.shipment, command.day, bill.document)
    kept = kept.after((fact,))
    yield from Save(kept)
    return kept


def issue_draft(command: IssueDraft, house: House) -> Flow[Kept[Invoice]]:
    """The invoice that the draft prepared, as the terms have it on this day."""
    kept = yield from Load(INVOICE_DRAFT, command.draft, True)
    seen = kept.some
    drafts.must_allow(seen, DraftIssued)
    bill, billed = yield from _of_shipment(seen.shipment, command.day, house, seen.document.note)

    def others(number: str) -> tuple[Kept[object], ...]:
        return (kept.after(drafts.issued(seen, bill.document, number, command.day)), *billed(number))

    return (yield from issue(bill, house, others))


def discard_draft(command: DiscardDraft, house: House) -> Flow[Kept[InvoiceDraft]]:
    """The draft given up."""
    kept = yield from Load(INVOICE_DRAFT, command.draft, True)
    drafts.must_allow(kept.some, DraftDiscarded)
    kept = kept.after((DraftDiscarded(command.day, command.reason),))
    yield from Save(kept)
    return kept


def _of_shipment(id: str, day: date, house: House, note: str, given: str = "") -> Flow[tuple[Bill, Others]]:
    """What is billed of a shipment, and what becomes of it and its order."""
    shipment = yield from Load(SHIPMENT, id, True)
    order = yield from Load(ORDER, shipment.some.order)
    customer = (yield from Load(CUSTOMER, order.some.customer)).some
    must_bill_by(house, customer, BillingMode.DELIVERY)
    if order.some.milestones:
        raise Rejected("BILLED_BY_MILESTONE", order=order.id)
    billed, totals = _amounts(day, order.some, shipment.some)
    whom = (house.seller, customer, order.some, shipment.some)
    if order.some.advances:
        portion = Portion(order.some, billed, shipment.some)
        return (yield from _less_advances(portion, order, shipment, head_of(house, customer, day, note), given))
    document = draft("", day, *whom, billed, totals, house.calendar, note)
    bill = Bill(
        document=document,
        customer=customer.id,
        account=account_id(customer),
        owed=in_account(order.some, totals.payable),
        delivered=shipment.some.counted,
        what=f"shipment {shipment.id}",
        order=order.id,
        shipment=shipment.id,
        given=given,
    )
    return bill, lambda number: (_billed(order, number, shipment.some), shipment.after((ShipmentInvoiced(number),)))


def _less_advances(
    portion: Portion, order: Kept[Order], shipment: Kept[Shipment], head: Head, given: str
) -> Flow[tuple[Bill, Others]]:
    """The shipment's invoice less what was billed of its order before delivery."""
    what = f"shipment {shipment.id}"
    one = Gathered(portions=(portion,), orders={order.id: order}, shipments={shipment.id: shipment}, what=what)
    return (yield from bill_of_portions(one, head, given))


def _amounts(day: date, order: Order, shipment: Shipment) -> tuple[InvoiceInput, Totals]:
    if day < shipment.day:
        raise Rejected("SHIPPED_LATER", shipment=shipment.id, shipped=str(shipment.day), invoiced=str(day))
    billed = billable(order, shipment)
    totals = calculate(billed)
    if totals.payable.minor < 0:
        raise Rejected("PAYABLE_NEGATIVE", shipment=shipment.id, payable=str(totals.payable))
    return billed, totals


def _billed(order: Kept[Order], number: str, shipment: Shipment) -> Kept[Order]:
    lines = tuple([(line.line, billed) for line in shipment.lines if (billed := line.billable)])
    order = order.after((LinesInvoiced(number, lines),))
    return order.after(closing(order.some))
