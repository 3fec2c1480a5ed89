"""What time alone brings about: promises of goods lapse where the buyer and the seller did not come to an end."""

from datetime import date

from otcore.orders.order import Order
from otcore.ports.aggregates import ORDER
from otcore.ports.storage import Where
from otcore.workflows.allocating import NOT_CONFIRMED, free
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save

EXPIRED = "RESERVATION_EXPIRED"
"""Why the goods were freed."""


def lapsed(day: date, house: House) -> Flow[tuple[str, ...]]:
    """The orders that are not confirmed and whose promises stood until a day before this one."""
    ids: list[str] = []
    for status in NOT_CONFIRMED:
        found = yield from Find(ORDER, Where(status=status.value, until=day))
        ids += [kept.id for kept in found if _has_lapsed(kept.some, day)]
    return tuple(ids)


def let_go(id: str, day: date, house: House) -> Flow[int]:
    """One order's goods freed, in a unit of work of its own; 0 where it was confirmed, or promised anew, meanwhile."""
    order = yield from Load(ORDER, id)
    if not _has_lapsed(order.some, day):
        return 0
    order, shelves = yield from free(order, EXPIRED)
    yield from Save(order, *shelves)
    return 1


def _has_lapsed(order: Order, day: date) -> bool:
    until = order.promised_until
    return until is not None and until < day and order.status in NOT_CONFIRMED
