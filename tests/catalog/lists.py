"""Price lists that read in a line."""

from decimal import Decimal

from otcore.catalog.listed_price import ListedPrice, PriceBreak
from otcore.catalog.price_list import PriceList
from otcore.catalog.pricing import Offer
from otcore.catalog.validity import ALWAYS, Validity
from otcore.values.price import UnitPrice


def eur(amount: str, currency: str = "EUR") -> UnitPrice:
    return UnitPrice(amount, currency)


def offer(
    name: str, *prices: PriceBreak, currency: str = "EUR", valid: Validity = ALWAYS, product: str = "P1"
) -> Offer:
    return Offer(PriceList(name, currency, valid), ListedPrice(name, product, "C62", prices))


def at(amount: str, quantity: str | int = 0, valid: Validity = ALWAYS, currency: str = "EUR") -> PriceBreak:
    return PriceBreak(eur(amount, currency), Decimal(quantity), valid)
