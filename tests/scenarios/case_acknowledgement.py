"""The seller's answer: which code it carries, and whether it states lines."""

from typing import Any

from attrs import evolve

import otcore as ot
from otcore.orders.acknowledgement import ResponseCode, response_faults
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import ProposeAmendment
from otcore.orders.commands import RejectOrder
from otcore.orders.details import Delivery
from otcore.orders.order import Order
from otcore.orders.responding import response_to_order
from otcore.values.period import Period
from tests.scenarios.registry import Case, holds
from tests.scenarios.world import DAY, World, pieces


def submitted(*quantities: int) -> World:
    """An order that waits for its answer."""
    world = World()
    world.product(on_hand=10_000, price=1)
    world.place(*quantities)
    return world


def told(order: Order) -> tuple[str, list[tuple[Any, ...]]]:
    """The code of the answer, and of each line its code, quantity and price."""
    response = response_to_order(order)
    lines = [(each.code.value, each.quantity, each.price and each.price.amount) for each in response.lines]
    return response.code.value, lines


@holds("PEP-ORS-2")
def an_answer_that_names_described_goods_accepts_every_line(case: Case) -> None:
    world = World()
    world.product("SN-1", on_hand=100, price=1)
    world.product("SN-2", on_hand=100, price=1)
    lines = tuple(
        ot.RequestedLine(id=str(at), quantity=pieces(of), name=name, price=ot.UnitPrice(1, "EUR"))
        for at, (name, of) in enumerate((("Wet tissues", 10), ("Plastic cups", 20)), 1)
    )
    waits = world.do(ot.PlaceOrder(order="O", customer="C", day=DAY, currency="EUR", lines=lines))
    assert {hold.kind for hold in waits.holds} == {ot.HoldKind.INCOMPLETE}
    names = (LineChange(line="1", product="SN-1"), LineChange(line="2", product="SN-2"))
    order = world.do(ot.AcknowledgeOrder(order="O", day=DAY, changes=names))
    assert told(order) == ("CA", [("5", 10, None), ("5", 20, None)])
    assert [each.substitute for each in order.answers] == ["SN-1", "SN-2"]
    assert told(offered_other_days(100, 200)) == ("CA", [("5", 100, None), ("5", 200, None)])


def offered_other_days(*quantities: int) -> Order:
    """Days for the whole order change no line of it."""
    world = submitted(*quantities)
    later = Delivery(requested=Period(DAY.replace(day=20), DAY.replace(day=25)))
    details = evolve(world.the().details, delivery=later)
    world.do(ProposeAmendment(order="O", day=DAY, by=Side.SELLER, details=details))
    order: Order = world.do(ot.AcknowledgeOrder(order="O", day=DAY))
    return order


@holds("PEP-ORS-3")
def a_rejection_states_no_lines(case: Case) -> None:
    world = submitted(100)
    assert told(world.do(RejectOrder(order="O", day=DAY, reason="cannot"))) == ("RE", [])


@holds("PEP-ORS-4")
def an_offer_states_the_changed_quantity_and_price(case: Case) -> None:
    world = submitted(50)
    change = LineChange(line="1", quantity=pieces(500), price=ot.UnitPrice("0.9", "EUR"))
    order = world.do(ot.AcknowledgeOrder(order="O", day=DAY, changes=(change,)))
    assert told(order) == ("CA", [("3", 500, ot.UnitPrice("0.9", "EUR").amount)])


@holds("PEP-ORS-5")
def an_acceptance_states_no_lines(case: Case) -> None:
    world = submitted(100)
    assert told(world.confirm()) == ("AP", [])


@holds("PEP-RSP-1", "PEP-RSP-3", "PEP-RSP-4", "PEP-RSP-5", "PEP-RSP-6")
def lines_stand_in_an_answer_with_changes_only(case: Case) -> None:
    faults = response_faults(ResponseCode(case["given"]["code"]), case["given"]["lines"])
    assert ("invalid" if faults else "valid") == case["then"]


@holds("PEP-ADV-5")
def the_sellers_no_after_the_agreement_cancels_the_order(case: Case) -> None:
    world = submitted(10)
    world.confirm()
    order = world.do(RejectOrder(order="O", day=DAY, reason="cannot"))
    assert told(order) == ("RE", [])
    assert (order.status.value, int(world.shelf().reserved), world.account().exposure.minor) == ("cancelled", 0, 0)
