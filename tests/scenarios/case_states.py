"""Where an order stands, and what nobody can force."""

from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

import pytest

import otcore as ot
from otcore.orders.commands import CancelLines, CloseOrder, LineCancellation
from otcore.orders.details import OrderDetails
from otcore.orders.lifecycle import Status
from otcore.orders.progress import Fulfilment, Invoicing
from otcore.orders.returns.commands import AuthoriseReturn, LineToReturn, ReceivedLine, ReceiveReturn, RequestReturn
from otcore.orders.shipments.commands import CancelShipment, ConfirmDelivery, PlanShipment
from otcore.receivables.payment_status import PaymentStatus
from tests.scenarios.registry import Case, decided_otherwise, holds
from tests.scenarios.world import DAY, SHELF, World, eur, pieces

RECORD = "0023-where-scenarios-differ.md"


def sold(*quantities: int, on_hand: int = 100, **more: Any) -> World:
    """An order that both sides agree on."""
    world = World()
    world.product(on_hand=on_hand, **more)
    world.order(*quantities)
    return world


@holds("SYL-2")
def what_left_and_is_paid_is_complete_whatever_is_granted_afterwards(case: Case) -> None:
    world = sold(5)
    world.ship(5)
    invoice = world.bill()
    assert not world.status().complete
    world.pay(invoice)
    assert (world.status().complete, world.status().status) == (True, Status.CLOSED)
    world.do(RequestReturn(return_id="R", order="O", day=DAY, lines=(LineToReturn(line="1", quantity=pieces(1)),)))
    world.do(AuthoriseReturn(return_id="R", day=DAY))
    came = (ReceivedLine(line="1", good=pieces(1)),)
    world.do(ReceiveReturn(return_id="R", day=DAY, lines=came, location=SHELF))
    assert world.status().payment is PaymentStatus.CREDIT_OWED
    assert (world.status().complete, world.status().status) == (True, Status.CLOSED)


@decided_otherwise("TRY-SALE-01", rule="an invoice is written for what left, and none before", record=RECORD)
def an_order_waits_for_its_shipment_and_then_has_its_invoice(case: Case) -> None:
    world = World()
    taxed = ot.Product("P", "Product P", "C62", ot.UnitPrice(10, "EUR"), ot.TaxCategory("S", "10"))
    world.do(ot.ListProduct(taxed))
    world.do(ot.ReceiveStock("P", SHELF, pieces(5)))
    order = world.order(5)
    standing = world.status()
    assert (order.value, order.status) == (eur(55), Status.CONFIRMED)
    assert (standing.fulfilment, standing.invoicing) == (Fulfilment.UNFULFILLED, Invoicing.NOTHING_TO_INVOICE)
    world.ship(5)
    assert world.status().invoicing is Invoicing.NOT_INVOICED
    totals = world.bill().document.totals
    assert (totals.tax_exclusive, totals.tax, totals.payable) == (eur(50), eur(5), eur(55))
    assert len(world.otc.ask(ot.Every(ot.SHIPMENT))) == len(world.otc.ask(ot.Every(ot.INVOICE))) == 1


@decided_otherwise("TRY-SALE-04", rule="an invoice bills all of its shipment; nobody cuts it", record=RECORD)
def each_shipment_has_its_invoice_and_all_is_billed_once(case: Case) -> None:
    world = sold(5)
    world.ship((2, 3), id="S1")
    world.ship(3, id="S2")
    invoices = [world.bill("S1"), world.bill("S2")]
    assert [line.quantity.value for each in invoices for line in each.document.lines] == [2, 3]
    assert (world.ledger().invoiced, world.status().invoicing) == (5, Invoicing.INVOICED)


@holds("TRY-SALE-06")
def what_was_lowered_and_paid_is_what_leaves(case: Case) -> None:
    world = World()
    world.product(on_hand=100)
    world.prepaying("D")
    world.place(5, customer="D")
    four = (ot.LineChange(line="1", quantity=pieces(4)),)
    world.do(ot.ProposeAmendment(order="O", day=DAY, by=ot.Side.BUYER, changes=four))
    world.pay_ahead(40, "D")
    world.do(ot.RecheckCredit(order="O", day=DAY))
    world.confirm()
    world.ship(4)
    assert world.status().fulfilment is Fulfilment.SHIPPED
    assert [line.quantity for line in world.otc.ask(ot.Get(ot.SHIPMENT, "S")).lines] == [4]
    one = (ot.DespatchLine("1", pieces(1)),)
    world.refuses("OVER_DELIVERY", ot.PostDespatch(shipment="S2", order="O", day=DAY, lines=one))


