"""Reversing a shipment: the goods are on their shelves again, promised as they were, and the order is as before."""

from collections.abc import Mapping

from attrs import frozen

from otcore.orders.events import ShipmentReversed, StockAllocated
from otcore.orders.evolution import evolve
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import ZERO, OrderLine, from_shelf
from otcore.orders.order import Order
from otcore.orders.shipments.commands import ReverseShipment
from otcore.orders.shipments.drawing import Shelves
from otcore.orders.shipments.events import DespatchReversed
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE, ShipmentStatus
from otcore.orders.shipments.shipment import Shipment, ShipmentLine
from otcore.orders.valuing import still_open
from otcore.stock import events as stock
from otcore.stock.item import StockItem
from otcore.stock.item import evolve as shelf_after
from otcore.stock.reserving import Allocation, joined
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.reason import require_reason


@frozen
class Reversal:
    """The facts of a reversed shipment, by the stream they belong to; `stock` by (product, location)."""

    order: tuple[object, ...]
    shipment: tuple[DespatchReversed, ...]
    stock: Mapping[tuple[str, str], tuple[stock.Event, ...]]


def reverse(order: Order, shipment: Shipment, command: ReverseShipment, shelves: Shelves) -> Reversal:
    """The facts that follow, or `Rejected`; `shelves` are those of the shipment's products."""
    require_reason(command.reason)
    _may_reverse(order, shipment)
    back = _reversed(order, shipment)
    after = evolve(order, back)
    returning = _Returning(order.id, shipment, shelves)
    for line, left in _lines(after, shipment):
        returning.come_back(line, left, command.location)
    promised = tuple(returning.promised(line, left) for line, left in _lines(after, shipment)) if _wants(order) else ()
    again = (StockAllocated(promised, until=order.promised_until),) if promised else ()
    nothing = Money.zero(shipment.counted.currency)
    return Reversal((back, *again), (DespatchReversed(command.day, command.reason, nothing),), returning.moves)


def places(order: Order, shipment: Shipment) -> tuple[str, ...]:
    """The products whose shelves a reversal touches, sorted."""
    return tuple(sorted({line.agreed.product for line, _ in _lines(order, shipment)}))


def _lines(order: Order, shipment: Shipment) -> list[tuple[OrderLine, ShipmentLine]]:
    left = {line.line: line for line in shipment.lines}
    return [(line, left[line.id]) for line in order.lines if line.id in left and from_shelf(line)]


def _may_reverse(order: Order, shipment: Shipment) -> None:
    if shipment.status is ShipmentStatus.DELIVERED:
        raise Rejected("ALREADY_DELIVERED", shipment=shipment.id)
    if not SHIPMENT_LIFE_CYCLE.allows(shipment.status, DespatchReversed):
        raise Rejected("SHIPMENT_NOT_POSTED", shipment=shipment.id, status=shipment.status.value)
    if shipment.invoice:
        raise Rejected("ALREADY_INVOICED", shipment=shipment.id, invoice=shipment.invoice)
    if any(line.returned for line in shipment.lines):
        raise Rejected("ALREADY_RETURNED", shipment=shipment.id)
    if not LIFE_CYCLE.allows(order.status, ShipmentReversed):
        raise Rejected("ORDER_NOT_CONFIRMED", order=order.id, status=order.status.value)
    left = {line.line: line.quantity for line in shipment.lines}
    for line in order.lines:
        if left.get(line.id, ZERO) > line.ledger.returnable:
            raise Rejected("RETURN_REQUESTED", order=order.id, line=line.id, shipment=shipment.id)


def _reversed(order: Order, shipment: Shipment) -> ShipmentReversed:
    lines = tuple((line.line, line.quantity, line.cancelled) for line in shipment.lines)
    if shipment.dropped is not None:
        return ShipmentReversed(shipment.id, lines, shipment.value + shipment.dropped, shipment.ahead)
    # Of a shipment that does not say it, the value follows from what is open again.
    as_before = evolve(order, ShipmentReversed(shipment.id, lines, Money.zero(order.currency)))
    value = still_open(order.value, as_before.lines) - order.open_value
    return ShipmentReversed(shipment.id, lines, max(value, Money.zero(order.currency)))


def _wants(order: Order) -> bool:
    """Whether goods are promised to it now: one that is held, or not cleared, is promised goods when that is over."""
    return order.promised and not order.held


class _Returning:
    """The shelves while the goods of one shipment come back to them."""

    def __init__(self, order: str, shipment: Shipment, shelves: Shelves) -> None:
        self.moves: dict[tuple[str, str], tuple[stock.Event, ...]] = {}
        self._order = order
        self._shipment = shipment
        self._room: dict[tuple[str, str], StockItem] = {
            (product, location): shelf for product, places in shelves.items() for location, shelf in places.items()
        }

    def come_back(self, line: OrderLine, left: ShipmentLine, location: str) -> None:
        """The goods lie where they were taken from. Refused: `LOCATION_NEEDED`."""
        taken = left.taken or (((location, left.quantity, ZERO),) if left.quantity else ())
        for place, quantity, _ in taken:
            if not place:
                raise Rejected("LOCATION_NEEDED", shipment=self._shipment.id, line=line.id)
            product = line.agreed.product
            self._move(product, place, stock.StockReturned(product, place, quantity, self._shipment.id))

    def promised(self, line: OrderLine, left: ShipmentLine) -> tuple[str, tuple[Allocation, ...]]:
        """The line's promises as they were, as far as it still wants them and nobody else was promised them since."""
        room = line.ledger.backordered - sum([each.quantity for each in line.ledger.awaited], ZERO)
        used: list[Allocation] = []
        given: list[Allocation] = []
        wanted = [(place, of, used) for place, _, of in left.taken if of]
        for place, quantity, to in (*wanted, *((place, of, given) for place, of in reversed(left.released))):
            part = min(room, quantity, self._room[line.agreed.product, place].available)
            if part > 0:
                room -= part
                to.append(Allocation(place, part))
                self._move(line.agreed.product, place, stock.StockReserved(self._order, line.id, part))
        return line.id, joined(used, line.ledger.allocations, given)

    def _move(self, product: str, place: str, event: stock.Event) -> None:
        self._room[product, place] = shelf_after(self._room.get((product, place)), event)
        self.moves[product, place] = (*self.moves.get((product, place), ()), event)
