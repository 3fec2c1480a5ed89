"""Orders changed after both sides agreed: what may change, and what it moves."""

from typing import Any

import pytest
from attrs import evolve

import otcore as ot
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment
from otcore.orders.commands import CancelOrder, HoldOrder
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.responding import response_to_amendment
from otcore.orders.returns.commands import AuthoriseReturn, LineToReturn, ReceivedLine, ReceiveReturn, RequestReturn
from otcore.orders.shipments.commands import PlanShipment
from tests.scenarios.registry import Case, decided_otherwise, holds
from tests.scenarios.world import DAY, SHELF, World, eur, pieces

RECORD = "0019-amendments.md"


def changed(line: str = "1", quantity: int | None = None, price: str | None = None, **more: Any) -> LineChange:
    wanted = None if quantity is None else pieces(quantity)
    return LineChange(line=line, quantity=wanted, price=None if price is None else ot.UnitPrice(price, "EUR"), **more)


def asked(*changes: LineChange, **more: Any) -> ProposeAmendment:
    """The buyer asks for these changes."""
    return ProposeAmendment(order="O", day=DAY, by=Side.BUYER, changes=changes, **more)


YES = AcceptAmendment(order="O", day=DAY, by=Side.SELLER)
NO = RejectAmendment(order="O", day=DAY, by=Side.SELLER, reason="no")


def amended(world: World, *changes: LineChange, **more: Any) -> Order:
    """The buyer asks, the seller accepts."""
    world.do(asked(*changes, **more))
    order: Order = world.do(YES)
    return order


def ordered(*quantities: Any, on_hand: int = 100, **more: Any) -> World:
    world = World(**more)
    world.product(on_hand=on_hand)
    world.product("Q", on_hand=on_hand, price=5)
    world.order(*quantities)
    return world


@holds("MED-EDIT-1")
def a_quantity_does_not_go_below_what_was_shipped(case: Case) -> None:
    world = ordered(5)
    world.ship(3)
    world.refuses("BELOW_SHIPPED", asked(changed(quantity=2)))
    assert world.ledger().ordered == 5


@decided_otherwise(
    "TRY-AMD-1",
    rule="an order stays its customer's; a plan that no longer fits does not leave, and is made anew",
    record="0023-where-scenarios-differ.md",
)
def several_changes_are_one_revision(case: Case) -> None:
    world = World()
    world.product("P1", on_hand=10, price=10)
    world.product("P2", on_hand=10, price=9)
    world.product("P3", on_hand=10, price=5)
    lines: Any = (("P1", 5), ("P3", 1))
    order = world.order(*lines)
    planned = (ot.DespatchLine("1", pieces(5)), ot.DespatchLine("2", pieces(1)))
    world.do(PlanShipment(shipment="planned before", order="O", day=DAY, lines=planned))
    party = evolve(order.details, buyer=ot.Party("Another department"))
    order = amended(world, changed("1", 4, "9", product="P2"), changed("2", 2), details=party)
    assert (order.revision, order.value, order.details.buyer) == (1, eur("46.00"), ot.Party("Another department"))
    assert order.customer == "C"
    assert [shelf.reserved for shelf in map(world.shelf, ("P1", "P2", "P3"))] == [0, 4, 2]
    stale = ot.PostDespatch(shipment="planned before", order="O", day=DAY, lines=())
    world.refuses("OVER_DELIVERY", stale)
    world.ship(4, 2)
    invoice = world.bill()
    billed = [(str(line.quantity), str(line.price.amount)) for line in invoice.document.lines]
    assert billed == [("4 C62", "9"), ("2 C62", "5")]
    assert invoice.payable == eur("46.00")


def paid_for(*quantities: Any) -> World:
    """An order of a customer without credit, and just the money for it."""
    world = World()
    world.product(on_hand=100)
    world.prepaying("D")
    world.pay_ahead(sum(quantities) * 10, "D")
    world.order(*quantities, customer="D")
    return world


@holds("VEN-MOD-1", "VEN-MOD-2")
def a_rise_waits_for_its_money_and_nothing_else_helps(case: Case) -> None:
    world = paid_for(5)
    assert not world.the().holds
    amended(world, changed(quantity=35))
    assert [hold.code for hold in world.the().holds] == ["PREPAYMENT_REQUIRED"]
    world.refuses("CREDIT_NOT_CLEARED", ot.RecheckCredit(order="O", day=DAY))
    lines = (ot.DespatchLine("1", pieces(5)),)
    world.refuses("ORDER_HELD", ot.PostDespatch(shipment="S", order="O", day=DAY, lines=lines))
    world.pay_ahead(300, "D", id="the deficit")
    assert world.do(ot.RecheckCredit(order="O", day=DAY)).holds == ()


@decided_otherwise(
    "VEN-MOD-11",
    rule="a cheaper order owes less; money goes back by a refund of its own, not by a field of the change",
    record=RECORD,
)
def a_fall_asks_for_no_payment(case: Case) -> None:
    world = paid_for(5)
    assert amended(world, changed(quantity=2)).value == eur("20.00")
    assert world.account("D").exposure == eur("20.00")
    assert world.otc.ask(ot.Get(ot.RECEIPT, "A")).unapplied == eur("50.00")


