"""A shipment beside its posting: planned, given up, delivered, reversed."""

from otcore.customers.credit.account import account_id
from otcore.orders.exposure import shipment_moves
from otcore.orders.shipments import delivering, planning, reversing
from otcore.orders.shipments.commands import CancelShipment, ConfirmDelivery, PlanShipment, ReverseShipment
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.aggregates import CREDIT, CUSTOMER, ORDER, SHIPMENT, STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock.item import item_id
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save
from otcore.workflows.ship import by_product, terms


def plan_shipment(command: PlanShipment, house: House) -> Flow[Kept[Shipment]]:
    """The shipment, planned; nothing else moves."""
    order = (yield from Load(ORDER, command.order)).some
    shipment = yield from Load(SHIPMENT, command.shipment)
    customer = (yield from Load(CUSTOMER, order.customer)).some
    shipment = shipment.after(planning.plan(order, shipment.state, command, terms(customer, house)))
    yield from Save(shipment)
    return shipment


def cancel_shipment(command: CancelShipment, house: House) -> Flow[Kept[Shipment]]:
    """The planned shipment, given up."""
    shipment = yield from Load(SHIPMENT, command.shipment)
    shipment = shipment.after(planning.cancel_plan(shipment.some, command))
    yield from Save(shipment)
    return shipment


def confirm_delivery(command: ConfirmDelivery, house: House) -> Flow[Kept[Shipment]]:
    """The shipment at the buyer's, and its order's ledger with it."""
    shipment = yield from Load(SHIPMENT, command.shipment, True)
    order = yield from Load(ORDER, shipment.some.order)
    of_order, of_shipment = delivering.deliver(order.some, shipment.some, command)
    shipment = shipment.after(of_shipment)
    yield from Save(order.after(of_order), shipment)
    return shipment


def reverse_shipment(command: ReverseShipment, house: House) -> Flow[Kept[Shipment]]:
    """The shipment taken back: goods, promises, value and exposure are where they were."""
    shipment = yield from Load(SHIPMENT, command.shipment, True)
    order = yield from Load(ORDER, shipment.some.order)
    customer = (yield from Load(CUSTOMER, order.some.customer)).some
    account = yield from Load(CREDIT, account_id(customer), True)
    products = reversing.places(order.some, shipment.some)
    found = (yield from Find(STOCK, Where(references=products), True)) if products else ()
    facts = reversing.reverse(order.some, shipment.some, command, by_product(found))
    counted = shipment.some.counted
    after = order.after(facts.order)
    moved = shipment_moves(order.some, after.some, shipment.id, -counted)
    shelves = {kept.id: kept for kept in found}
    touched = []
    for place, events in facts.stock.items():
        id = item_id(*place)
        shelf = shelves[id] if id in shelves else (yield from Load(STOCK, id, True))
        touched.append(shelf.after(events))
    shipment = shipment.after(facts.shipment)
    yield from Save(after, shipment, account.after(moved), *touched)
    return shipment
