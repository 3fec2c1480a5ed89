"""Who may change an order, and up to which total."""

from typing import Any

import otcore as ot
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import ProposeAmendment
from tests.scenarios.registry import Case, holds
from tests.scenarios.world import DAY, World, eur, pieces

ROLES = (
    ot.Role("host", (ot.Grant("*"),)),
    ot.Role("junior approver", (ot.Grant("order", eur(200)),)),
    ot.Role("senior approver", (ot.Grant("order"),)),
    ot.Role("warehouse", (ot.Grant("stock"), ot.Grant("shipment"))),
)
PEOPLE = {
    "host": ("host",),
    "junior": ("junior approver",),
    "senior": ("senior approver",),
    "picker": ("warehouse",),
}


def office() -> World:
    """An order of 150 that both sides agree on; the customer takes changes as they come."""
    world = World(access=ot.RolePolicy(roles=ROLES, people=PEOPLE))
    world.product(on_hand=100, price=50)
    world.customer("B", accepts_changes=True)
    world.order(3, customer="B")
    return world


def edited(quantity: int) -> Any:
    """The first line's quantity, changed."""
    changes = (LineChange(line="1", quantity=pieces(quantity)),)
    return ProposeAmendment(order="O", day=DAY, by=Side.SELLER, changes=changes)


@holds("ERP-SO-05")
def who_has_no_role_for_orders_changes_none(case: Case) -> None:
    world = office()
    before = world.the()
    world.refuses("NOT_ALLOWED", edited(4), actor="picker")
    world.refuses("NOT_ALLOWED", edited(4), actor="somebody")
    assert world.the() == before


@holds("ERP-SO-06")
def a_junior_changes_orders_up_to_his_total_and_a_senior_beyond(case: Case) -> None:
    world = office()
    world.do(edited(4), actor="junior")
    world.refuses("ABOVE_AMOUNT_LIMIT", edited(6), actor="junior")
    assert world.the().value == eur(200)
    world.do(edited(6), actor="senior")
    assert world.the().value == eur(300)
    trail = world.otc.ask(ot.AskAudit(subject="order:O"))
    outcomes = [(fact.actor, getattr(fact.event, "code", "done")) for fact in trail]
    assert outcomes == [("junior", "done"), ("junior", "ABOVE_AMOUNT_LIMIT"), ("senior", "done")]
