"""What changed of an order, line by line, from one state to another."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from otcore.orders.amendment import Side
from otcore.orders.events import AmendmentAccepted
from otcore.orders.evolution import evolve
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.command import Query
from otcore.values.decimals import plain
from otcore.values.money import Money


@frozen
class Difference:
    """One thing of one line, as it was and as it is; empty where it was not there or is no more."""

    line: str
    what: str
    before: str
    after: str


@frozen
class Revision:
    """An amendment that was accepted: whose it was and why, what it changed, and what the order was worth."""

    number: int
    amendment: int
    by: Side
    reason: str
    changed: tuple[Difference, ...]
    before: Money
    after: Money


@frozen
class AskRevisions(Query[tuple[Revision, ...]]):
    """What amendments changed of an order, line by line, oldest first; `NotFound` for one that is not stored."""

    order: str


def what_changed(before: Order, after: Order) -> tuple[Difference, ...]:
    """Every difference of the lines: quantity, price, product, requested and promised days; new lines last."""
    old, new = {line.id: line for line in before.lines}, {line.id: line for line in after.lines}
    return tuple(
        Difference(id, what, was, now)
        for id in dict.fromkeys((*old, *new))
        for what, was, now in _compared(old.get(id), new.get(id))
    )


def revisions(events: Iterable[object]) -> tuple[Revision, ...]:
    """The order's revisions, oldest first, from all that happened to it."""
    return tuple(_revisions(events))


def _revisions(events: Iterable[object]) -> Iterator[Revision]:
    order: Order | None = None
    for event in events:
        before, order = order, evolve(order, event)
        if isinstance(event, AmendmentAccepted) and before is not None:
            said = order.amendments[-1]
            changed = what_changed(before, order)
            yield Revision(order.revision, said.number, said.by, said.reason, changed, before.value, order.value)


def _compared(before: OrderLine | None, after: OrderLine | None) -> Iterator[tuple[str, str, str]]:
    was, now = _facts(before), _facts(after)
    for what in was:
        if was[what] != now[what]:
            yield what, was[what], now[what]


def _facts(line: OrderLine | None) -> dict[str, str]:
    if line is None:
        return dict.fromkeys(("quantity", "price", "product", "name", "requested", "promised"), "")
    agreed = line.agreed
    return {
        "quantity": f"{plain(line.ledger.ordered)} {agreed.unit}",
        "price": str(agreed.price),
        "product": agreed.product,
        "name": agreed.name,
        "requested": str(agreed.requested or ""),
        "promised": str(line.promised or ""),
    }
