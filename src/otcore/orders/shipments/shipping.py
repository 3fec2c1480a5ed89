"""Shipping: what a despatch advice does to the order, to the shelves and to the value that is still open."""

from collections.abc import Mapping, Sequence

from attrs import evolve as changed
from attrs import frozen

from otcore.orders.events import GoodsShipped, ShippedLine
from otcore.orders.exposure import counted_in, shipped_exposure
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import ZERO, OrderLine, weighing
from otcore.orders.order import Order
from otcore.orders.shipments.ahead import billed_ahead
from otcore.orders.shipments.drawing import Drawing, Shelves
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE
from otcore.orders.shipments.shipment import DespatchLine, PostDespatch, Shipment, ShipmentPosted
from otcore.orders.shipments.terms import STRICT, ShippingTerms
from otcore.stock import events as stock
from otcore.values.allocation import share_until
from otcore.values.faults import Rejected
from otcore.values.money import Money

__all__ = ["Despatch", "Shelves", "ShippingTerms", "as_planned", "despatch_lines", "post"]


@frozen
class Despatch:
    """The facts of one shipment, by the stream they belong to; `stock` by (product, location). `shelves`: after it."""

    order: tuple[GoodsShipped, ...]
    shipment: tuple[ShipmentPosted, ...]
    stock: Mapping[tuple[str, str], tuple[stock.Event, ...]]
    shelves: Shelves


def post(
    order: Order, shipment: Shipment | None, command: PostDespatch, shelves: Shelves, terms: ShippingTerms = STRICT
) -> Despatch:
    """The facts that follow from a despatch advice, or `Rejected`; `shipment` is the planned one, if any."""
    command = as_planned(command, shipment)
    _may_ship(order, shipment, command)
    lines = despatch_lines(order, command.shipment, command.lines, terms)
    drawing = Drawing(command.shipment, order.id, shelves)
    moved = [drawing.leave(line, said.quantity.value, *terms.given_up(line, said)) for line, said in lines]
    for line, said in lines:
        terms.check_day(order, line, said, command.day)
    shipped, left = tuple([each for each, _ in moved]), tuple([each for _, each in moved])
    terms.check_whole(order, left)
    value, dropped = _values(order, shipped)
    ahead = None if order.ahead is None else min(order.ahead, value)
    goods = GoodsShipped(command.shipment, shipped, value, dropped, ahead)
    counted = _nothing(order) if billed_ahead(order, (goods,)) else shipped_exposure(order, goods)
    exposure = None if counted == value else counted
    whose = (command.shipment, order.id, order.customer)
    posted = ShipmentPosted(*whose, command.day, left, value, exposure, dropped, ahead)
    return Despatch((goods,), (posted,), drawing.moves, drawing.shelves)


def _nothing(order: Order) -> Money:
    return Money.zero(counted_in(order))


def as_planned(command: PostDespatch, shipment: Shipment | None) -> PostDespatch:
    """The command with the lines of the planned shipment, where it says none."""
    return changed(command, lines=shipment.plan) if shipment and not command.lines else command


def despatch_lines(
    order: Order, shipment: str, said: Sequence[DespatchLine], terms: ShippingTerms
) -> list[tuple[OrderLine, DespatchLine]]:
    """Each line of a despatch with the order line it is about.

    Refused: `LINE_TWICE` (two rows of one line could say two things of what follows), `NOTHING_SHIPPED`,
    `LINE_UNKNOWN`, `UNIT_DIFFERS`, `QUANTITY_NEGATIVE`, `OVER_DELIVERY`.
    """
    if len({line.line for line in said}) < len(said):
        raise Rejected("LINE_TWICE", order=order.id, shipment=shipment)
    if not any(line.quantity.value or line.outstanding is not None for line in said):
        raise Rejected("NOTHING_SHIPPED", order=order.id, shipment=shipment)
    ordered = {line.id: line for line in order.lines}
    return [(_checked(order, ordered.get(each.line), each, terms), each) for each in said]


def _may_ship(order: Order, shipment: Shipment | None, command: PostDespatch) -> None:
    if shipment is not None and not SHIPMENT_LIFE_CYCLE.allows(shipment.status, ShipmentPosted):
        raise Rejected("SHIPMENT_EXISTS", shipment=command.shipment)
    if shipment is not None and shipment.order != order.id:
        raise Rejected("ORDER_DIFFERS", shipment=command.shipment, planned=shipment.order, posted=order.id)
    if not LIFE_CYCLE.allows(order.status, GoodsShipped):
        raise Rejected("ORDER_NOT_CONFIRMED", order=order.id, status=order.status.value)
    if order.held:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(hold.code for hold in order.holds))


def _checked(order: Order, line: OrderLine | None, said: DespatchLine, terms: ShippingTerms) -> OrderLine:
    """The line that a despatch line is about."""
    if line is None:
        raise Rejected("LINE_UNKNOWN", order=order.id, line=said.line)
    quantities = (said.quantity, said.outstanding) if said.outstanding else (said.quantity,)
    for stated in quantities:
        if stated.unit != line.agreed.unit:
            raise Rejected("UNIT_DIFFERS", order=order.id, line=line.id, stated=stated.unit, ordered=line.agreed.unit)
        if stated.value < 0:
            raise Rejected("QUANTITY_NEGATIVE", order=order.id, line=line.id, stated=str(stated))
    terms.check_quantity(order, line, said)
    return line


def _values(order: Order, shipped: tuple[ShippedLine, ...]) -> tuple[Money, Money]:
    """The parts of the order's value that were shipped and that were given up.

    Each is what leaves the open value when it falls to its share (`valuing.still_open`, written out, for this is called
    most of all), so that after any sequence of shipments and reversals they add up to the order's value.
    """
    weigh, now = weighing(order.lines), {each.line: each for each in shipped}
    whole = goods = after = ZERO
    for line in order.lines:
        gone, each = line.ledger.shipped + line.ledger.cancelled, now.get(line.id)
        left = weigh(line, gone + each.quantity if each else gone)
        whole += weigh(line, line.ledger.ordered)
        goods += left
        after += weigh(line, gone + each.quantity + each.cancelled) if each and each.cancelled else left
    total, open_ = order.value.minor, order.open_value.minor
    moved = max(open_ - total + share_until(total, goods, whole), 0)
    dropped = max(open_ - moved - total + share_until(total, after, whole), 0)
    return Money.from_minor(moved, order.currency), Money.from_minor(dropped, order.currency)
