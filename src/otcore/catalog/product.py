"""A product: what may be ordered, in which unit, at which list price, taxed how."""

from attrs import frozen

from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.party import Identifier
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory


@frozen
class Product:
    """A product of the catalogue. `stocked` False: a service, nothing is reserved. `sold` False: listed, no longer
    sold. `drop_shipped`: a supplier sends it straight to the buyer, no shelf of ours is touched. `over_delivery` and
    `under_delivery`: tolerances that go before the customer's; None: the customer's count.
    """

    id: str
    name: str
    unit: str
    price: UnitPrice
    tax: TaxCategory
    standard_item: Identifier | None = None
    stocked: bool = True
    sold: bool = True
    drop_shipped: bool = False
    over_delivery: Percentage | None = None
    under_delivery: Percentage | None = None


@frozen
class ListProduct(Command[Product]):
    """Put a product into the catalogue. Refused: `PRODUCT_EXISTS`."""

    product: Product


@frozen
class ChangeProduct(Command[Product]):
    """Say anew what a listed product is: name, price, tax, whether it is sold; lines that are agreed stay as they are.

    Refused: `UNIT_FIXED`, for quantities are counted in it; `STOCKED_FIXED` where shelves have goods of what is to be
    stocked no longer, or wait for them. Raises `NotFound` for a product that is not listed.
    """

    product: Product


@frozen
class ProductListed:
    """The product can be ordered from now on."""

    product: Product


@frozen
class ProductChanged:
    """What the product is from now on."""

    product: Product


def decide(product: Product | None, command: ListProduct) -> tuple[ProductListed, ...]:
    """The facts that follow from listing, or `Rejected`."""
    if product is not None:
        raise Rejected("PRODUCT_EXISTS", product=command.product.id)
    return (ProductListed(command.product),)


def change(product: Product, command: ChangeProduct, on_shelves: bool) -> tuple[ProductChanged, ...]:
    """The facts that follow, none when nothing changes, or `Rejected`; `on_shelves`: goods lie there or are to come."""
    stated = command.product
    if stated.unit != product.unit:
        raise Rejected("UNIT_FIXED", product=product.id, unit=product.unit, stated=stated.unit)
    if on_shelves and product.stocked and not stated.stocked:
        raise Rejected("STOCKED_FIXED", product=product.id)
    return () if stated == product else (ProductChanged(stated),)


def evolve(product: Product | None, event: ProductListed | ProductChanged) -> Product:
    """The product after one fact."""
    return event.product


def facets(product: Product) -> Facets:
    """Found by its standard number (GTIN)."""
    return Facets(reference=product.standard_item.value if product.standard_item else "")
