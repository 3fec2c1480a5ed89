"""What the price lists say of an order's lines: only the prices that are asked for are loaded."""

from collections.abc import Mapping

from otcore.catalog.listed_price import price_id
from otcore.catalog.pricing import Offer, Priced, price_for
from otcore.catalog.product import Product
from otcore.customers.customer import Customer
from otcore.orders.commands import PlaceOrder
from otcore.orders.placing import NO_PRICES
from otcore.ports.aggregates import PRICE, PRICE_LIST
from otcore.workflows.house import House
from otcore.workflows.opening import group_of
from otcore.workflows.requests import Flow, LoadMany


def prices(
    command: PlaceOrder, customer: Customer, products: Mapping[str, Product], house: House
) -> Flow[Mapping[str, Priced]]:
    """The price that counts by line id, for lines in their product's unit; nothing when no list is there to ask."""
    names = yield from list_names(customer, house)
    wanted = [(line, products[line.id]) for line in command.lines if line.id in products]
    wanted = [(line, product) for line, product in wanted if line.quantity.unit == product.unit]
    if not names or not wanted:
        return NO_PRICES
    offers = yield from _offers(names, tuple(dict.fromkeys(product.id for _, product in wanted)))
    found = (
        (line.id, price_for(offers[product.id], product, line.quantity.value, command.day, command.currency))
        for line, product in wanted
    )
    return {id: priced for id, priced in found if priced}


def list_names(customer: Customer, house: House) -> Flow[tuple[str, ...]]:
    """The price lists a customer buys from, the one that goes before all others first: its own, its group's, the
    house's.
    """
    group = yield from group_of(customer.profile)
    of_group = group.price_lists if group else ()
    return tuple(dict.fromkeys((*customer.profile.price_lists, *of_group, *house.price_lists)))


def _offers(names: tuple[str, ...], products: tuple[str, ...]) -> Flow[Mapping[str, tuple[Offer, ...]]]:
    """What each list that exists says of each product, in the order of the lists."""
    lists = [kept.state for kept in (yield from LoadMany(PRICE_LIST, names)) if kept.state]
    ids = [price_id(each.id, product) for product in products for each in lists]
    listed = iter((yield from LoadMany(PRICE, ids)))
    return {product: tuple(Offer(each, next(listed).state) for each in lists) for product in products}
