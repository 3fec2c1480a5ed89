"""What a placing rule looks at."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from otcore.catalog.pricing import Priced
from otcore.catalog.product import Product
from otcore.customers.customer import Customer
from otcore.orders.commands import PlaceOrder
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.orders.policy import USUAL, OrderPolicy
from otcore.orders.verdict import Finding
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.money import Money
from otcore.values.price import UnitPrice


@frozen(kw_only=True)
class Placing:
    """All that a placing rule may look at.

    `products` by line id; `prices` by line id what the price lists say, where there are any; `same_reference`: earlier
    orders with this reference; `value`: with tax, `net`: without.
    """

    command: PlaceOrder
    customer: Customer
    lines: tuple[OrderLine, ...]
    products: Mapping[str, Product]
    prices: Mapping[str, Priced] = field(factory=dict)
    same_reference: tuple[Order, ...]
    value: Money
    net: Money
    policy: OrderPolicy = USUAL
    calendar: WorkCalendar = MONDAY_TO_FRIDAY

    def found_price(self, line: str) -> UnitPrice | None:
        """The price that was found for a line: by the price lists, else the product's; None: none in the currency."""
        found = self.prices.get(line)
        if found is not None:
            return found.price
        product = self.products.get(line)
        return product.price if product and product.price.currency == self.command.currency else None


Rule = Callable[[Placing], tuple[Finding, ...]]
"""A rule: everything it finds, nothing when all is well."""
