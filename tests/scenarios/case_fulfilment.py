"""Goods on their way: what may leave, arrive, be reversed, and what that leaves open."""

from decimal import Decimal
from typing import Any

import otcore as ot
from otcore.orders.extent import Extent
from otcore.orders.fulfilment import over_delivered
from otcore.orders.line import Ledger
from otcore.orders.progress import Fulfilment, Invoicing
from otcore.orders.shipments.commands import (
    CancelShipment,
    ConfirmDelivery,
    DeliveredLine,
    PlanShipment,
    ReverseShipment,
)
from otcore.orders.shipments.procuring import to_procure
from tests.scenarios.registry import Case, decided_otherwise, holds
from tests.scenarios.world import DAY, World, pieces

RECORD = "0023-where-scenarios-differ.md"


def sold(*quantities: Any, on_hand: int = 100, **more: Any) -> World:
    """A confirmed order."""
    world = World()
    world.product(on_hand=on_hand, **more)
    world.order(*quantities)
    return world


def lines(*quantities: int, first: int = 1) -> tuple[ot.DespatchLine, ...]:
    return tuple(ot.DespatchLine(str(at), pieces(of)) for at, of in enumerate(quantities, first))


def posting(*quantities: int, id: str = "S") -> ot.PostDespatch:
    return ot.PostDespatch(shipment=id, order="O", day=DAY, lines=lines(*quantities))


# Fulfilment


@holds("MED-DEL-1")
def no_more_arrives_than_left(case: Case) -> None:
    world = sold(2)
    world.ship((1, 1))
    came = (DeliveredLine(line="1", quantity=pieces(2)),)
    world.refuses("MORE_THAN_SHIPPED", ConfirmDelivery(shipment="S", day=DAY, lines=came))
    assert world.ledger().delivered == 0


@holds("MED-FULF-1")
def no_more_leaves_than_was_ordered(case: Case) -> None:
    world = sold(2)
    world.ship(2)
    world.refuses("OVER_DELIVERY", posting(1, id="S2"))
    assert world.ledger().shipped == 2


@holds("VEN-ORD-2", "VEN-ORD-4")
def an_order_is_shipped_and_delivered_with_its_last_line(case: Case) -> None:
    world = sold(1, 1)
    world.ship(1, id="S1")
    assert world.status().fulfilment is Fulfilment.PART_SHIPPED
    world.ship(None, 1, id="S2")
    assert world.status().fulfilment is Fulfilment.SHIPPED
    if case["then"] == "Delivered":
        world.do(ConfirmDelivery(shipment="S1", day=DAY))
        assert world.status().fulfilment is Fulfilment.PART_DELIVERED
        world.do(ConfirmDelivery(shipment="S2", day=DAY))
        assert world.status().fulfilment is Fulfilment.DELIVERED


@holds("VEN-STK-8", "VEN-STK-10")
def what_is_not_there_does_not_leave(case: Case) -> None:
    world = World()
    world.product(on_hand=3)
    world.threshold(-5)
    world.order(8)
    assert world.ledger().allocated == 8
    world.refuses("INSUFFICIENT_STOCK", posting(8))
    assert world.shelf().on_hand == 3
    if case["id"] == "VEN-STK-10":
        world.ship((3, 5), id="S1")
        world.count(10)
        world.ship(5, id="S2")
        assert world.shelf().on_hand == 5
        assert world.shelf().reserved == world.ledger().allocated == 0


# What a despatch advice says of the rest


DESPATCHED: dict[str, Any] = {
    "line complete": {"shipped": 10, "open": 0, "backordered": 0, "cancelled": 0},
    "4 backordered": {"shipped": 6, "open": 4, "backordered": 4, "cancelled": 0},
    "4 short-closed (will not be delivered)": {"shipped": 6, "open": 0, "backordered": 0, "cancelled": 4},
    "3 backordered, 1 short-closed": {"shipped": 6, "open": 3, "backordered": 3, "cancelled": 1},
    "over-delivered by 2": {"shipped": 12, "open": 0, "backordered": 0, "cancelled": 0},
}
"""The words of the cases as a line's quantities."""


@holds("PEP-DES-1", "PEP-DES-2", "PEP-DES-3", "PEP-DES-4", "PEP-DES-5")
def the_despatch_says_what_follows(case: Case) -> None:
    said = case["given"]
    world = sold(said["ordered"], on_hand=said["despatched"], over_delivery=ot.Percentage(20))
    world.ship((said["despatched"], said["outstanding"]) if said["outstanding"] is not None else said["despatched"])
    ledger: Ledger = world.ledger()
    expected = DESPATCHED[case["then"]]
    assert {name: getattr(ledger, name) for name in expected} == expected
    beyond = (("1", Decimal(2)),) if case["then"] == "over-delivered by 2" else ()
    assert over_delivered(world.the()) == beyond


# Tolerances


@holds("ISS-15")
def over_delivery_is_counted_by_order_line_not_by_row(case: Case) -> None:
    world = sold(10)
    rows = (ot.DespatchLine("1", pieces(10)), ot.DespatchLine("1", pieces(10)))
    world.refuses("LINE_TWICE", ot.PostDespatch(shipment="S", order="O", day=DAY, lines=rows))
    world.ship((6, 4))
    world.refuses("OVER_DELIVERY", posting(5, id="S2"))
    assert world.ledger().shipped == 6


@holds("TRY-TOL-1")
def more_than_the_tolerance_does_not_leave(case: Case) -> None:
    world = sold(10, over_delivery=ot.Percentage(20))
    world.refuses("OVER_DELIVERY", posting(13))
    world.ship(12)
    assert world.ledger().shipped == 12