@holds("TRY-SALE-07")
def the_rest_of_a_shipment_leaves_with_another(case: Case) -> None:
    world = sold(4)
    world.ship((3, 1), id="S1")
    assert (world.ledger().open, world.ledger().allocated) == (1, 1)
    world.ship(1, id="S2")
    assert world.status().fulfilment is Fulfilment.SHIPPED
    assert len(world.otc.ask(ot.Every(ot.SHIPMENT))) == 2


@holds("TRY-SALE-09")
def an_order_whose_shipment_was_given_up_is_closed_without_goods_or_invoice(case: Case) -> None:
    world = sold(5)
    lines = (ot.DespatchLine("1", pieces(5)),)
    world.do(PlanShipment(shipment="S", order="O", day=DAY, lines=lines))
    world.do(CancelShipment(shipment="S", day=DAY, reason="not wanted"))
    world.do(CloseOrder(order="O", day=DAY, reason="never mind"))
    standing = world.status()
    assert standing.status is Status.CLOSED
    assert (standing.fulfilment, standing.invoicing) == (Fulfilment.UNFULFILLED, Invoicing.NOTHING_TO_INVOICE)
    assert world.shelf().reserved == 0


@holds("TRY-SALE-10")
def an_offer_that_nobody_took_up_is_cancelled(case: Case) -> None:
    world = World()
    world.product()
    world.later(7)
    details = OrderDetails(valid_until=world.day)
    lines = (world.line("1", 5),)
    world.do(ot.DraftOrder(order="O", customer="C", day=DAY, currency="EUR", lines=lines, details=details))
    world.otc.tick(datetime.combine(world.day, time(12), UTC))
    assert world.the().status is Status.DRAFT
    world.later(1)
    world.otc.tick(datetime.combine(world.day, time(12), UTC))
    assert world.the().status is Status.CANCELLED


@decided_otherwise("TRY-SALE-11", rule="a document without lines is no order", record=RECORD)
def an_order_has_lines(case: Case) -> None:
    world = World()
    with pytest.raises(ot.Invalid, match="NO_LINES"):
        world.place()
    assert world.otc.ask(ot.Every(ot.ORDER)) == ()


@decided_otherwise(
    "TRY-SALE-12", rule="a service is done by a despatch that takes nothing off a shelf, then billed", record=RECORD
)
def a_service_is_done_billed_and_paid_without_a_shelf(case: Case) -> None:
    world = sold(1, on_hand=0, stocked=False)
    world.ship(1)
    world.pay(world.bill())
    standing = world.status()
    assert (standing.payment, standing.status) == (PaymentStatus.PAID, Status.CLOSED)
    assert world.otc.ask(ot.Every(ot.STOCK)) == ()


@holds("SYL-1")
def the_rest_of_what_left_in_part_is_given_up(case: Case) -> None:
    world = sold(10)
    world.ship((6, 4))
    assert world.status().fulfilment is Fulfilment.PART_SHIPPED
    world.do(CancelLines(order="O", day=DAY, lines=(LineCancellation(line="1"),), reason="enough"))
    assert (world.ledger().shipped, world.ledger().cancelled, world.ledger().open) == (6, 4, 0)
    assert world.shelf().reserved == 0
    assert world.status().fulfilment is Fulfilment.SHIPPED


MIGHTY = ot.RolePolicy(roles=(ot.Role("all", (ot.Grant("*"),)),), people={"admin": ("all",), "host": ("all",)})


@holds("VEN-GRD-2")
def who_may_do_everything_does_not_make_an_order_paid(case: Case) -> None:
    world = World(access=MIGHTY)
    world.product(on_hand=10)
    world.prepaying("D")
    world.place(3, customer="D")
    world.pay_ahead(29, "D")
    before = world.the()
    world.refuses("CREDIT_NOT_CLEARED", ot.RecheckCredit(order="O", day=DAY), actor="admin")
    assert world.the() == before
    assert before.held


@holds("VEN-GRD-4")
def who_may_do_everything_does_not_deliver_what_has_not_left(case: Case) -> None:
    world = World(access=MIGHTY)
    world.product(on_hand=10)
    world.order(3)
    lines = (ot.DespatchLine("1", pieces(3)),)
    world.do(PlanShipment(shipment="S", order="O", day=DAY, lines=lines))
    world.refuses("SHIPMENT_NOT_POSTED", ConfirmDelivery(shipment="S", day=DAY), actor="admin")
    assert world.ledger().delivered == Decimal(0)
    assert world.status().fulfilment is Fulfilment.UNFULFILLED
