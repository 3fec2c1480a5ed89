"""Billing an order: all that is not billed of it, shipped or not."""

from otcore.customers.customer import Customer
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.commands import BillMilestone, BillOrder
from otcore.invoicing.policies.portion import rest_of
from otcore.orders.events import LinesInvoiced
from otcore.orders.guards import must_allow
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.aggregates import CUSTOMER, ORDER, SHIPMENT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.workflows.billing.permitted import head_of, must_number
from otcore.workflows.billing.portions import Gathered, issue_portions
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load


def bill_order(command: BillOrder, house: House) -> Flow[Kept[Invoice]]:
    """The invoice of all that is left, with what was billed before delivery taken off."""
    order = yield from Load(ORDER, command.order)
    if order.some.milestones:
        raise Rejected("BILLED_BY_MILESTONE", order=order.id)
    customer = (yield from Load(CUSTOMER, order.some.customer)).some
    return (yield from bill_rest(order, customer, command, house))


def bill_rest(
    order: Kept[Order], customer: Customer, command: BillOrder | BillMilestone, house: House
) -> Flow[Kept[Invoice]]:
    """The invoice of all that is left of an order."""
    must_number(house, customer, command.self_billed)
    must_allow(order.some, LinesInvoiced)
    if command.day < order.some.day:
        raise Rejected("ORDERED_LATER", order=order.id, ordered=str(order.some.day), invoiced=str(command.day))
    portion = rest_of(order.some)
    shipments = yield from _unbilled(order.some)
    gathered = Gathered(portions=(portion,), orders={order.id: order}, shipments=shipments, what=f"order {order.id}")
    head = head_of(house, customer, command.day, command.note)
    return (yield from issue_portions(gathered, head, house, command.self_billed))


def _unbilled(order: Order) -> Flow[dict[str, Kept[Shipment]]]:
    """What left and is billed with the rest."""
    found = yield from Find(SHIPMENT, Where(references=(order.id,), status="posted"), True)
    return {kept.id: kept for kept in found}
