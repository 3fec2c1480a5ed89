"""What an invoice bills that is still with its buyer, or on the way there."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.events import Billed
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment


def came_back(invoice: Invoice, orders: Mapping[str, Order], shipments: Iterable[Shipment]) -> dict[str, Decimal]:
    """What of the invoice came back since it was written, by its lines; of the orders given.

    `shipments`: of these orders, all of those that the invoice bills.
    """
    written = {line.id: line.quantity.value for line in invoice.document.lines}
    known = tuple(shipments)
    sources = [each for each in invoice.sources if each.order in orders]
    return {each.line: written[each.line] - still_there(invoice, each, orders[each.order], known) for each in sources}


def still_there(invoice: Invoice, of: Billed, order: Order, shipments: Iterable[Shipment]) -> Decimal:
    """What one line bills that did not come back; what was billed before it left is there, too."""
    if of.shipment:
        return sum([_billable(each, of.order_line) for each in shipments if each.id == of.shipment], ZERO)
    left = [each for each in shipments if each.order == of.order and each.invoice == invoice.id]
    return sum([_billable(each, of.order_line) for each in left], ZERO) + _to_leave(order, of.order_line)


def _billable(shipment: Shipment, order_line: str) -> Decimal:
    line = shipment.line(order_line)
    return line.billable if line else ZERO


def _to_leave(order: Order, id: str) -> Decimal:
    line = order.line(id)
    return max(-line.ledger.billable, ZERO) if line else ZERO
