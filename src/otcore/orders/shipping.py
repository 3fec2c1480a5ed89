"""Shipping: what a despatch advice does to the order, to the shelves and to the value that is still open."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from otcore.orders.events import GoodsShipped, ShippedLine
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import ZERO, OrderLine, worth
from otcore.orders.order import Order
from otcore.orders.shipment import DespatchLine, PostDespatch, Shipment, ShipmentLine, ShipmentPosted
from otcore.stock import item as stock
from otcore.stock.item import StockItem
from otcore.stock.reserving import draw
from otcore.values.allocation import share_until
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.percentage import Percentage

Shelves = Mapping[str, Mapping[str, StockItem]]
"""Stock items by product and location."""


@frozen
class Despatch:
    """The facts of one shipment, by the stream they belong to; `stock` by (product, location)."""

    order: tuple[GoodsShipped, ...]
    shipment: tuple[ShipmentPosted, ...]
    stock: Mapping[tuple[str, str], tuple[stock.Event, ...]]


def post(
    order: Order, shipment: Shipment | None, command: PostDespatch, shelves: Shelves, over_delivery: Percentage
) -> Despatch:
    """The facts that follow from a despatch advice, or `Rejected`."""
    _may_ship(order, shipment, command)
    lines = tuple(_line(order, each, over_delivery) for each in command.lines)
    room = {product: dict(places) for product, places in shelves.items()}
    moves: dict[tuple[str, str], tuple[stock.Event, ...]] = {}
    shipped = tuple(_ship(line, said, command, order, room, moves) for line, said in lines)
    value, dropped = _values(order, shipped)
    left = tuple(
        ShipmentLine(each.line, each.quantity, each.cancelled, said.reason)
        for each, (_, said) in zip(shipped, lines, strict=True)
    )
    posted = ShipmentPosted(command.shipment, order.id, order.customer, command.day, left, value)
    return Despatch((GoodsShipped(command.shipment, shipped, value, dropped),), (posted,), moves)


def _may_ship(order: Order, shipment: Shipment | None, command: PostDespatch) -> None:
    if shipment is not None:
        raise Rejected("SHIPMENT_EXISTS", shipment=command.shipment)
    if not LIFE_CYCLE.allows(order.status, GoodsShipped):
        raise Rejected("ORDER_NOT_CONFIRMED", order=order.id, status=order.status.value)
    if order.held:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(hold.code for hold in order.holds))
    ids = [line.line for line in command.lines]
    if len(set(ids)) < len(ids):
        raise Rejected("LINE_TWICE", order=order.id, shipment=command.shipment)
    if not any(line.quantity.value or line.outstanding is not None for line in command.lines):
        raise Rejected("NOTHING_SHIPPED", order=order.id, shipment=command.shipment)


def _line(order: Order, said: DespatchLine, over_delivery: Percentage) -> tuple[OrderLine, DespatchLine]:
    line = order.line(said.line)
    if line is None:
        raise Rejected("LINE_UNKNOWN", order=order.id, line=said.line)
    if said.quantity.unit != line.agreed.unit:
        raise Rejected(
            "UNIT_DIFFERS", order=order.id, line=line.id, stated=said.quantity.unit, ordered=line.agreed.unit
        )
    if said.quantity.value < 0 or (said.outstanding is not None and said.outstanding.value < 0):
        raise Rejected("QUANTITY_NEGATIVE", order=order.id, line=line.id)
    most = line.ledger.open + over_delivery.of(line.ledger.ordered)
    if said.quantity.value > most:
        raise Rejected(
            "OVER_DELIVERY", order=order.id, line=line.id, shipped=str(said.quantity), open=str(line.ledger.open)
        )
    return line, said


def _ship(
    line: OrderLine,
    said: DespatchLine,
    command: PostDespatch,
    order: Order,
    room: dict[str, dict[str, StockItem]],
    moves: dict[tuple[str, str], tuple[stock.Event, ...]],
) -> ShippedLine:
    quantity, cancelled = said.quantity.value, _given_up(line, said)
    if not line.agreed.stocked:
        return ShippedLine(line.id, quantity, (), cancelled)
    places = room.get(line.agreed.product, {})
    taken = draw(line.ledger.allocations, places, quantity)
    found = sum((part for _, part, _ in taken), ZERO)
    if found < quantity:
        raise Rejected(
            "INSUFFICIENT_STOCK", order=order.id, line=line.id, product=line.agreed.product,
            shipped=str(quantity), available=str(found),
        )  # fmt: skip
    closes = line.ledger.open - quantity - cancelled <= 0
    for location, event in _stock_events(line, taken, command.shipment, order.id, closes):
        places[location] = stock.evolve(places[location], event)
        moves[line.agreed.product, location] = (*moves.get((line.agreed.product, location), ()), event)
    promised = tuple((location, of) for location, _, of in taken if of)
    return ShippedLine(line.id, quantity, promised, cancelled)


def _given_up(line: OrderLine, said: DespatchLine) -> Decimal:
    """What will not follow: all that is open after this shipment and not said to be outstanding."""
    if said.outstanding is None:
        return ZERO
    return max(line.ledger.open - said.quantity.value - said.outstanding.value, ZERO)


def _stock_events(
    line: OrderLine, taken: tuple[tuple[str, Decimal, Decimal], ...], shipment: str, order: str, closes: bool
) -> Iterator[tuple[str, stock.Event]]:
    """Goods leave; promises of a line that is finished and still has some are given back."""
    used = {location: of for location, _, of in taken}
    for location, part, of in taken:
        yield location, stock.StockIssued(shipment, part, of)
    for promise in line.ledger.allocations:
        left = promise.quantity - used.get(promise.location, ZERO)
        if closes and left > 0:
            yield promise.location, stock.StockReleased(order, line.id, left)


def _values(order: Order, shipped: tuple[ShippedLine, ...]) -> tuple[Money, Money]:
    """The parts of the order's value that were shipped and that were given up.

    Each is a difference of cumulative shares, so that after any sequence of shipments they add up to the order's value.
    """
    by_line = {each.line: each for each in shipped}
    whole = before = goods = after = ZERO
    for line in order.lines:
        ordered, gone = line.ledger.ordered, line.ledger.shipped + line.ledger.cancelled
        whole += worth(line, ordered)
        was = worth(line, gone) if gone else ZERO
        before += was
        now = by_line.get(line.id)
        goods += worth(line, gone + now.quantity) if now else was
        after += worth(line, gone + now.quantity + now.cancelled) if now else was
    marks = [share_until(order.value.minor, min(part, whole), whole) for part in (before, goods, after)]
    return (
        Money.from_minor(marks[1] - marks[0], order.currency),
        Money.from_minor(marks[2] - marks[1], order.currency),
    )
