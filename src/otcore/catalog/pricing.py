"""Finding a price: which of several lists has one for this product, quantity and day, and why that one."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.catalog.listed_price import ListedPrice, PriceBreak
from otcore.catalog.price_list import PriceList
from otcore.catalog.product import Product
from otcore.values.command import Query
from otcore.values.decimals import plain
from otcore.values.price import UnitPrice

_OWN = "list price"


@frozen
class Priced:
    """A price that was found; `price_list` is empty for the product's own list price.

    `why` names the list and the break, then what else there was: lists of lower rank with a price, lists of any rank
    without one and the reason.
    """

    price: UnitPrice
    price_list: str
    why: str


@frozen(kw_only=True)
class AskPrice(Query[Priced | None]):
    """What a quantity of a product costs a customer by the unit on a day, and why; None: no price in the currency.

    `quantity` is in the product's unit. `price_lists` come after the customer's and its group's; None: the house's, as
    for an order. Raises `NotFound` for a customer or a product that is not there.
    """

    customer: str
    product: str
    quantity: Decimal
    day: date
    currency: str
    price_lists: tuple[str, ...] | None = None


@frozen
class Offer:
    """A price list and what it says of one product; `listed` None: nothing."""

    price_list: PriceList
    listed: ListedPrice | None = None


@frozen
class _Look:
    """What came of looking at one list: a price, or why there is none."""

    name: str
    price: UnitPrice | None
    text: str

    def __str__(self) -> str:
        return f"{self.name}: {self.text}"


def price_for(offers: Sequence[Offer], product: Product, quantity: Decimal, day: date, currency: str) -> Priced | None:
    """The price of a unit of the product by the first of the offers that has one, else the product's own list price.

    A list counts when it is in the currency and valid on the day; on it, of the prices valid on the day, the one from
    the largest quantity that is reached. None when there is no price in the currency.
    """
    looks = [*(_look(offer, product.unit, quantity, day, currency) for offer in offers), _own(product, currency)]
    chosen = next((look for look in looks if look.price is not None), None)
    if chosen is None or chosen.price is None:
        return None
    rest = "; ".join(_rest(chosen, looks))
    return Priced(
        chosen.price, "" if chosen is looks[-1] else chosen.name, f"{chosen} ({rest})" if rest else f"{chosen}"
    )


def _rest(chosen: _Look, looks: list[_Look]) -> Iterator[str]:
    for look in looks:
        if look is not chosen:
            yield f"before {look}" if look.price else str(look)


def _look(offer: Offer, unit: str, quantity: Decimal, day: date, currency: str) -> _Look:
    header, listed = offer.price_list, offer.listed
    if header.currency != currency:
        return _Look(header.id, None, f"in {header.currency}")
    if day not in header.valid:
        return _Look(header.id, None, f"not valid on {day}")
    if listed is None or not listed.breaks:
        return _Look(header.id, None, "does not have it")
    found = _break(listed, quantity, day)
    if found is None:
        return _Look(header.id, None, f"no price for {plain(quantity)} {unit} on {day}")
    return _Look(header.id, found.price, f"{found.price} from {plain(found.from_quantity)} {unit}")


def _break(listed: ListedPrice, quantity: Decimal, day: date) -> PriceBreak | None:
    reached = [each for each in listed.breaks if each.from_quantity <= quantity and day in each.valid]
    return max(reached, key=lambda each: each.from_quantity, default=None)


def _own(product: Product, currency: str) -> _Look:
    if product.price.currency != currency:
        return _Look(_OWN, None, f"in {product.price.currency}")
    return _Look(_OWN, product.price, f"{product.price}")