@holds("TRY-TOL-3")
def a_rest_within_the_tolerance_is_closed(case: Case) -> None:
    world = sold(10, under_delivery=ot.Percentage(10))
    world.ship(5, id="S1")
    assert world.ledger().open == 5
    world.ship(4, id="S2")
    assert world.status().fulfilment is Fulfilment.SHIPPED
    assert world.ledger().open == world.shelf().reserved == 0
    world.refuses("OVER_DELIVERY", posting(1, id="S3"))


# What others send


@holds("ISS-14")
def a_raised_order_asks_its_supplier_for_the_difference(case: Case) -> None:
    world = sold(1, on_hand=0, drop_shipped=True)
    asked = _asked(world, Decimal(0))
    assert asked == 1
    more = (ot.LineChange(line="1", quantity=pieces(2)),)
    world.do(ot.ProposeAmendment(order="O", day=DAY, by=ot.Side.BUYER, changes=more))
    world.do(ot.AcceptAmendment(order="O", day=DAY, by=ot.Side.SELLER))
    asked += _asked(world, asked)
    assert asked == 2
    assert _asked(world, asked) == 0


def _asked(world: World, so_far: Decimal) -> Decimal:
    """What the supplier of line 1 is to be asked for now."""
    return sum((each.quantity.value for each in to_procure(world.the(), {"1": so_far})), Decimal(0))


@holds("ISS-24")
def what_a_supplier_sent_is_delivered_and_no_more(case: Case) -> None:
    world = sold(10, on_hand=0, drop_shipped=True)
    world.ship((6, 4))
    world.do(ConfirmDelivery(shipment="S", day=DAY))
    assert world.ledger().delivered == 6
    assert [each.quantity for each in world.status().to_procure] == [pieces(4)]


@holds("ERP-SO-11")
def what_a_supplier_sends_is_delivered_and_touches_no_shelf(case: Case) -> None:
    world = World()
    world.product("D", drop_shipped=True)
    world.product("P", on_hand=10)
    drop, stock = ("D", 2), ("P", 2)
    world.order(drop, stock)
    world.ship(None, 2, id="ours")
    world.do(ConfirmDelivery(shipment="ours", day=DAY))
    assert world.status().delivered is Extent.PART
    shelves = world.otc.ask(ot.Every(ot.STOCK))
    world.ship(2, id="supplier's")
    world.do(ConfirmDelivery(shipment="supplier's", day=DAY))
    assert world.status().delivered is Extent.ALL
    assert world.otc.ask(ot.Every(ot.STOCK)) == shelves
    assert [shelf.product for shelf in shelves] == ["P"]


# Guards


@holds("ERP-SO-08")
def a_planned_shipment_of_a_cancelled_order_does_not_leave(case: Case) -> None:
    world = sold(2)
    world.do(PlanShipment(shipment="S", order="O", day=DAY, lines=lines(2)))
    world.do(ot.CancelOrder(order="O", day=DAY))
    world.refuses("ORDER_NOT_CONFIRMED", posting(2))
    assert world.shelf().on_hand == 100


@holds("ERP-SO-09")
def what_is_billed_is_not_billed_again(case: Case) -> None:
    world = sold(2)
    world.ship(2)
    world.bill()
    assert world.ledger().billable == 0
    world.refuses("ALREADY_INVOICED", ot.IssueInvoice(shipment="S", day=DAY))
    assert len(world.otc.ask(ot.Every(ot.INVOICE))) == 1


@holds("ISS-18")
def a_cancelled_delivery_leaves_nothing_to_invoice(case: Case) -> None:
    world = sold(2)
    world.do(PlanShipment(shipment="S", order="O", day=DAY, lines=lines(2)))
    world.do(CancelShipment(shipment="S", day=DAY))
    assert world.status().invoicing is Invoicing.NOTHING_TO_INVOICE
    world.refuses("SHIPMENT_NOT_POSTED", ot.IssueInvoice(shipment="S", day=DAY))
    world.ship(2, id="S2")
    assert world.status().invoicing is Invoicing.NOT_INVOICED
    world.do(ReverseShipment(shipment="S2", day=DAY, reason="never left"))
    assert world.status().invoicing is Invoicing.NOTHING_TO_INVOICE


# What is reserved then


@holds("ERP-RES-08")
def a_reversed_delivery_is_reserved_as_far_as_it_was_ordered(case: Case) -> None:
    world = sold(10, on_hand=20, over_delivery=ot.Percentage(50))
    world.ship(15)
    assert world.shelf().reserved == 0
    world.do(ReverseShipment(shipment="S", day=DAY, reason="never left"))
    assert world.shelf().reserved == 10
    assert world.shelf().on_hand == 20


@holds("ERP-RES-09")
def what_is_billed_beyond_the_order_is_all_of_it(case: Case) -> None:
    world = sold(10, on_hand=20, over_delivery=ot.Percentage(20))
    world.ship(12)
    world.do(ConfirmDelivery(shipment="S", day=DAY))
    (billed,) = world.bill().document.lines
    assert billed.quantity == pieces(12)
    assert world.shelf().reserved == 0
    assert world.ledger().delivered == 12
    assert (world.status().delivered, world.status().shipped) == (Extent.ALL, Extent.ALL)


@decided_otherwise(
    "ERP-RES-10", rule="an invoice is not taken back, and moves no goods: they come back by a return", record=RECORD
)
def a_billed_delivery_is_not_reversed(case: Case) -> None:
    world = sold(10, on_hand=20, over_delivery=ot.Percentage(20))
    world.ship(12)
    world.bill()
    world.refuses("ALREADY_INVOICED", ReverseShipment(shipment="S", day=DAY, reason="cancelled"))
    assert world.shelf().reserved == 0
    assert world.shelf().on_hand == 8
    assert world.ledger().shipped == 12
