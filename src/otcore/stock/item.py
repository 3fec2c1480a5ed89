"""A stock item: one product at one location, what lies there and how much of it is promised."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.stock.events import (
    OPENING,
    ZERO,
    ArrivalPromised,
    ArrivalReleased,
    Event,
    StockCounted,
    StockExpected,
    StockIssued,
    StockPolicySet,
    StockReceived,
    StockReleased,
    StockReserved,
    StockReturned,
)
from otcore.stock.incoming import Incoming, expecting, less
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class StockItem:
    """Quantities in the product's unit.

    `incoming`: announced, sorted by day. `safety`: never promised. `may_go_below`: how far promises may go beyond what
    is there (backorders without a day). `awaited`: of what is announced, promised to lines; `arrived` of it lies here
    already and is kept for them. Laws: 0 <= arrived <= awaited; a promise never takes more than `available`.
    """

    product: str
    location: str
    on_hand: Decimal
    reserved: Decimal
    incoming: tuple[Incoming, ...] = ()
    safety: Decimal = ZERO
    may_go_below: Decimal = ZERO
    awaited: Decimal = ZERO
    arrived: Decimal = ZERO

    @property
    def arriving(self) -> Decimal:
        """What is announced and not here yet."""
        return sum([each.quantity for each in self.incoming], ZERO)

    @property
    def free(self) -> Decimal:
        """on hand - reserved - safety + may go below - kept for lines that were promised arrivals.

        Kept is what arrived for them, and what was announced for them and is announced no more. Negative where a count
        or a policy left less than is promised.
        """
        left = self.on_hand - self.reserved - self.safety + self.may_go_below
        return left - max(self.arrived, self.awaited - self.arriving) if self.awaited else left

    @property
    def available(self) -> Decimal:
        """What can still be promised; never negative."""
        free = self.free if self.awaited else self.on_hand - self.reserved - self.safety + self.may_go_below
        return free if free > ZERO else ZERO

    @property
    def short(self) -> Decimal:
        """Promises that cannot be kept, not even out of the safety stock."""
        return max(-self.free - self.safety, ZERO)


def item_id(product: str, location: str) -> str:
    """The key of a stock item: product@location, whatever signs the two hold."""
    if "@" in product or "%" in product:
        product = product.replace("%", "%25").replace("@", "%40")
    return f"{product}@{location}"


def evolve(item: StockItem | None, event: Event) -> StockItem:
    """The stock item after one fact."""
    if item is None:
        assert isinstance(event, OPENING), "goods are there, or announced, before they are promised"
        item = StockItem(event.product, event.location, ZERO, ZERO)
    return _AFTER[type(event)](item, event)


def _moved(item: StockItem, on_hand: Decimal, reserved: Decimal) -> StockItem:
    return StockItem(
        item.product,
        item.location,
        on_hand,
        reserved,
        item.incoming,
        item.safety,
        item.may_go_below,
        item.awaited,
        item.arrived,
    )


def _reserved(item: StockItem, event: StockReserved) -> StockItem:
    return StockItem(
        item.product,
        item.location,
        item.on_hand,
        item.reserved + event.quantity,
        item.incoming,
        item.safety,
        item.may_go_below,
        item.awaited,
        item.arrived,
    )


def _released(item: StockItem, event: StockReleased) -> StockItem:
    return _moved(item, item.on_hand, item.reserved - event.quantity)


def _issued(item: StockItem, event: StockIssued) -> StockItem:
    return StockItem(
        item.product,
        item.location,
        item.on_hand - event.quantity,
        item.reserved - event.reserved,
        item.incoming,
        item.safety,
        item.may_go_below,
        item.awaited,
        item.arrived,
    )


def _returned(item: StockItem, event: StockReturned) -> StockItem:
    return _moved(item, item.on_hand + event.quantity, item.reserved)


def _received(item: StockItem, event: StockReceived) -> StockItem:
    here = _moved(item, item.on_hand + event.quantity, item.reserved)
    if not event.expected and not event.awaited:
        return here
    incoming = less(item.incoming, event.document, event.expected)
    return changed(here, incoming=incoming, arrived=item.arrived + event.awaited)


def _expected(item: StockItem, event: StockExpected) -> StockItem:
    announced = Incoming(event.document, event.quantity, event.expected)
    return changed(item, incoming=expecting(item.incoming, announced))


def _counted(item: StockItem, event: StockCounted) -> StockItem:
    return _moved(item, item.on_hand + event.difference, item.reserved)


def _policy_set(item: StockItem, event: StockPolicySet) -> StockItem:
    return changed(item, safety=event.safety, may_go_below=event.may_go_below)


def _arrival_promised(item: StockItem, event: ArrivalPromised) -> StockItem:
    return changed(item, awaited=item.awaited + event.quantity)


def _arrival_released(item: StockItem, event: ArrivalReleased) -> StockItem:
    return changed(item, awaited=item.awaited - event.quantity, arrived=item.arrived - event.arrived)


_AFTER: Mapping[type, Callable[[StockItem, Any], StockItem]] = {
    StockReserved: _reserved,
    StockReleased: _released,
    StockIssued: _issued,
    StockReturned: _returned,
    StockReceived: _received,
    StockExpected: _expected,
    StockCounted: _counted,
    StockPolicySet: _policy_set,
    ArrivalPromised: _arrival_promised,
    ArrivalReleased: _arrival_released,
}


def facets(item: StockItem) -> Facets:
    """Found by product, and by location as the party."""
    return Facets(party=item.location, reference=item.product)
