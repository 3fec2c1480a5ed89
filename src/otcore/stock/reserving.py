"""Which shelf serves which line: one shelf that has it all, else shelf by shelf in the order of their keys."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain

from attrs import frozen

from otcore.stock.events import ZERO, ArrivalReleased
from otcore.stock.item import StockItem
from otcore.values.fast_init import fast_init

_NOTHING = (ZERO, ZERO)


@fast_init
@frozen
class Allocation:
    """A quantity of a line, promised at a location."""

    location: str
    quantity: Decimal


def spread(shelves: Sequence[StockItem], wanted: Decimal) -> tuple[Allocation, ...]:
    """As much of `wanted` as the shelves have available. Deterministic: the order of `shelves` decides between
    equals.
    """
    if wanted <= 0:
        return ()
    for shelf in shelves:
        if shelf.available >= wanted:
            return (Allocation(shelf.location, wanted),)
    taken: list[Allocation] = []
    for shelf in shelves:
        part = min(wanted, shelf.available)
        if part > 0:
            taken.append(Allocation(shelf.location, part))
            wanted -= part
    return tuple(taken)


def draw(
    promised: Sequence[Allocation], shelves: Mapping[str, StockItem], wanted: Decimal
) -> tuple[tuple[str, Decimal, Decimal], ...]:
    """What a shipment takes: (location, quantity, of it promised to the line), first what was promised, then what is
    free.

    Only what lies there leaves, whatever was promised. Less than `wanted` comes back when the shelves do not have it.
    """
    taken: dict[str, list[Decimal]] = {}
    for promise in promised:
        part = min(wanted, promise.quantity, shelves[promise.location].on_hand)
        if part > 0:
            taken[promise.location] = [part, part]
            wanted -= part
    for location, shelf in sorted(shelves.items()) if wanted else ():
        gone = taken.get(location, _NOTHING)[0]
        part = min(wanted, shelf.available, shelf.on_hand - gone)
        if part > 0:
            taken.setdefault(location, [ZERO, ZERO])[0] += part
            wanted -= part
    return tuple((location, quantity, of) for location, (quantity, of) in taken.items())


def shrink(promised: Sequence[Allocation], to: Decimal) -> tuple[tuple[Allocation, ...], tuple[Allocation, ...]]:
    """Promises cut down to a quantity: what is kept and what is given back. The last promised is given back first."""
    kept: list[Allocation] = []
    back: list[Allocation] = []
    for each in promised:
        part = max(min(each.quantity, to), ZERO)
        if part:
            kept.append(Allocation(each.location, part))
        if part < each.quantity:
            back.append(Allocation(each.location, each.quantity - part))
        to -= part
    return tuple(kept), tuple(back)


def given_up(shelf: StockItem, order: str, line: str, quantity: Decimal) -> ArrivalReleased:
    """The fact that a line gives up a promise of arrivals: what has not arrived first, so that what has is kept for
    those who go on waiting.
    """
    return ArrivalReleased(order, line, quantity, max(quantity - (shelf.awaited - shelf.arrived), ZERO))


def joined(*promised: Sequence[Allocation]) -> tuple[Allocation, ...]:
    """Promises added up by location, in the order in which the locations come first."""
    totals: dict[str, Decimal] = {}
    for each in chain(*promised):
        totals[each.location] = totals.get(each.location, ZERO) + each.quantity
    return tuple([Allocation(location, quantity) for location, quantity in totals.items()])
