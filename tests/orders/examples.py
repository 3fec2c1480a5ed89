"""A customer, a few products and orders over them: the smallest trade that shows a rule."""

from datetime import date
from decimal import Decimal
from typing import Any

from otcore.catalog.product import Product
from otcore.customers.customer import Customer, Profile
from otcore.orders import placing
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.commands import PlaceOrder
from otcore.orders.events import OrderAcknowledged, OrderConfirmed, StockAllocated
from otcore.orders.evolution import evolve
from otcore.orders.line import RequestedLine
from otcore.orders.order import Order
from otcore.orders.placing import PlacingGiven
from otcore.orders.rules import PLACING, Rule
from otcore.orders.shipments.shipment import DespatchLine, PostDespatch
from otcore.stock.item import StockItem
from otcore.stock.reserving import Allocation
from otcore.values.money import Money
from otcore.values.party import Party
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory
from otcore.workflows.quoting import order_value

DAY = date(2026, 3, 2)
STANDARD = TaxCategory("S", Decimal(20))


def dec(value: str | int) -> Decimal:
    return Decimal(value)


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def pieces(value: str | int | Decimal, unit: str = "C62") -> Quantity:
    return Quantity(value, unit)


def product(
    id: str = "P1", price: str = "10.00", unit: str = "C62", tax: TaxCategory = STANDARD, **more: Any
) -> Product:
    return Product(id, f"Product {id}", unit, UnitPrice(price, "EUR"), tax, **more)


def customer(id: str = "C1", **profile: Any) -> Customer:
    return Customer(id, Profile(party=profile.pop("party", Party(f"Customer {id}")), currency="EUR", **profile))


def line(id: str = "1", quantity: str | int = 10, product: str = "P1", unit: str = "C62", **more: Any) -> RequestedLine:
    return RequestedLine(id=id, quantity=pieces(quantity, unit), product=product, **more)


def order_of(*lines: RequestedLine, order: str = "O1", **more: Any) -> PlaceOrder:
    fields: dict[str, Any] = {"customer": "C1", "day": DAY, "currency": "EUR", "lines": lines or (line(),)}
    return PlaceOrder(order=order, **fields | more)


def placed(
    *lines: RequestedLine, products: tuple[Product, ...] = (product(),), rules: tuple[Rule, ...] = PLACING, **more: Any
) -> Order:
    """The order as it stands after placing, nothing promised yet."""
    return after(None, place_events(order_of(*lines, **more), products, rules=rules))


def place_events(
    command: PlaceOrder, products: tuple[Product, ...] = (), order: Order | None = None, **given: Any
) -> tuple[Any, ...]:
    """What placing says, with these products found for the lines that name them."""
    listed = {each.id: each for each in products}
    by_line = {each.id: listed[each.product] for each in command.lines if each.product in listed}
    lines = placing.agree(command, by_line)
    facts: dict[str, Any] = {"customer": customer(), "products": by_line, "value": order_value(command, lines)}
    return placing.place(order, command, lines, PlacingGiven(**facts | given))


def after(order: Order | None, events: tuple[Any, ...]) -> Order:
    for event in events:
        order = evolve(order, event)
    assert order is not None
    return order


def promised(order: Order, **allocations: tuple[tuple[str, str | int], ...]) -> Order:
    """The order with goods promised: `promised(order, _1=(("main", 4),))` promises 4 of line 1 at main."""
    lines = tuple(
        (id.removeprefix("_"), tuple(Allocation(location, Decimal(quantity)) for location, quantity in parts))
        for id, parts in allocations.items()
    )
    return evolve(order, StockAllocated(lines))


def confirmed(order: Order) -> Order:
    return after(order, (OrderAcknowledged(DAY, ResponseCode.ACCEPTED, ()), OrderConfirmed("test")))


def shelf(on_hand: str | int, reserved: str | int = 0, location: str = "main", product: str = "P1") -> StockItem:
    return StockItem(product, location, Decimal(on_hand), Decimal(reserved))


def despatch(*lines: DespatchLine, shipment: str = "S1", order: str = "O1", day: date = DAY) -> PostDespatch:
    return PostDespatch(shipment=shipment, order=order, day=day, lines=lines)


def left(
    line: str, quantity: str | int | Decimal, outstanding: str | int | None = None, unit: str = "C62"
) -> DespatchLine:
    still = None if outstanding is None else pieces(outstanding, unit)
    return DespatchLine(line, pieces(quantity, unit), still)
