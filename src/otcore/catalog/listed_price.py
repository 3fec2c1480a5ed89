"""The prices of one product on one price list: by quantity and by validity."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from otcore.catalog.price_list import PriceList
from otcore.catalog.product import Product
from otcore.catalog.validity import ALWAYS, Validity
from otcore.values.command import Command
from otcore.values.decimals import plain
from otcore.values.facets import Facets
from otcore.values.faults import Fault, Invalid, Rejected
from otcore.values.price import UnitPrice

ANY = Decimal(0)


@frozen
class PriceBreak:
    """The price of a unit when at least `from_quantity` of the product's unit is ordered on a line, while valid."""

    price: UnitPrice
    from_quantity: Decimal = ANY
    valid: Validity = ALWAYS


@frozen
class ListedPrice:
    """What one product costs on one price list; nothing when `breaks` is empty."""

    price_list: str
    product: str
    unit: str
    breaks: tuple[PriceBreak, ...] = ()


@frozen(kw_only=True)
class SetPrices(Command[ListedPrice]):
    """Put the prices of a product on a price list, in place of those that stood there; none takes the product off it.

    Refused: `LIST_UNKNOWN`, `PRODUCT_UNKNOWN`, `UNIT_DIFFERS`. Raises `Invalid` CURRENCY_MISMATCH for a price in
    another currency than the list's, QUANTITY_NEGATIVE, and PRICES_OVERLAP when two prices from one quantity are valid
    on one day.
    """

    price_list: str
    product: str
    unit: str
    breaks: tuple[PriceBreak, ...]


@frozen
class PricesSet:
    """These prices count from now on, and no earlier ones of this product on this list."""

    price_list: str
    product: str
    unit: str
    breaks: tuple[PriceBreak, ...]


def price_id(price_list: str, product: str) -> str:
    """The key of a product's prices on a list: list/product, whatever signs the two hold."""
    if "/" in price_list or "%" in price_list:
        price_list = price_list.replace("%", "%25").replace("/", "%2F")
    return f"{price_list}/{product}"


def decide(price_list: PriceList | None, product: Product | None, command: SetPrices) -> tuple[PricesSet, ...]:
    """The facts that follow from setting prices, or `Rejected`, or `Invalid`."""
    if price_list is None:
        raise Rejected("LIST_UNKNOWN", price_list=command.price_list)
    if product is None:
        raise Rejected("PRODUCT_UNKNOWN", product=command.product)
    if command.unit != product.unit:
        raise Rejected("UNIT_DIFFERS", product=product.id, stated=command.unit, unit=product.unit)
    faults = (*_faults(price_list, command), *_overlaps(command))
    if faults:
        raise Invalid(*faults)
    return (PricesSet(command.price_list, command.product, command.unit, command.breaks),)


def evolve(before: ListedPrice | None, event: PricesSet) -> ListedPrice:
    """The prices after one fact."""
    return ListedPrice(event.price_list, event.product, event.unit, event.breaks)


def facets(listed: ListedPrice) -> Facets:
    """Found by product, and by price list as the party."""
    return Facets(party=listed.price_list, reference=listed.product)


def _faults(price_list: PriceList, command: SetPrices) -> Iterator[Fault]:
    for index, each in enumerate(command.breaks):
        if each.price.currency != price_list.currency:
            text = f"priced in {each.price.currency}, the list is in {price_list.currency}"
            yield Fault("CURRENCY_MISMATCH", text, f"/breaks/{index}/price")
        if each.from_quantity < 0:
            yield Fault("QUANTITY_NEGATIVE", f"from {plain(each.from_quantity)}", f"/breaks/{index}/from_quantity")


def _overlaps(command: SetPrices) -> Iterator[Fault]:
    """Where some two overlap, so do two that follow each other by their first days."""
    in_order = sorted(enumerate(command.breaks), key=lambda each: _start(each[1]))
    for (_, one), (index, other) in pairwise(in_order):
        if one.from_quantity == other.from_quantity and one.valid.overlaps(other.valid):
            text = f"two prices from {plain(other.from_quantity)} are valid on one day"
            yield Fault("PRICES_OVERLAP", text, f"/breaks/{index}")


def _start(each: PriceBreak) -> tuple[Decimal, date]:
    return each.from_quantity, each.valid.since or date.min
