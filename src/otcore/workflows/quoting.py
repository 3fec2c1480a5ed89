"""What an order would come to: its customer, its products, their prices, and the lines that follow."""

from collections.abc import Mapping

from attrs import frozen

from otcore.catalog.pricing import Priced
from otcore.catalog.product import Product
from otcore.customers.customer import Customer
from otcore.invoicing.calculation import InvoiceInput, LineInput, calculate
from otcore.orders import placing
from otcore.orders.commands import PlaceOrder
from otcore.orders.line import OrderLine, quantity
from otcore.ports.aggregates import PRODUCT
from otcore.ports.storage import Where
from otcore.values.money import Money
from otcore.workflows.house import House
from otcore.workflows.pricing import prices
from otcore.workflows.requests import Find, Flow, LoadMany


@frozen
class Quote:
    """What was found for an order: products and prices by line id, the lines agreed on, their value with tax and
    without.
    """

    customer: Customer
    products: Mapping[str, Product]
    prices: Mapping[str, Priced]
    lines: tuple[OrderLine, ...]
    value: Money
    net: Money


def quote(command: PlaceOrder, customer: Customer, house: House) -> Flow[Quote]:
    """The order as the catalogue and the price lists of the day see it.

    Raises `Invalid` where the document contradicts itself.
    """
    found = yield from products(command)
    priced = yield from prices(command, customer, found, house)
    lines = placing.agree(command, found, priced)
    value, net = order_totals(command, lines)
    return Quote(customer, found, priced, lines, value, net)


def order_value(command: PlaceOrder, lines: tuple[OrderLine, ...]) -> Money:
    """What the sold lines of an order come to, tax included."""
    return order_totals(command, lines)[0]


def order_totals(command: PlaceOrder, lines: tuple[OrderLine, ...]) -> tuple[Money, Money]:
    """What the sold lines of an order come to with tax and without, by the invoice arithmetic (EN 16931 BT-112 and
    BT-109).
    """
    sold = [line for line in lines if line.agreed.sold and line.ledger.ordered]
    if not sold:
        return Money.zero(command.currency), Money.zero(command.currency)
    billed = tuple(
        LineInput(
            line.id, quantity(line, line.ledger.ordered), line.agreed.price, line.agreed.tax, line.agreed.adjustments
        )
        for line in sold
    )
    calculated = calculate(InvoiceInput(command.currency, billed, command.adjustments))
    return calculated.tax_inclusive, calculated.tax_exclusive


def products(command: PlaceOrder) -> Flow[Mapping[str, Product]]:
    """The products by line id: by the seller's number, else by the standard number; what is in neither is not there."""
    numbers = tuple(dict.fromkeys(line.product for line in command.lines if line.product))
    listed = {kept.id: kept.state for kept in (yield from LoadMany(PRODUCT, numbers)) if kept.state}
    standard = tuple(
        dict.fromkeys(
            line.standard_item.value for line in command.lines if line.standard_item and line.product not in listed
        )
    )
    by_standard: dict[str, Product] = {}
    if standard:
        found = yield from Find(PRODUCT, Where(references=standard))
        by_standard = {kept.some.standard_item.value: kept.some for kept in found if kept.some.standard_item}
    chosen = (
        (line.id, listed.get(line.product) or by_standard.get(line.standard_item.value if line.standard_item else ""))
        for line in command.lines
    )
    return {id: product for id, product in chosen if product}
