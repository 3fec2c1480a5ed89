"""What the price lists say of an order's lines, or of one product: only the prices that are asked for are loaded."""

from collections.abc import Mapping

from otcore.catalog.listed_price import price_id
from otcore.catalog.pricing import AskPrice, Offer, Priced, price_for
from otcore.catalog.product import Product
from otcore.customers.customer import Customer
from otcore.customers.group import effective
from otcore.orders.commands import PlaceOrder
from otcore.orders.placing import NO_PRICES
from otcore.ports.aggregates import CUSTOMER, PRICE, PRICE_LIST, PRODUCT
from otcore.workflows.house import House
from otcore.workflows.opening import group_of
from otcore.workflows.requests import Flow, Load, LoadMany


def prices(
    command: PlaceOrder, customer: Customer, products: Mapping[str, Product], house: House
) -> Flow[Mapping[str, Priced]]:
    """The price that counts by line id, for lines in their product's unit; nothing when no list is there to ask."""
    names = yield from _list_names(customer, house.price_lists)
    if not names:
        return NO_PRICES
    wanted = [(line, products[line.id]) for line in command.lines if line.id in products]
    wanted = [(line, product) for line, product in wanted if line.quantity.unit == product.unit]
    if not wanted:
        return NO_PRICES
    offers = yield from _offers(names, tuple(dict.fromkeys(product.id for _, product in wanted)))
    found = (
        (line.id, price_for(offers[product.id], product, line.quantity.value, command.day, command.currency))
        for line, product in wanted
    )
    return {id: priced for id, priced in found if priced}


def ask_price(query: AskPrice, house: House) -> Flow[Priced | None]:
    """The price that counts, whether a list has it or the product itself."""
    customer = (yield from Load(CUSTOMER, query.customer)).some
    product = (yield from Load(PRODUCT, query.product)).some
    general = house.price_lists if query.price_lists is None else query.price_lists
    names = yield from _list_names(customer, general)
    offers = yield from _offers(names, (product.id,))
    return price_for(offers[product.id], product, query.quantity, query.day, query.currency)


def _list_names(customer: Customer, general: tuple[str, ...]) -> Flow[tuple[str, ...]]:
    """The price lists a customer buys from, in their order: its own, its group's, those for every customer."""
    own = effective(customer.profile, (yield from group_of(customer.profile)))
    return tuple(dict.fromkeys((*own.price_lists, *general)))


def _offers(names: tuple[str, ...], products: tuple[str, ...]) -> Flow[Mapping[str, tuple[Offer, ...]]]:
    """What each list that exists says of each product, in the order of the lists."""
    lists = [kept.state for kept in (yield from LoadMany(PRICE_LIST, names)) if kept.state]
    ids = [price_id(each.id, product) for product in products for each in lists]
    listed = iter((yield from LoadMany(PRICE, ids)))
    return {product: tuple(Offer(each, next(listed).state) for each in lists) for product in products}
