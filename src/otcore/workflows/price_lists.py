"""Keeping price lists: the list itself, and the prices of a product on it."""

from otcore.catalog import listed_price, price_list
from otcore.catalog.listed_price import ListedPrice, SetPrices, price_id
from otcore.catalog.price_list import PriceList, PublishPriceList
from otcore.ports.aggregates import PRICE, PRICE_LIST, PRODUCT
from otcore.ports.kinds import Kept
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


def publish(command: PublishPriceList, house: House) -> Flow[Kept[PriceList]]:
    """The list as stated from now on."""
    kept = yield from Load(PRICE_LIST, command.price_list.id)
    kept = kept.after(price_list.decide(kept.state, command))
    yield from Save(kept)
    return kept


def set_prices(command: SetPrices, house: House) -> Flow[Kept[ListedPrice]]:
    """The product's prices on the list from now on."""
    listing = yield from Load(PRICE_LIST, command.price_list)
    product = yield from Load(PRODUCT, command.product)
    kept = yield from Load(PRICE, price_id(command.price_list, command.product))
    kept = kept.after(listed_price.decide(listing.state, product.state, command))
    yield from Save(kept)
    return kept
