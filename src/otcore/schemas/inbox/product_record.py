"""A product as people write it down, with what lies in the warehouse when the books begin."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from otcore.catalog.product import ListProduct, Product
from otcore.schemas.inbox import checks
from otcore.schemas.inbox.checks import faults_of
from otcore.schemas.pointers import step
from otcore.stock.commands import ReceiveStock
from otcore.values.command import Command
from otcore.values.faults import Fault, Invalid
from otcore.values.party import Identifier
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory

OPENING = "opening"
"""The document that opening stock is received under."""
GTIN = "0160"
"""The scheme of a GTIN among those of ISO 6523."""

_EURO = "EUR"  # any currency will do to look at an amount


def _price(value: str) -> Decimal:
    return UnitPrice(value, _EURO).amount


def _per(value: str) -> Decimal:
    return UnitPrice(0, _EURO, value).per


def _category(value: str) -> str:
    return TaxCategory(value, 1 if value == "S" else 0).code


@frozen(kw_only=True)
class ProductRecord:
    """A product. `price` is for `price_per` units (1 unless stated); `tax_rate` in percent.

    `tax_category` is a code of EN 16931 (S, Z, E, AE, K, G, O, L, M); where no tax is due (E, AE, K, G, O) an
    `exemption_reason` or `exemption_code` says why. `stock` is the opening stock by location.
    """

    id: str
    name: str = field(converter=checks.name)
    unit: str
    price: Decimal = field(converter=_price)
    price_per: Decimal = field(default=Decimal(1), converter=_per)
    currency: str
    tax_category: str = field(converter=_category)
    tax_rate: Decimal = Decimal(0)
    exemption_reason: str = ""
    exemption_code: str = ""
    gtin: str = field(default="", converter=checks.gtin)
    stocked: bool = True
    sold: bool = True
    stock: Mapping[str, Decimal] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._faults())
        if faults:
            raise Invalid(*faults)

    def commands(self) -> tuple[Command[Any], ...]:
        """The product listed, and its opening stock received, location by location."""
        return (ListProduct(self._product()), *self._receipts())

    def _product(self) -> Product:
        return Product(
            id=self.id,
            name=self.name,
            unit=self.unit,
            price=UnitPrice(self.price, self.currency, self.price_per),
            tax=self._tax(),
            standard_item=Identifier(self.gtin, GTIN) if self.gtin else None,
            stocked=self.stocked,
            sold=self.sold,
        )

    def _tax(self) -> TaxCategory:
        return TaxCategory(self.tax_category, self.tax_rate, self.exemption_reason, self.exemption_code)

    def _receipts(self) -> Iterator[ReceiveStock]:
        for location, value in sorted(self.stock.items()):
            if value:
                yield ReceiveStock(self.id, location, Quantity(value, self.unit), OPENING)

    def _faults(self) -> Iterator[Fault]:
        yield from faults_of("/tax_rate", self._tax)
        reasoned = self.exemption_reason.strip() or self.exemption_code.strip()
        if TaxCategory(self.tax_category, 1 if self.tax_category == "S" else 0).exempt and not reasoned:
            message = f"category {self.tax_category} states why no tax is due (EN 16931 BR-E-10 and its like)"
            yield Fault("EXEMPTION_REASON", message, "/exemption_reason")
        if self.stock and not self.stocked:
            yield Fault("NOT_STOCKED", "what is not stocked has no opening stock", "/stock")
        for location, value in self.stock.items():
            yield from faults_of(f"/stock{step(location)}", self._shelf, value)

    def _shelf(self, value: Decimal) -> None:
        if Quantity(value, self.unit).value < 0:
            raise Invalid.one("QUANTITY_NOT_POSITIVE", f"{value} cannot lie on a shelf")
