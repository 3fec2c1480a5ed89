"""An order, and the cancellation of one, as people write them down."""

import datetime
from decimal import Decimal

from attrs import converters, field, frozen

from otcore.orders.commands import CancelOrder, PlaceOrder
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.line import RequestedLine
from otcore.schemas.inbox import checks
from otcore.schemas.inbox.product_record import GTIN
from otcore.values.adjustment import Adjustment
from otcore.values.party import Identifier, Party
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory

PIECE = "C62"
"""One (UN/ECE Recommendation 20): the unit of a line that states none."""

_EURO = "EUR"  # any currency will do to look at an amount


def _quantity(value: str) -> Decimal:
    return Quantity(value, PIECE).value


def _price(value: str) -> Decimal:
    return UnitPrice(value, _EURO).amount


def _per(value: str) -> Decimal:
    return UnitPrice(0, _EURO, value).per


@frozen(kw_only=True)
class OrderLineRecord:
    """A line: so many of `unit` of a product of the seller's (`product`), or of that GTIN.

    Without `id` it has its number in the order, from 1; without `price` the list price counts. `price` is for
    `price_per` units, in the order's currency.
    """

    id: str = ""
    product: str = ""
    gtin: str = field(default="", converter=checks.gtin)
    quantity: Decimal = field(converter=_quantity)
    unit: str = PIECE
    price: Decimal | None = field(default=None, converter=converters.optional(_price))
    price_per: Decimal = field(default=Decimal(1), converter=_per)
    tax: TaxCategory | None = None
    adjustments: tuple[Adjustment, ...] = ()
    name: str = ""
    description: str = ""
    buyer_item: str = ""
    requested: Period | None = None
    note: str = ""
    accounting_cost: str = ""

    def line(self, number: int, currency: str) -> RequestedLine:
        """The line as it is asked for."""
        return RequestedLine(
            id=self.id or str(number),
            quantity=Quantity(self.quantity, self.unit),
            product=self.product,
            price=None if self.price is None else UnitPrice(self.price, currency, self.price_per),
            name=self.name,
            description=self.description,
            buyer_item=self.buyer_item,
            standard_item=Identifier(self.gtin, GTIN) if self.gtin else None,
            tax=self.tax,
            adjustments=self.adjustments,
            requested=self.requested,
            note=self.note,
            accounting_cost=self.accounting_cost,
        )


@frozen(kw_only=True)
class OrderRecord:
    """An order of a customer, named by its id with the seller. `reference` is the buyer's own order number."""

    id: str
    customer: str
    date: datetime.date
    currency: str
    lines: tuple[OrderLineRecord, ...]
    reference: str = ""
    buyer_reference: str = ""
    accounting_cost: str = ""
    contract: str = ""
    note: str = ""
    valid_until: datetime.date | None = None
    adjustments: tuple[Adjustment, ...] = ()
    buyer: Party | None = None
    delivery: Delivery | None = None

    def commands(self) -> tuple[PlaceOrder, ...]:
        """The order placed."""
        placed = PlaceOrder(
            order=self.id,
            customer=self.customer,
            day=self.date,
            currency=self.currency,
            lines=tuple(line.line(number, self.currency) for number, line in enumerate(self.lines, start=1)),
            adjustments=self.adjustments,
            details=self._details(),
        )
        return (placed,)

    def _details(self) -> OrderDetails:
        return OrderDetails(
            reference=self.reference,
            buyer_reference=self.buyer_reference,
            accounting_cost=self.accounting_cost,
            contract=self.contract,
            note=self.note,
            valid_until=self.valid_until,
            buyer=self.buyer,
            delivery=self.delivery,
        )


@frozen(kw_only=True)
class CancellationRecord:
    """The order, the day it is given up, and why."""

    order: str
    date: datetime.date
    reason: str = ""

    @property
    def id(self) -> str:
        """A cancellation is known by its order."""
        return self.order

    def commands(self) -> tuple[CancelOrder, ...]:
        """The order cancelled."""
        return (CancelOrder(order=self.order, day=self.date, reason=self.reason),)
