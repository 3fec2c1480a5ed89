"""Questions about goods: what can be promised by when, and who waits."""

from otcore.orders.allocation.backorders import AskBackorders, Backorder, backorders
from otcore.orders.events import StockAllocated
from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.ports.aggregates import ORDER, PRODUCT, STOCK
from otcore.ports.storage import Where
from otcore.stock.availability import AskAvailability, Availability
from otcore.stock.promising import earliest, profile
from otcore.workflows.requests import Find, Flow, Load


def ask_availability(query: AskAvailability) -> Flow[Availability]:
    """What of a product can be promised."""
    product = (yield from Load(PRODUCT, query.product)).some
    found = yield from Find(STOCK, Where(party=query.location, references=(product.id,)))
    shelves = tuple(kept.some for kept in found)
    promise = None if query.quantity is None else earliest(shelves, query.quantity, query.day)
    return Availability(product.id, profile(shelves, query.day), promise)


def ask_backorders(query: AskBackorders) -> Flow[tuple[Backorder, ...]]:
    """The lines that wait for a product."""
    product = (yield from Load(PRODUCT, query.product)).some
    orders = []
    for status in Status:
        if LIFE_CYCLE.allows(status, StockAllocated):
            orders += [kept.some for kept in (yield from Find(ORDER, Where(status=status.value)))]
    return backorders(orders, product.id)
