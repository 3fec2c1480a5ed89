"""Billing a shipment: the part of its order that left with it, so that the invoices of an order add up to it.

All invoices of an order come to what one invoice of the billed quantities would: every price, allowance and charge is
billed to the cent, in whatever steps, and the last invoice takes the remainder. What is beyond the order is billed at
its prices and percentages; a rest that is closed short is never billed, nor is its part of a fixed amount.
"""

from collections.abc import Mapping
from decimal import Decimal

from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.invoicing.partial import part_of
from otcore.orders.hold import HoldKind
from otcore.orders.line import ZERO, OrderLine, quantity
from otcore.orders.order import Order
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE
from otcore.orders.shipments.shipment import Shipment, ShipmentInvoiced
from otcore.values.faults import Rejected


def billable(order: Order, shipment: Shipment) -> InvoiceInput:
    """What a shipment is billed as: what left with it and did not come back.

    Refused: `SHIPMENT_NOT_POSTED`, `ALREADY_INVOICED`, `ORDER_HELD`, `NOTHING_TO_BILL`. A credit hold stops no bill:
    what left is owed, and billed soon it is paid soon; any other hold may be about what is to be billed.
    """
    if not SHIPMENT_LIFE_CYCLE.allows(shipment.status, ShipmentInvoiced):
        raise Rejected("SHIPMENT_NOT_POSTED", shipment=shipment.id, status=shipment.status.value)
    if shipment.invoice:
        raise Rejected("ALREADY_INVOICED", shipment=shipment.id, invoice=shipment.invoice)
    may_be_billed(order)
    shipped = left_to_bill(order, shipment)
    if not shipped:
        raise Rejected("NOTHING_TO_BILL", shipment=shipment.id)
    return bill_of(order, shipped)


def left_to_bill(order: Order, shipment: Shipment) -> dict[str, Decimal]:
    """What left with a shipment and did not come back, by line; where lines were billed before they left, no more than
    is left to bill of each.
    """
    there = {line.line: line.billable for line in shipment.lines}
    if order.ahead_by:
        most = {line.id: line.ledger.billable for line in order.lines}
        there = {id: min(quantity, most[id]) for id, quantity in there.items()}
    return {id: quantity for id, quantity in there.items() if quantity > 0}


def may_be_billed(order: Order) -> None:
    """Refused: `ORDER_HELD`, for anything but credit."""
    stopping = [hold.code for hold in order.holds if hold.kind is not HoldKind.CREDIT]
    if stopping:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(stopping))


def bill_of(order: Order, quantities: Mapping[str, Decimal]) -> InvoiceInput:
    """The invoice of these quantities of an order, by line, beside what is billed of it already."""
    before = {line.id: line.ledger.invoiced for line in order.lines if line.ledger.invoiced}
    after = before | {line: before.get(line, ZERO) + part for line, part in quantities.items()}
    return part_of(whole_of(order, after), before, after)


def whole_of(order: Order, billed: Mapping[str, Decimal] | None = None) -> InvoiceInput:
    """The invoice of a whole order: the lines that are sold, and whatever else is `billed`."""
    lines = [_line(line) for line in order.lines if line.agreed.sold or (billed and line.id in billed)]
    return InvoiceInput(order.currency, tuple(lines), order.adjustments)


def _line(line: OrderLine) -> LineInput:
    agreed = line.agreed
    return LineInput(line.id, quantity(line, line.ledger.ordered), agreed.price, agreed.tax, agreed.adjustments)
