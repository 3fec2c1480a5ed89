"""Billing a customer by periods: one invoice for all that left and is not billed."""

from collections.abc import Mapping

from attrs import evolve as changed

from otcore.customers.billing import BillingMode
from otcore.customers.customer import Customer
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.commands import BillPeriod
from otcore.invoicing.policies.portion import of_shipments
from otcore.invoicing.references import InvoicePeriod
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.aggregates import CUSTOMER, ORDER, SHIPMENT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.workflows.billing.permitted import head_of, must_bill_by, must_number
from otcore.workflows.billing.portions import Gathered, bill_of_portions
from otcore.workflows.house import House
from otcore.workflows.issuing import Bill, Others, issue
from otcore.workflows.requests import Find, Flow, Load, LoadMany

POSTED = "posted"
"""What left and is not billed, among shipments' index columns."""


def bill_period(command: BillPeriod, house: House) -> Flow[Kept[Invoice]]:
    """The invoice of what left in the period; whoever bills the customer at the same time bills what is left."""
    customer = (yield from Load(CUSTOMER, command.customer)).some
    must_number(house, customer, command.self_billed)
    bill, others = yield from bill_of_period(command, customer, house)
    return (yield from issue(bill, house, others))


def bill_of_period(command: BillPeriod, customer: Customer, house: House) -> Flow[tuple[Bill, Others]]:
    """The invoice without a number, and what becomes of its orders and shipments."""
    if command.end is not None and command.end > command.day:
        raise Rejected("PERIOD_ENDS_LATER", customer=customer.id, end=str(command.end), day=str(command.day))
    must_bill_by(house, customer, BillingMode.PERIOD)
    shipments = yield from _shipments(command)
    orders = yield from _orders(shipments, command.currency or customer.profile.currency)
    wanted = {id: kept for id, kept in shipments.items() if kept.some.order in orders}
    if not wanted:
        raise Rejected("NOTHING_TO_BILL", customer=customer.id)
    portions = of_shipments({id: kept.some for id, kept in orders.items()}, [kept.some for kept in wanted.values()])
    if not portions:
        raise Rejected("NOTHING_TO_BILL", customer=customer.id)
    what = f"period of customer {customer.id}"
    gathered = Gathered(portions=portions, orders=orders, shipments=wanted, what=what)
    head = head_of(house, customer, command.day, command.note)
    head = changed(head, buyer_reference=command.buyer_reference, period=_period(command))
    return (yield from bill_of_portions(gathered, head, command.self_billed))


def _shipments(command: BillPeriod) -> Flow[dict[str, Kept[Shipment]]]:
    until = command.end or command.day
    found = yield from Find(SHIPMENT, Where(party=command.customer, status=POSTED, until=until), True)
    start = command.start
    return {kept.id: kept for kept in found if start is None or kept.some.day >= start}


def _orders(shipments: Mapping[str, Kept[Shipment]], currency: str) -> Flow[dict[str, Kept[Order]]]:
    """Their orders, but for those that are not to be billed now, or not in this currency."""
    ids = sorted({kept.some.order for kept in shipments.values()})
    found = (yield from LoadMany(ORDER, ids)) if ids else ()
    return {kept.id: kept for kept in found if kept.some.currency == currency and not _waits(kept.some)}


def _waits(order: Order) -> bool:
    """Held for anything but credit, or billed by milestones."""
    return bool(order.milestones) or any(hold.kind is not HoldKind.CREDIT for hold in order.holds)


def _period(command: BillPeriod) -> InvoicePeriod | None:
    """The period that was asked for; else the days on which goods left say it."""
    return InvoicePeriod(command.start, command.end) if command.start and command.end else None
