"""Posting a despatch advice: goods leave the shelves, lines move on, value moves from ordered to delivered."""

from otcore.customers.credit.account import account_id
from otcore.customers.customer import Customer
from otcore.orders.exposure import shipment_moves
from otcore.orders.fulfilment import closing
from otcore.orders.line import from_shelf
from otcore.orders.order import Order
from otcore.orders.shipments import shipping
from otcore.orders.shipments.ahead import billed_ahead
from otcore.orders.shipments.shipment import PostDespatch, Shipment, ShipmentInvoiced
from otcore.orders.shipments.shipping import Shelves
from otcore.orders.shipments.terms import ShippingTerms
from otcore.ports.aggregates import CREDIT, CUSTOMER, ORDER, SHIPMENT, STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock.item import StockItem, item_id
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save


def post_despatch(command: PostDespatch, house: House) -> Flow[Kept[Shipment]]:
    """The shipment, and everything it moves: all or nothing."""
    order = yield from Load(ORDER, command.order)
    state = order.some
    shipment = yield from Load(SHIPMENT, command.shipment)
    customer = (yield from Load(CUSTOMER, state.customer)).some
    account = yield from Load(CREDIT, account_id(customer), True)
    command = shipping.as_planned(command, shipment.state)
    found = yield from _shelves(state, command)
    facts = shipping.post(state, shipment.state, command, by_product(found), terms(customer, house))
    shelves = {kept.id: kept for kept in found}
    touched = [
        shelves[item_id(product, location)].known(events, facts.shelves[product][location])
        for (product, location), events in facts.stock.items()
    ]
    shipment = shipment.after(facts.shipment)
    if billed_ahead(state, facts.order):
        shipment = shipment.after((ShipmentInvoiced(state.ahead_by),))
    order = order.after(facts.order)
    moved = shipment_moves(state, order.some, shipment.id, shipment.some.counted)
    order = order.after(closing(order.some))
    yield from Save(order, shipment, account.after(moved), *touched)
    return shipment


def terms(customer: Customer, house: House) -> ShippingTerms:
    """How goods leave for a customer of the house."""
    profile = customer.profile
    return ShippingTerms(profile.over_delivery, profile.under_delivery, profile.ship_complete, house.lead_days)


def _shelves(order: Order, command: PostDespatch) -> Flow[tuple[Kept[StockItem], ...]]:
    said = {line.line for line in command.lines}
    products = tuple(sorted({line.agreed.product for line in order.lines if line.id in said and from_shelf(line)}))
    if not products:
        return ()
    return (yield from Find(STOCK, Where(references=products), True))


def by_product(found: tuple[Kept[StockItem], ...]) -> Shelves:
    shelves: dict[str, dict[str, StockItem]] = {}
    for kept in found:
        shelves.setdefault(kept.some.product, {})[kept.some.location] = kept.some
    return shelves
