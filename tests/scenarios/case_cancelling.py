"""Giving orders up: what may be given up when, and what that frees."""

import otcore as ot
from otcore.orders.commands import CancelLines, LineCancellation
from otcore.orders.lifecycle import Status
from otcore.values.adjustment import Adjustment
from tests.scenarios.registry import Case, holds
from tests.scenarios.world import DAY, World, eur, pieces

CANCEL = ot.CancelOrder(order="O", day=DAY, reason="not wanted")


def shop() -> World:
    """Plenty of a product of 10."""
    world = World()
    world.product(on_hand=100)
    return world


def drafted(*quantities: int) -> World:
    """An order in the making."""
    world = shop()
    lines = tuple(world.line(str(at), of) for at, of in enumerate(quantities, 1))
    world.do(ot.DraftOrder(order="O", customer="C", day=DAY, currency="EUR", lines=lines))
    return world


def without(*quantities: int) -> CancelLines:
    """So much less of each line."""
    lines = tuple(LineCancellation(line=str(at), quantity=pieces(of)) for at, of in enumerate(quantities, 1))
    return CancelLines(order="O", day=DAY, lines=lines, reason="fewer")


@holds("ISS-19")
def what_a_cancelled_order_was_promised_is_free(case: Case) -> None:
    world = shop()
    world.order(7)
    assert world.shelf().reserved == 7
    world.do(CANCEL)
    assert world.shelf().reserved == 0
    assert world.ledger().allocated == 0


@holds("ISS-20")
def an_unpaid_order_that_left_is_not_cancelled(case: Case) -> None:
    world = shop()
    world.order(2)
    world.ship(2)
    world.refuses("ALREADY_SHIPPED", CANCEL)
    assert world.the().status is Status.CONFIRMED


@holds("VEN-CAN-1")
def a_draft_is_cancelled_and_inactive(case: Case) -> None:
    world = drafted(2)
    assert world.do(CANCEL).status is Status.CANCELLED
    world.refuses("ORDER_NOT_DRAFT", ot.SubmitOrder(order="O", day=DAY))


@holds("VEN-CAN-2")
def an_order_that_waits_for_its_payment_is_cancelled(case: Case) -> None:
    world = shop()
    world.prepaying("D")
    waits = world.place(2, customer="D")
    assert [hold.code for hold in waits.holds] == ["PREPAYMENT_REQUIRED"]
    assert world.do(CANCEL).status is Status.CANCELLED


@holds("VEN-CAN-3")
def cancelling_with_the_freight_leaves_nothing(case: Case) -> None:
    world = shop()
    world.prepaying("D")
    world.pay_ahead(25, "D")
    freight = Adjustment(charge=True, amount=eur(5), reason="Freight", tax=ot.TaxCategory("Z", "0"))
    order = world.order(2, customer="D", adjustments=(freight,))
    assert order.open_value == eur(25)
    assert world.shelf().reserved == 2
    order = world.do(CANCEL)
    assert world.shelf().reserved == 0
    assert order.open_value == eur(0)
    assert [line.ledger.wanted for line in order.lines] == [0]
    assert world.account("D").exposure == eur(0)


@holds("VEN-CAN-4")
def a_line_of_a_draft_is_not_cancelled(case: Case) -> None:
    world = drafted(2)
    world.refuses("ORDER_NOT_PLACED", without(1))
    assert world.the().status is Status.DRAFT


@holds("VEN-CAN-7")
def cancelling_the_last_unit_cancels_the_order(case: Case) -> None:
    world = shop()
    world.order(3)
    world.do(without(2))
    assert (world.ledger().open, world.the().status) == (1, Status.CONFIRMED)
    order = world.do(without(1))
    assert (order.status, order.open_value) == (Status.CANCELLED, eur(0))
    assert world.ledger().allocated == world.shelf().reserved == 0


@holds("VEN-CAN-8")
def cancelling_nothing_is_refused(case: Case) -> None:
    world = shop()
    world.order(3, 4)
    world.refuses("EMPTY_SELECTION", without())
    world.refuses("EMPTY_SELECTION", without(0, 0))
