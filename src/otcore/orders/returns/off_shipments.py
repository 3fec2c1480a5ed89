"""Which shipments returned goods are taken off: what is not billed yet first, the latest shipment before earlier ones,
for that needs no credit note.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.events import GoodsCameBack
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE
from otcore.orders.shipments.shipment import Shipment
from otcore.values.allocation import share_until
from otcore.values.money import Money


@frozen
class Part:
    """What came back of one shipment, by line."""

    shipment: Shipment
    lines: tuple[tuple[str, Decimal], ...]

    @property
    def billed(self) -> bool:
        """Whether it is on an invoice."""
        return bool(self.shipment.invoice)

    @property
    def arrived(self) -> tuple[tuple[str, Decimal], ...]:
        """What of it nobody had confirmed to have arrived."""
        known = {line.line: line.delivered - line.returned for line in self.shipment.lines}
        new = ((line, quantity - known[line]) for line, quantity in self.lines)
        return tuple((line, quantity) for line, quantity in new if quantity > 0)


def off_shipments(shipments: Sequence[Shipment], came: Mapping[str, Decimal]) -> tuple[Part, ...]:
    """The parts of shipments that make up what came back, by line; no more of a shipment than left with it."""
    left = dict(came)
    gone = [each for each in shipments if SHIPMENT_LIFE_CYCLE.allows(each.status, GoodsCameBack)]
    latest = sorted(gone, key=lambda each: (each.day, each.id), reverse=True)
    parts = [Part(each, tuple(_taken(each, left))) for each in sorted(latest, key=lambda each: bool(each.invoice))]
    return tuple(part for part in parts if part.lines)


def fact(order: Order, part: Part, return_id: str) -> GoodsCameBack:
    """The fact for the shipment, with what of its exposure no longer waits to be billed."""
    shipment = part.shipment
    exposure = Money.zero(shipment.counted.currency) if part.billed else _waiting(order, part)
    return GoodsCameBack(return_id, part.lines, exposure, part.arrived)


def _taken(shipment: Shipment, left: dict[str, Decimal]) -> Iterator[tuple[str, Decimal]]:
    for line in shipment.lines:
        quantity = min(line.billable, left.get(line.line, ZERO))
        if quantity > 0:
            left[line.line] -= quantity
            yield line.line, quantity


def _waiting(order: Order, part: Part) -> Money:
    """What the goods count in the exposure: their share of what the shipment counts, by what they are worth; by
    quantities where it is all free of charge. When all of it came back, everything.
    """
    prices = {line.id: line.agreed.price for line in order.lines}
    there = {line.line: line.billable for line in part.shipment.lines}
    whole = sum([prices[line].extend(quantity) for line, quantity in there.items()], ZERO)
    gone = sum([prices[line].extend(quantity) for line, quantity in part.lines], ZERO)
    if not whole:
        whole, gone = sum(there.values(), ZERO), sum([quantity for _, quantity in part.lines], ZERO)
    counted = part.shipment.counted
    return Money.from_minor(share_until(counted.minor, gone, whole), counted.currency)
