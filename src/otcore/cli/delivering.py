"""Taking in despatch advices: what left is posted and billed."""

from attrs import evolve

from otcore.cli.documents import DespatchContent, Document
from otcore.cli.host import Host
from otcore.cli.parties import order_of, stored
from otcore.invoicing.billing import billable
from otcore.invoicing.calculation import calculate
from otcore.invoicing.drafting import draft
from otcore.invoicing.invoice import IssueInvoice
from otcore.invoicing.requirements import requirement_faults
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import PostDespatch, Shipment, ShipmentLine
from otcore.ports.aggregates import CUSTOMER, SHIPMENT
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.workflows.ask import Get


def take_despatch(host: Host, document: Document) -> bool:
    """Post it and bill what it delivered; nothing of it is posted when the invoice could not be written."""
    content: DespatchContent = document.content
    order = order_of(host.o2c, content.command.order, content.buyer)
    command = evolve(content.command, order=order.id)
    new = not stored(host.o2c, SHIPMENT, command.shipment)
    if new:
        _can_be_billed(host, order, command)
    shipment = host.act(document, "despatch", command)
    if any(line.quantity for line in shipment.lines):
        host.act(document, "invoice", IssueInvoice(shipment=shipment.id, day=shipment.day))
    return new


def _can_be_billed(host: Host, order: Order, command: PostDespatch) -> None:
    """Raise `Invalid` with what EN 16931 and Peppol would miss in the invoice of this despatch."""
    shipment = _expected(order, command)
    if not shipment.lines:
        return
    billed = billable(order, shipment)
    customer = host.o2c.ask(Get(CUSTOMER, order.customer))
    document = draft("0", command.day, host.seller, customer, order, shipment, billed, calculate(billed))
    faults = requirement_faults(document)
    if faults:
        raise Invalid(*faults).at("invoice")


def _expected(order: Order, command: PostDespatch) -> Shipment:
    lines = tuple(
        ShipmentLine(line.line, line.quantity.value, ZERO, line.reason)
        for line in command.lines
        if order.line(line.line) and line.quantity.value > 0
    )
    nothing = Money.zero(order.currency)
    return Shipment(command.shipment, order.id, order.customer, command.day, lines, nothing)
