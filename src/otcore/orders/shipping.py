"""Shipping: what a despatch advice does to the order, to the shelves and to the value that is still open."""

from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from otcore.orders.events import GoodsShipped, ShippedLine
from otcore.orders.exposure import shipped_exposure
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import ZERO, OrderLine, weighing
from otcore.orders.order import Order
from otcore.orders.shipment import DespatchLine, PostDespatch, Shipment, ShipmentLine, ShipmentPosted
from otcore.stock import events as stock
from otcore.stock.item import StockItem, evolve
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
    ordered = {line.id: line for line in order.lines}
    lines = [(_checked(order, ordered.get(each.line), each, over_delivery), each) for each in command.lines]
    room = {product: dict(places) for product, places in shelves.items()}
    moves: dict[tuple[str, str], tuple[stock.Event, ...]] = {}
    shipped = tuple([_ship(line, said, command, order, room, moves) for line, said in lines])
    value, dropped = _values(order, shipped)
    left = tuple(
        [
            ShipmentLine(each.line, each.quantity, each.cancelled, said.reason)
            for each, (_, said) in zip(shipped, lines, strict=True)
        ]
    )
    goods = GoodsShipped(command.shipment, shipped, value, dropped)
    counted = shipped_exposure(order, goods)
    exposure = None if counted == value else counted
    posted = ShipmentPosted(command.shipment, order.id, order.customer, command.day, left, value, exposure)
    return Despatch((goods,), (posted,), moves)


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


def _checked(order: Order, line: OrderLine | None, said: DespatchLine, over_delivery: Percentage) -> OrderLine:
    """The line that a despatch line is about."""
    if line is None:
        raise Rejected("LINE_UNKNOWN", order=order.id, line=said.line)
    quantities = (said.quantity, said.outstanding) if said.outstanding else (said.quantity,)
    for stated in quantities:
        if stated.unit != line.agreed.unit:
            raise Rejected("UNIT_DIFFERS", order=order.id, line=line.id, stated=stated.unit, ordered=line.agreed.unit)
        if stated.value < 0:
            raise Rejected("QUANTITY_NEGATIVE", order=order.id, line=line.id, stated=str(stated))
    ledger, wanted = line.ledger, line.ledger.wanted
    if said.quantity.value > wanted + over_delivery.of(wanted) - ledger.shipped:
        raise Rejected("OVER_DELIVERY", order=order.id, line=line.id, shipped=str(said.quantity), open=str(ledger.open))
    return line


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
        return ShippedLine(line.id, quantity, (), (), cancelled)
    places = {} if line.agreed.unlisted else room.get(line.agreed.product, {})
    taken = draw(line.ledger.allocations, places, quantity)
    found = sum([part for _, part, _ in taken], ZERO)
    if found < quantity:
        raise Rejected(
            "INSUFFICIENT_STOCK", order=order.id, line=line.id, product=line.agreed.product,
            shipped=str(quantity), available=str(found),
        )  # fmt: skip
    promised = tuple([(location, of) for location, _, of in taken if of])
    released = _given_back(line, dict(promised), max(line.ledger.open - quantity - cancelled, ZERO))
    issued = [(location, stock.StockIssued(command.shipment, part, of)) for location, part, of in taken]
    freed = [(location, stock.StockReleased(order.id, line.id, part)) for location, part in released]
    facts: list[tuple[str, stock.Event]] = [*issued, *freed]
    for location, event in facts:
        places[location] = evolve(places[location], event)
        moves[line.agreed.product, location] = (*moves.get((line.agreed.product, location), ()), event)
    return ShippedLine(line.id, quantity, promised, released, cancelled)


def _given_up(line: OrderLine, said: DespatchLine) -> Decimal:
    """What will not follow: all that is open after this shipment and not said to be outstanding."""
    if said.outstanding is None:
        return ZERO
    return max(line.ledger.open - said.quantity.value - said.outstanding.value, ZERO)


def _given_back(line: OrderLine, used: Mapping[str, Decimal], open_: Decimal) -> tuple[tuple[str, Decimal], ...]:
    """Promises beyond what is still open after the shipment; the last promised go first."""
    left = [(each.location, each.quantity - used.get(each.location, ZERO)) for each in line.ledger.allocations]
    beyond = sum([part for _, part in left], ZERO) - open_
    if beyond <= 0:
        return ()
    back = []
    for location, part in reversed(left):
        if min(part, beyond) > 0:
            back.append((location, min(part, beyond)))
            beyond -= part
    return tuple(back)


def _values(order: Order, shipped: tuple[ShippedLine, ...]) -> tuple[Money, Money]:
    """The parts of the order's value that were shipped and that were given up.

    Each is a difference of cumulative shares, so that after any sequence of shipments they add up to the order's value.
    """
    weigh, now = weighing(order.lines), {each.line: each for each in shipped}
    whole = before = goods = after = ZERO
    for line in order.lines:
        gone, each = line.ledger.shipped + line.ledger.cancelled, now.get(line.id)
        was = weigh(line, gone) if gone else ZERO
        left = weigh(line, gone + each.quantity) if each else was
        whole += weigh(line, line.ledger.ordered)
        before += was
        goods += left
        after += weigh(line, gone + each.quantity + each.cancelled) if each and each.cancelled else left
    marks = [share_until(order.value.minor, part, whole) for part in (before, goods, after)]
    return (
        Money.from_minor(marks[1] - marks[0], order.currency),
        Money.from_minor(marks[2] - marks[1], order.currency),
    )
