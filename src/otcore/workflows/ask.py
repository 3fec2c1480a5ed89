"""Questions and the flows that answer them; nothing here saves."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from attrs import frozen

from otcore.ports.aggregates import ORDER, RECEIVABLE
from otcore.ports.kinds import Kind
from otcore.ports.storage import Where
from otcore.receivables.item import Receivable
from otcore.values.command import Query
from otcore.values.recorded import Recorded
from otcore.workflows.requests import Find, Flow, History, Load

S = TypeVar("S")


@frozen
class Get(Query[S], Generic[S]):
    """One aggregate as it is; `NotFound` when there is none."""

    kind: Kind[S]
    id: str


@frozen
class Every(Query[tuple[S, ...]], Generic[S]):
    """All aggregates of a kind whose index columns match, ordered by id."""

    kind: Kind[S]
    where: Where = Where()


@frozen
class OrderHistory(Query[tuple[Recorded, ...]]):
    """What happened to an order: every fact with its time and actor, oldest first."""

    order: str


@frozen
class OpenItems(Query[tuple[Receivable, ...]]):
    """What is still owed, of one customer or of all, ordered by invoice number."""

    customer: str = ""


def get(query: Get[S]) -> Flow[S]:
    """The aggregate."""
    return (yield from Load(query.kind, query.id)).some


def every(query: Every[S]) -> Flow[tuple[S, ...]]:
    """The aggregates."""
    return tuple(kept.some for kept in (yield from Find(query.kind, query.where)))


def order_history(query: OrderHistory) -> Flow[tuple[Recorded, ...]]:
    """The order's facts; `NotFound` for an order that is not stored."""
    yield from get(Get(ORDER, query.order))
    return (yield from History(ORDER, query.order))


def open_items(query: OpenItems) -> Flow[tuple[Receivable, ...]]:
    """Open and overdue items."""
    fresh = yield from Find(RECEIVABLE, Where(party=query.customer, status="open"))
    overdue = yield from Find(RECEIVABLE, Where(party=query.customer, status="overdue"))
    return tuple(sorted((kept.some for kept in (*fresh, *overdue)), key=lambda item: item.id))


QUERIES: Mapping[type[Query[Any]], Callable[[Any], Flow[Any]]] = {
    Get: get,
    Every: every,
    OrderHistory: order_history,
    OpenItems: open_items,
}
"""Every question and its flow."""