@holds("VEN-MOD-5")
def more_is_promised_before_shipping(case: Case) -> None:
    world = ordered(1)
    assert world.ledger().allocated == 1
    amended(world, changed(quantity=2))
    assert world.ledger().allocated == 2


@holds("VEN-MOD-6")
def more_is_promised_after_shipping(case: Case) -> None:
    world = ordered(2, 1)
    world.ship(2)
    amended(world, changed(quantity=3))
    assert (world.ledger().allocated, int(world.shelf().on_hand)) == (1, 98)


@holds("VEN-MOD-7")
def nothing_is_promised_for_a_line_that_is_taken_off(case: Case) -> None:
    world = ordered(1, ("Q", 1))
    amended(world, changed(quantity=0))
    assert (world.ledger().allocated, int(world.shelf().reserved)) == (0, 0)


@holds("VEN-MOD-8")
def what_left_comes_back_by_a_return_only(case: Case) -> None:
    world = ordered(1, ("Q", 1))
    world.ship(1)
    world.refuses("BELOW_SHIPPED", asked(changed(quantity=0)))
    assert world.shelf().on_hand == 99
    one = pieces(1)
    world.do(RequestReturn(return_id="R", order="O", day=DAY, lines=(LineToReturn(line="1", quantity=one),)))
    world.do(AuthoriseReturn(return_id="R", day=DAY))
    world.do(ReceiveReturn(return_id="R", day=DAY, lines=(ReceivedLine(line="1", good=one),), location=SHELF))
    assert world.shelf().on_hand == 100


@holds("VEN-MOD-9")
def nothing_changes_without_a_proposal_or_in_an_order_that_is_over(case: Case) -> None:
    world = ordered(1)
    world.refuses("NO_AMENDMENT", YES)
    world.do(CancelOrder(order="O", day=DAY))
    world.refuses("ORDER_OVER", asked(changed(quantity=2)))


@holds("VEN-MOD-10")
def a_change_of_nothing_is_refused(case: Case) -> None:
    world = ordered(1)
    world.refuses("NO_CHANGES", asked())
    world.refuses("NO_CHANGES", asked(changed(quantity=1, price="10.00")))


@holds("ERP-SO-03")
def a_delivered_line_is_not_removed(case: Case) -> None:
    world = ordered(2, ("Q", 1))
    world.ship(2)
    world.refuses("BELOW_SHIPPED", asked(changed(quantity=0)))


@holds("ERP-SO-04")
def a_line_that_was_added_is_removed_and_its_goods_are_free_again(case: Case) -> None:
    world = ordered(2)
    amended(world, added=(world.line("2", ("Q", 4)),))
    assert world.shelf("Q").reserved == 4
    amended(world, changed("2", 0))
    assert world.shelf("Q").reserved == 0


@holds("ERP-SO-07")
def a_held_order_is_neither_delivered_nor_billed(case: Case) -> None:
    world = ordered(2)
    world.do(HoldOrder(order="O", kind=HoldKind.MANUAL, reason="look", day=DAY))
    lines = (ot.DespatchLine("1", pieces(2)),)
    world.refuses("ORDER_HELD", ot.PostDespatch(shipment="S", order="O", day=DAY, lines=lines))
    with pytest.raises(ot.NotFound):  # an invoice is of a shipment, and there is none
        world.bill()
    assert world.ledger().shipped == world.ledger().invoiced == 0


@holds("PEP-ADV-2")
def the_seller_accepts_the_buyers_change_or_the_original_stands(case: Case) -> None:
    world = ordered(10, ("Q", 50))
    original = world.the()
    world.do(asked(changed(quantity=5)))
    refused = world.do(NO)
    assert response_to_amendment(refused, 1).code is ResponseCode.REJECTED
    assert (refused.lines, refused.value, refused.status) == (original.lines, original.value, original.status)
    accepted = amended(world, changed("2", 0))
    assert response_to_amendment(accepted, 2).code is ResponseCode.ACCEPTED
    assert (accepted.status, accepted.revision, accepted.value) == (Status.CONFIRMED, 1, eur("100.00"))


@holds("PEP-ADV-3")
def the_buyer_agrees_to_the_sellers_change_by_one_of_its_own_or_cancels(case: Case) -> None:
    for agrees in (True, False):
        world = ordered(10)
        offer = (changed(quantity=5),)
        offered = world.do(ProposeAmendment(order="O", day=DAY, by=Side.SELLER, changes=offer))
        assert response_to_amendment(offered, 1).code is ResponseCode.CHANGED
        assert world.the().value == eur("100.00")
        if agrees:
            order = world.do(asked(*offer))
            assert (order.status, order.revision, order.value) == (Status.CONFIRMED, 1, eur("50.00"))
        else:
            order = world.do(CancelOrder(order="O", day=DAY))
            assert (order.status, int(world.shelf().reserved)) == (Status.CANCELLED, 0)
