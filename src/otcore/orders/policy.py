"""What a house asks of an order, as data: limits and lists, each with what follows when an order is beyond them.

The rules in `orders.rules` read it; the default is a house that asks no more than that the price is not below the list
and that a buyer's order number comes once.
"""

from datetime import date
from decimal import Decimal

from attrs import fields, frozen

from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.line import RequestedLine
from otcore.orders.verdict import ACCEPTED, HELD, INCOMPLETE, MISPRICED, REJECTED, Consequence
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage

_WHERE = {"": OrderDetails, "delivery.": Delivery, "lines.": RequestedLine}


@frozen
class Required:
    """A field that has to be filled: of `OrderDetails` ("buyer_reference"), of its delivery ("delivery.address"), or of
    every line ("lines.requested").

    Raises `Invalid` FIELD_UNKNOWN.
    """

    field: str
    then: Consequence = INCOMPLETE

    def __attrs_post_init__(self) -> None:
        place, dot, name = self.field.rpartition(".")
        known = _WHERE.get(place + dot)
        if known is None or name not in {each.name for each in fields(known)}:
            raise Invalid.one("FIELD_UNKNOWN", f"an order has no field {self.field!a}", field=self.field)


@frozen
class Deviation:
    """How far a price may lie from the list: `percent` of the list price, `amount` a unit in the order's currency; as
    far as both allow, not at all when neither is given.
    """

    percent: Percentage | None = None
    amount: Decimal | None = None


EXACTLY = Deviation()


@frozen(kw_only=True)
class PricePolicy:
    """What follows from a stated price beyond the tolerated deviation below and above the price that was found.

    `net`: the buyer's allowances on the line lower the price that is compared; else they are the buyer's to state, as
    discounts that were agreed elsewhere. `tax`: what follows when the buyer states another tax category than the
    product has; to buyers abroad that is the rule and no slip.
    """

    below: Deviation = EXACTLY
    below_then: Consequence = MISPRICED
    above: Deviation = EXACTLY
    above_then: Consequence = ACCEPTED
    net: bool = False
    tax: Consequence = ACCEPTED


@frozen(kw_only=True)
class SizePolicy:
    """What an order comes to at least, without tax, in each currency that is named, and how many lines it has at
    most.
    """

    least: tuple[Money, ...] = ()
    least_then: Consequence = REJECTED
    lines: int | None = None
    lines_then: Consequence = REJECTED


@frozen(kw_only=True)
class Assortment:
    """Products that may be ordered, by id: only these (empty: all), and never those."""

    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    then: Consequence = HELD


@frozen(kw_only=True)
class Duplicates:
    """What follows when the customer's order number came before, on an order that was not rejected or cancelled;
    `within` so many days of it, None: ever.
    """

    within: int | None = None
    then: Consequence = REJECTED


@frozen(kw_only=True)
class DeliveryPolicy:
    """When goods may be wanted: where a span is asked for, some day of it has to fit.

    `working`: on a working day of the house. `lead`: so many working days after the order at the earliest, None: any
    day. `earliest` and `latest`: not before and not after.
    """

    working: bool = False
    lead: int | None = None
    earliest: date | None = None
    latest: date | None = None
    then: Consequence = INCOMPLETE


PRICES = PricePolicy()
SIZE = SizePolicy()
ANY_PRODUCT = Assortment()
ONCE = Duplicates()
ANY_DAY = DeliveryPolicy()


@frozen(kw_only=True)
class OrderPolicy:
    """All that a house asks of an order beyond what any order needs."""

    required: tuple[Required, ...] = ()
    prices: PricePolicy = PRICES
    size: SizePolicy = SIZE
    assortment: Assortment = ANY_PRODUCT
    duplicates: Duplicates = ONCE
    delivery: DeliveryPolicy = ANY_DAY


USUAL = OrderPolicy()
"""What counts where a host states nothing."""
