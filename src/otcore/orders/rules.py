"""The policies an order is placed under: small pure rules, each with a code; a host may add its own."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from otcore.catalog.product import Product
from otcore.customers.customer import Customer
from otcore.orders.commands import PlaceOrder
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.money import Money
from otcore.values.price import UnitPrice

_ONE = Decimal(1)


class Verdict(StrEnum):
    """What a finding leads to."""

    REJECT = "reject"
    HOLD = "hold"


@frozen
class Finding:
    """What a rule found: the rule's code, a sentence with the figures, and what follows."""

    code: str
    text: str
    verdict: Verdict
    hold: HoldKind = HoldKind.MANUAL


@frozen(kw_only=True)
class Placing:
    """All that a placing rule may look at.

    `products` by line id; `same_reference`: earlier orders with this reference; `value`: with tax.
    """

    command: PlaceOrder
    customer: Customer
    lines: tuple[OrderLine, ...]
    products: dict[str, Product]
    same_reference: tuple[Order, ...]
    value: Money


Rule = Callable[[Placing], tuple[Finding, ...]]


def currency_agreed(placing: Placing) -> tuple[Finding, ...]:
    """CURRENCY_NOT_AGREED: an order comes in the currency agreed with the customer."""
    stated, agreed = placing.command.currency, placing.customer.profile.currency
    if stated == agreed:
        return ()
    return (Finding("CURRENCY_NOT_AGREED", f"ordered in {stated}, agreed is {agreed}", Verdict.REJECT),)


def reference_once(placing: Placing) -> tuple[Finding, ...]:
    """DUPLICATE_REFERENCE: one order per order number of the buyer; a rejected one may come again, corrected."""
    return tuple(
        Finding("DUPLICATE_REFERENCE", f"{order.details.reference} is order {order.id}", Verdict.REJECT)
        for order in placing.same_reference
        if order.status is not Status.REJECTED
    )


def still_valid(placing: Placing) -> tuple[Finding, ...]:
    """OFFER_EXPIRED: the buyer's offer ends before the day it is placed."""
    until = placing.command.details.valid_until
    if until is None or placing.command.day <= until:
        return ()
    return (Finding("OFFER_EXPIRED", f"valid until {until}, placed on {placing.command.day}", Verdict.REJECT),)


def still_sold(placing: Placing) -> tuple[Finding, ...]:
    """NO_LONGER_SOLD: when nothing that is ordered is sold any more (a part of it is answered line by line)."""
    if any(line.agreed.sold for line in placing.lines):
        return ()
    names = ", ".join(line.agreed.name for line in placing.lines)
    return (Finding("NO_LONGER_SOLD", names, Verdict.REJECT),)


def worth_something(placing: Placing) -> tuple[Finding, ...]:
    """VALUE_NEGATIVE: allowances greater than the goods would lower what the customer owes by ordering."""
    if placing.value.minor >= 0:
        return ()
    return (Finding("VALUE_NEGATIVE", f"the order comes to {placing.value}", Verdict.REJECT),)


def listed(placing: Placing) -> tuple[Finding, ...]:
    """PRODUCT_UNKNOWN: goods that the catalogue does not know need a person."""
    return tuple(
        Finding("PRODUCT_UNKNOWN", f"line {line.id}: {line.agreed.name}", Verdict.HOLD, HoldKind.INCOMPLETE)
        for line in placing.lines
        if line.id not in placing.products
    )


def in_unit(placing: Placing) -> tuple[Finding, ...]:
    """UNIT_DIFFERS: a line is ordered in the unit that the product is sold in."""
    return tuple(
        Finding("UNIT_DIFFERS", f"line {line.id}: {line.agreed.unit}", Verdict.HOLD, HoldKind.INCOMPLETE)
        for line in placing.lines
        if line.id in placing.products and placing.products[line.id].unit != line.agreed.unit
    )


def priced(placing: Placing) -> tuple[Finding, ...]:
    """PRICE_UNKNOWN: without a list price in the order's currency a line's price is missing, or cannot be compared."""
    currency = placing.command.currency
    return tuple(
        Finding(
            "PRICE_UNKNOWN",
            f"line {request.id}: no list price in {currency}",
            Verdict.HOLD,
            HoldKind.PRICE if request.price else HoldKind.INCOMPLETE,
        )
        for request in placing.command.lines
        if request.id in placing.products and placing.products[request.id].price.currency != currency
    )


def at_list_price(placing: Placing) -> tuple[Finding, ...]:
    """PRICE_BELOW_LIST: a stated price lower than the list price needs a person; a higher one is the buyer's to
    state.
    """
    return tuple(
        Finding("PRICE_BELOW_LIST", f"line {line.id}: {stated} instead of {listed}", Verdict.HOLD, HoldKind.PRICE)
        for line, stated, listed in _comparable(placing)
        if stated.extend(_ONE) < listed.extend(_ONE)
    )


def _comparable(placing: Placing) -> Iterator[tuple[OrderLine, UnitPrice, UnitPrice]]:
    """Lines with a price of their own of the same unit and currency as the list price, with both prices."""
    for line in placing.lines:
        product, price = placing.products.get(line.id), line.agreed.price
        if product is None or price is product.price:
            continue
        if product.unit == line.agreed.unit and product.price.currency == price.currency:
            yield line, price, product.price


PLACING: tuple[Rule, ...] = (
    currency_agreed,
    reference_once,
    still_valid,
    still_sold,
    worth_something,
    listed,
    in_unit,
    priced,
    at_list_price,
)
"""The rules in the order their findings are reported."""
