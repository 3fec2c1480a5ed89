"""The order machine beside a table and `attrs.evolve`: an order of three lines from placing to closing.

The baseline moves the status and nothing else; the machine moves the ledger of every line as well.
"""

from decimal import Decimal
from time import perf_counter
from typing import Any

import attrs

import otcore as ot
from benchmarks.figures import Figure
from benchmarks.journey import DAY
from otcore.orders import events as e
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.details import OrderDetails
from otcore.orders.evolution import evolve
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import Agreed, Ledger, OrderLine
from otcore.orders.order import Order
from otcore.stock.reserving import Allocation

TIMES, ROUNDS = 2_000, 7
IDS = ("1", "2", "3")
NOTHING = ot.Money("0", "EUR")


def story() -> tuple[Any, ...]:
    """What happens: held and released, promised, shipped and billed in two parts, closed."""
    agreed = Agreed("P", "Product", "C62", ot.UnitPrice("4", "EUR"), ot.TaxCategory("S", "20"))
    lines = tuple(OrderLine(id, agreed, Ledger(Decimal(10))) for id in IDS)
    value = ot.Money("144", "EUR")
    return (
        e.OrderPlaced("O", "C", DAY, "EUR", lines, (), OrderDetails(), value),
        e.HoldPlaced(Hold(HoldKind.MANUAL, "LOOK", DAY, "odd")),
        e.HoldReleased(HoldKind.MANUAL, "fine", value, DAY, "anna"),
        e.StockAllocated(tuple((id, (Allocation("main", Decimal(10)),)) for id in IDS)),
        e.OrderAcknowledged(DAY, ResponseCode.ACCEPTED, ()),
        e.OrderConfirmed("accepted without change"),
        *_part("1", Decimal(4)),
        *_part("2", Decimal(6)),
        e.OrderClosed(),
    )


def _part(number: str, quantity: Decimal) -> tuple[Any, ...]:
    left = tuple(e.ShippedLine(id, quantity, (("main", quantity),), (), Decimal(0)) for id in IDS)
    billed = tuple((id, quantity) for id in IDS)
    return e.GoodsShipped(f"S{number}", left, NOTHING, NOTHING), e.LinesInvoiced(f"I{number}", billed)


def machine(events: tuple[Any, ...]) -> Order:
    """The order after them, by the library."""
    order = None
    for event in events:
        order = evolve(order, event)
    assert order is not None
    return order


def bare(first: Order, events: tuple[Any, ...]) -> Order:
    """The status after them, by the same table and `attrs.evolve`."""
    order, table = first, LIFE_CYCLE.table
    for event in events:
        order = attrs.evolve(order, status=table[order.status, type(event)])
    return order


def measure() -> list[Figure]:
    """What an event costs and how many a second there are, the best of several rounds in turn with the baseline."""
    events = story()
    first, rest = evolve(None, events[0]), events[1:]
    assert machine(events).status is bare(first, rest).status
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_each(lambda: machine(events), len(events)))
        theirs.append(_each(lambda: bare(first, rest), len(rest)))
    cost, plain = min(ours), min(theirs)
    return [
        Figure("event of an order", cost, "µs", plain),
        Figure("events of an order", 1e6 / cost, "a second", 1e6 / plain),
    ]


def _each(act: Any, events: int) -> float:
    start = perf_counter()
    for _ in range(TIMES):
        act()
    return (perf_counter() - start) / TIMES / events * 1e6
