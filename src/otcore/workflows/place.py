"""Placing an order: the products and the customer are looked up, rules and credit are checked, goods are promised."""

from collections.abc import Mapping

from otcore.catalog.product import Product
from otcore.customers import credit
from otcore.invoicing.calculation import InvoiceInput, LineInput, calculate
from otcore.orders import placing
from otcore.orders.commands import PlaceOrder
from otcore.orders.line import OrderLine, quantity
from otcore.orders.order import Order
from otcore.orders.placing import PlacingGiven
from otcore.ports.aggregates import CREDIT, CUSTOMER, ORDER, PRODUCT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.money import Money
from otcore.workflows import notices
from otcore.workflows.house import House
from otcore.workflows.promise import promise
from otcore.workflows.requests import Announce, Find, Flow, Load, LoadMany, Save


def place(command: PlaceOrder, house: House) -> Flow[Kept[Order]]:
    """The order in the books: promised, held or rejected, with every reason."""
    kept = yield from Load(ORDER, command.order)
    customer = (yield from Load(CUSTOMER, command.customer)).some
    account = yield from Load(CREDIT, command.customer, True)
    products = yield from _products(command)
    lines = placing.agree(command, products)
    given = PlacingGiven(
        customer=customer,
        products=products,
        same_reference=(yield from _same_reference(command)),
        value=order_value(command, lines),
        rules=house.placing,
    )
    kept = kept.after(placing.place(kept.state, command, lines, given))
    kept, others = yield from promise(kept, account, command.day)
    if kept.some.held:
        # Nothing moves, but the account has seen the order: whoever places another one meanwhile has to look again.
        others = (account.after(credit.moved(kept.id, currency=account.some.orders.currency)),)
    yield from Save(kept, *others)
    yield from Announce(notices.order_placed(kept.some))
    return kept


def order_value(command: PlaceOrder, lines: tuple[OrderLine, ...]) -> Money:
    """What the sold lines of an order come to, tax included, by the invoice arithmetic (EN 16931 BT-112)."""
    sold = [line for line in lines if line.ledger.open]
    if not sold:
        return Money.zero(command.currency)
    billed = tuple(
        LineInput(
            line.id, quantity(line, line.ledger.ordered), line.agreed.price, line.agreed.tax, line.agreed.adjustments
        )
        for line in sold
    )
    return calculate(InvoiceInput(command.currency, billed, command.adjustments)).tax_inclusive


def _products(command: PlaceOrder) -> Flow[Mapping[str, Product]]:
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


def _same_reference(command: PlaceOrder) -> Flow[tuple[Order, ...]]:
    if not command.details.reference:
        return ()
    found = yield from Find(ORDER, Where(party=command.customer, references=(command.details.reference,)))
    return tuple(kept.some for kept in found if kept.id != command.order)
