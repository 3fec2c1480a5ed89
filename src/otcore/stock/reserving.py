"""Which shelf serves which line: one shelf that has it all, else shelf by shelf in the order of their keys."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from otcore.stock.events import ZERO
from otcore.stock.item import StockItem
from otcore.values.fast_init import fast_init


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

    Less than `wanted` comes back when the shelves do not have it.
    """
    taken: dict[str, list[Decimal]] = {}
    for promise in promised:
        part = min(wanted, promise.quantity)
        if part > 0:
            taken[promise.location] = [part, part]
            wanted -= part
    for location, shelf in sorted(shelves.items()) if wanted else ():
        part = min(wanted, shelf.available)
        if part > 0:
            taken.setdefault(location, [ZERO, ZERO])[0] += part
            wanted -= part
    return tuple((location, quantity, of) for location, (quantity, of) in taken.items())
