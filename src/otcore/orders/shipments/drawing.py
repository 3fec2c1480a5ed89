"""Drawing: the goods of a despatch line leave their shelves, and promises that are not needed any more go back."""

from collections.abc import Mapping
from decimal import Decimal

from otcore.orders.events import ShippedLine
from otcore.orders.line import ZERO, OrderLine, from_shelf
from otcore.orders.shipments.events import ShipmentLine
from otcore.stock import events as stock
from otcore.stock.item import StockItem, evolve
from otcore.stock.reserving import draw, given_up, shrink
from otcore.values.faults import Rejected

Shelves = Mapping[str, Mapping[str, StockItem]]
"""Stock items by product and location."""

Left = tuple[ShippedLine, ShipmentLine]
"""What a line of a despatch means for the order, and for the shipment."""


class Drawing:
    """`shelves` while one despatch is drawn from them; `moves` are the facts, by product and location."""

    def __init__(self, shipment: str, order: str, shelves: Shelves) -> None:
        self.moves: dict[tuple[str, str], tuple[stock.Event, ...]] = {}
        self._shipment = shipment
        self._order = order
        self.shelves = {product: dict(places) for product, places in shelves.items()}

    def leave(self, line: OrderLine, quantity: Decimal, cancelled: Decimal, reason: str) -> Left:
        """What leaves of a line, from where. Refused: `INSUFFICIENT_STOCK`."""
        if not from_shelf(line):
            return ShippedLine(line.id, quantity, (), (), cancelled), ShipmentLine(line.id, quantity, cancelled, reason)
        if self._just_as_promised(line, quantity):
            return self._taken_whole(line, quantity, cancelled, reason)
        return self._taken(line, quantity, cancelled, reason)

    def _just_as_promised(self, line: OrderLine, quantity: Decimal) -> bool:
        """The usual case: what leaves is all that was promised, on one shelf, and lies there."""
        promised = line.ledger.allocations
        if line.ledger.awaited or len(promised) != 1 or promised[0].quantity != quantity:
            return False
        return self.shelves[line.agreed.product][promised[0].location].on_hand >= quantity

    def _taken_whole(self, line: OrderLine, quantity: Decimal, cancelled: Decimal, reason: str) -> Left:
        """`_taken` in the usual case."""
        location = line.ledger.allocations[0].location
        self._move(line, location, stock.StockIssued(self._shipment, quantity, quantity))
        shipped = ShippedLine(line.id, quantity, ((location, quantity),), (), cancelled)
        return shipped, ShipmentLine(line.id, quantity, cancelled, reason, ((location, quantity, quantity),))

    def _taken(self, line: OrderLine, quantity: Decimal, cancelled: Decimal, reason: str) -> Left:
        """What was promised leaves first, then what is free; promises beyond what is still open go back."""
        left = max(line.ledger.open - quantity - cancelled, ZERO)
        ended = self._end_waiting(line, quantity, left) if line.ledger.awaited else ()
        taken = self._drawn(line, quantity)
        promised = tuple([(location, of) for location, _, of in taken if of])
        wanted = left - _still_awaited(line, ended) if line.ledger.awaited else left
        released = _given_back(line, dict(promised), wanted)
        for location, part, of in taken:
            self._move(line, location, stock.StockIssued(self._shipment, part, of))
        for location, part in released:
            self._move(line, location, stock.StockReleased(self._order, line.id, part))
        shipped = ShippedLine(line.id, quantity, promised, released, cancelled, ended)
        return shipped, ShipmentLine(line.id, quantity, cancelled, reason, taken, released)

    def _drawn(self, line: OrderLine, quantity: Decimal) -> tuple[tuple[str, Decimal, Decimal], ...]:
        places = {} if line.agreed.unlisted else self.shelves.get(line.agreed.product, {})
        taken = draw(line.ledger.allocations, places, quantity)
        found = sum([part for _, part, _ in taken], ZERO)
        if found < quantity:
            raise Rejected(
                "INSUFFICIENT_STOCK", order=self._order, line=line.id, product=line.agreed.product,
                shipped=str(quantity), available=str(found),
            )  # fmt: skip
        return taken

    def _end_waiting(self, line: OrderLine, quantity: Decimal, left: Decimal) -> tuple[tuple[str, Decimal], ...]:
        """Promises of arriving goods that end, so that what arrived for the line can leave and no more is kept for it
        than it still wants.
        """
        spare = line.ledger.allocated - quantity
        _, back = shrink(line.ledger.awaited, left - max(spare, ZERO))
        needed = max(-spare, ZERO)
        for each in back:
            shelf = self.shelves[line.agreed.product][each.location]
            least = given_up(shelf, self._order, line.id, each.quantity).arrived
            arrived = max(least, min(each.quantity, shelf.arrived, needed))
            needed -= min(arrived, needed)
            self._move(line, each.location, stock.ArrivalReleased(self._order, line.id, each.quantity, arrived))
        return tuple([(each.location, each.quantity) for each in back])

    def _move(self, line: OrderLine, location: str, event: stock.Event) -> None:
        product = line.agreed.product
        places = self.shelves[product]
        places[location] = evolve(places[location], event)
        self.moves[product, location] = (*self.moves.get((product, location), ()), event)


def _still_awaited(line: OrderLine, ended: tuple[tuple[str, Decimal], ...]) -> Decimal:
    return sum([each.quantity for each in line.ledger.awaited], ZERO) - sum([part for _, part in ended], ZERO)


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
