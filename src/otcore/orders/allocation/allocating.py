"""Allocating: which goods are promised to which line, on the shelves and of what is to arrive, and by which day."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from otcore.orders.allocation.covering import Cover, Move, Places, as_it_is, cover
from otcore.orders.events import StockAllocated
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import ZERO, OrderLine, from_shelf
from otcore.orders.order import Order
from otcore.stock.policy import Allocating
from otcore.values.command import Command
from otcore.values.faults import Rejected


@frozen(kw_only=True)
class AllocateOrder(Command[Order]):
    """Look for goods again for the lines that wait for them; what they were promised of arrivals is theirs first.

    Refused: `ORDER_NOT_OPEN` (over, a draft, or not yet cleared), `ORDER_HELD`, `NOTHING_TO_ALLOCATE`.
    """

    order: str
    day: date


@frozen
class Allotment:
    """What is promised in one go: the order's fact, those of the shelves in their order, and the shelves after it."""

    order: tuple[StockAllocated, ...]
    stock: tuple[Move, ...]
    shelves: Mapping[str, Places]


def may_allocate(order: Order) -> None:
    """`Rejected` where looking for goods again makes no sense."""
    if not order.promised or not LIFE_CYCLE.allows(order.status, StockAllocated):
        raise Rejected("ORDER_NOT_OPEN", order=order.id, status=order.status.value)
    if order.held:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(hold.code for hold in order.holds))
    if not waiting(order):
        raise Rejected("NOTHING_TO_ALLOCATE", order=order.id)


def waiting(order: Order) -> tuple[OrderLine, ...]:
    """The lines that want goods of our shelves and have not all of them there."""
    return tuple([line for line in order.lines if promisable(line) and line.ledger.backordered > ZERO])


def promisable(line: OrderLine) -> bool:
    """Whether goods can be promised to it: it leaves shelves of ours, and the catalogue knows it."""
    return from_shelf(line) and not line.agreed.unlisted


def allot(
    order: Order, shelves: Mapping[str, Places], day: date, allocating: Allocating, until: date | None = None
) -> Allotment:
    """Goods for every line that waits; `shelves` by product and location.

    Lines come one after the other: what one takes the next does not find. `until`: when promises lapse. An order that
    was promised before and gains nothing has no fact.
    """
    covers = tuple(_covers(order, shelves, day, allocating))
    if allocating is Allocating.ORDER and any(each.day is None for each in covers):
        covers = tuple([as_it_is(each.line, each.places) for each in covers])
    if order.promised and not any(each.gains for each in covers):
        return Allotment((), (), shelves)
    allocated = StockAllocated(
        tuple([(each.line.id, each.allocations) for each in covers]),
        tuple([(each.line.id, each.awaited) for each in covers if each.awaited or each.line.ledger.awaited]),
        tuple([(each.line.id, by) for each in covers if (by := each.promised) or each.line.promised]),
        until,
    )
    moved = {each.line.agreed.product: each.places for each in covers if each.moves}
    return Allotment((allocated,), tuple([move for each in covers for move in each.moves]), {**shelves, **moved})


def _covers(order: Order, shelves: Mapping[str, Places], day: date, allocating: Allocating) -> Iterator[Cover]:
    room = dict(shelves)
    for line in waiting(order):
        product = line.agreed.product
        found = cover(order.id, line, room.get(product, {}), day)
        if allocating is Allocating.LINE and found.day is None:
            yield as_it_is(line, found.places)
        else:
            room[product] = found.places
            yield found
