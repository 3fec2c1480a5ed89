"""What follows from placing an order."""

from otcore.orders.events import HoldPlaced, OrderPlaced, OrderRejected
from otcore.orders.hold import HoldKind
from tests.orders.examples import (
    order_of,
    place_events,
    product,
)

PRODUCTS = (product(), product("P2", "2.50"))


def outcome(*lines, products=PRODUCTS, **more) -> tuple[object, ...]:
    """What follows from placing, beyond its being placed."""
    first, *rest = place_events(order_of(*lines, **more), products)
    assert isinstance(first, OrderPlaced)
    return tuple(rest)


def rejection(*lines, **more) -> tuple[str, ...]:
    (fact,) = outcome(*lines, **more)
    assert isinstance(fact, OrderRejected)
    return fact.reasons


def holds(*lines, **more) -> list[tuple[HoldKind, str, str]]:
    facts = [fact for fact in outcome(*lines, **more) if isinstance(fact, HoldPlaced)]
    return [(fact.hold.kind, fact.hold.code, fact.hold.why) for fact in facts]
