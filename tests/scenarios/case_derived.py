"""How far an order is fulfilled, read off the ledgers of its lines after what really happened to them."""

from typing import Any

import otcore as ot
from otcore.orders.commands import CancelLines, LineCancellation
from otcore.orders.extent import Extent
from otcore.orders.fulfilment import backordered, returned, shipped
from otcore.orders.progress import Fulfilment, fulfilment
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    ExchangeReturn,
    LineToReturn,
    ReceivedLine,
    ReceiveReturn,
    RequestReturn,
)
from otcore.orders.shipments.commands import ConfirmDelivery, PlanShipment
from otcore.workflows.order_status import AskOrderStatus
from tests.scenarios.registry import Case, holds
from tests.scenarios.world import DAY, SHELF, World, pieces

WORDS = {
    "not_fulfilled": Fulfilment.UNFULFILLED,
    "unfulfilled": Fulfilment.UNFULFILLED,
    "partially_shipped": Fulfilment.PART_SHIPPED,
    "shipped": Fulfilment.SHIPPED,
    "partially_delivered": Fulfilment.PART_DELIVERED,
    "delivered": Fulfilment.DELIVERED,
    "canceled": Fulfilment.CANCELLED,
}
"""The words of other systems in ours."""


def stock(*quantities: Any) -> World:
    """A confirmed order of these quantities over plenty of goods."""
    world = World()
    world.product(on_hand=100)
    world.order(*quantities)
    return world


def despatch(line: str, quantity: int = 1) -> tuple[ot.DespatchLine, ...]:
    return (ot.DespatchLine(line, pieces(quantity)),)


def bring(world: World, line: str, to: str) -> None:
    """A line of one piece to where a fulfilment of another system stands."""
    shipment = f"S{line}"
    if to == "canceled":
        lines = (LineCancellation(line=line),)
        world.do(CancelLines(order="O", day=DAY, lines=lines, reason="not wanted"))
    elif to in ("created", "packed", "pending", "ready"):
        world.do(PlanShipment(shipment=shipment, order="O", day=DAY, lines=despatch(line)))
    else:
        world.do(ot.PostDespatch(shipment=shipment, order="O", day=DAY, lines=despatch(line)))
    if to == "delivered":
        world.do(ConfirmDelivery(shipment=shipment, day=DAY))


@holds("MED-FUL-02", "MED-FUL-06", "MED-FUL-07", "MED-FUL-09", "MED-FUL-10", "MED-FUL-11", "MED-FUL-12")
def fulfilments_together(case: Case) -> None:
    states = case["given"]["fulfilments"]
    world = stock(*[1 for _ in states])
    for at, state in enumerate(states, 1):
        bring(world, str(at), state)
    standing = world.otc.ask(AskOrderStatus("O"))
    assert standing.fulfilment is WORDS[case["then"]]


@holds("SAL-LOSS")
def what_was_shipped_and_what_came_back_are_two_axes(case: Case) -> None:
    world = stock(10)
    world.ship(4)
    give_back(world, 1)
    order = world.the()
    assert (shipped(order), returned(order)) == (Extent.PART, Extent.PART)
    assert fulfilment(order) is Fulfilment.PART_DELIVERED


def agree_return(world: World, quantity: int, id: str = "R") -> None:
    """The buyer may send so much of line 1 back."""
    asked = (LineToReturn(line="1", quantity=pieces(quantity)),)
    world.do(RequestReturn(return_id=id, order="O", day=DAY, lines=asked))
    world.do(AuthoriseReturn(return_id=id, day=DAY))


def give_back(world: World, quantity: int, id: str = "R") -> None:
    """So much of line 1 came back, good."""
    agree_return(world, quantity, id)
    came = (ReceivedLine(line="1", good=pieces(quantity)),)
    world.do(ReceiveReturn(return_id=id, day=DAY, lines=came, location=SHELF))


@holds("SAL-ST-1")
def a_part_of_the_order_is_out(case: Case) -> None:
    world = stock(3, 2)
    world.ship(3)
    assert fulfilment(world.the()) is Fulfilment.PART_SHIPPED


@holds("SAL-ST-2", "SOL-SHP-2")
def without_a_shipment(case: Case) -> None:
    assert fulfilment(stock(3).the()) is Fulfilment.UNFULFILLED


@holds("SAL-ST-6", "SOL-SHP-4", "SOL-TRAP")
def what_waits_has_not_left(case: Case) -> None:
    """Ready says that all is there to leave: nothing is backordered, and nothing is shipped."""
    world = stock(1, 1)
    bring(world, "1", "pending")
    bring(world, "2", "ready")
    order = world.the()
    assert fulfilment(order) is Fulfilment.UNFULFILLED
    assert backordered(order) is Extent.NONE


@holds("SOL-SHP-1")
def a_unit_that_is_nowhere_is_a_backorder(case: Case) -> None:
    world = World()
    world.product(on_hand=1)
    world.order(2)
    assert backordered(world.the()) is Extent.PART


@holds("SOL-SHP-3", "SOL-SHP-6")
def some_or_all_is_shipped(case: Case) -> None:
    world = stock(1, 1)
    bring(world, "1", "shipped")
    if case["then"] == "shipped":
        bring(world, "2", "shipped")
    assert shipped(world.the()) is (Extent.ALL if case["then"] == "shipped" else Extent.PART)


@holds("SAL-ST-3")
def what_is_replaced_was_fulfilled(case: Case) -> None:
    world = stock(3)
    world.ship(3)
    give_back(world, 3)
    world.do(ExchangeReturn(return_id="R", order="O-again", day=DAY))
    assert fulfilment(world.the()) is Fulfilment.DELIVERED  # what came back had arrived
    assert world.ledger(id="O-again").ordered == 3


@holds("SAL-ST-5")
def what_is_replaced_before_it_came_back_has_not_come_back(case: Case) -> None:
    world = stock(3)
    world.ship(3)
    give_back(world, 1, "returned")
    agree_return(world, 1, "replaced")
    world.do(ExchangeReturn(return_id="replaced", order="O-again", day=DAY))
    give_back(world, 1, "refunded and returned")
    assert returned(world.the()) is Extent.PART
