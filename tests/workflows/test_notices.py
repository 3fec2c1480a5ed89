"""The messages that leave with each step."""

import pytest

from otcore.customers.credit.commands import BlockCredit, ChangeCreditLimit, RejectLimitChange, UnblockCredit
from otcore.invoicing.reference import creditor_reference
from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.commands import LineCancellation
from otcore.orders.details import OrderDetails
from otcore.orders.hold import HoldKind
from otcore.orders.returns.commands import LineToReturn, RejectReturn, RequestReturn
from otcore.reconciliation.commands import IdentifyPayer
from otcore.values.faults import Rejected
from tests.orders.examples import DAY, eur, left, line, pieces
from tests.workflows.desk import Desk, billed, desk


def told(ready: Desk) -> list[tuple[str, str, dict[str, str]]]:
    """Topic, subject and facts of what was waiting."""
    ready.postbox.got.clear()
    ready.otc.relay()
    return [(each.notice.topic, each.notice.subject, dict(each.notice.facts)) for each in ready.postbox.got]


def topics(ready: Desk) -> list[str]:
    return [topic for topic, _, _ in told(ready)]


def test_an_order_is_announced_as_placed_and_with_what_became_of_it():
    ready = desk(limit="130.00", stocked=10)
    ready.places(details=OrderDetails(reference="PO-7"))
    ready.places(order="O2")
    ready.places(order="O3", currency="USD")
    why = "120.00 EUR used + 120.00 EUR ordered is over the limit of 130.00 EUR"
    assert told(ready) == [
        ("order.placed", "O1", {"customer": "C1", "value": "120.00 EUR", "reference": "PO-7"}),
        ("order.placed", "O2", {"customer": "C1", "value": "120.00 EUR"}),
        ("order.held", "O2", {"customer": "C1", "kind": "credit", "code": "CREDIT_LIMIT_EXCEEDED", "why": why}),
        ("order.placed", "O3", {"customer": "C1", "value": "0.00 USD"}),
        ("order.rejected", "O3", {"customer": "C1", "why": "CURRENCY_NOT_AGREED: ordered in USD, agreed is EUR"}),
    ]


def test_every_reason_of_a_held_order_is_told():
    ready = desk()
    ready.places(line(product="?", name="Screw"), line("2", unit="KGM"))
    held = [(facts["code"], facts["why"]) for topic, _, facts in told(ready) if topic == "order.held"]
    assert held == [("PRODUCT_UNKNOWN", "line 1: Screw"), ("UNIT_DIFFERS", "line 2: KGM")]


def test_an_order_is_announced_at_each_step_it_takes():
    ready = desk(stocked=6)
    ready.places()
    ready.acknowledges()
    ready.agrees()
    ready.cancels()
    assert told(ready)[1:] == [
        ("order.acknowledged", "O1", {"customer": "C1", "response": "CA"}),
        ("order.backordered", "O1", {"customer": "C1", "lines": "1: 4"}),
        ("order.confirmed", "O1", {"customer": "C1", "why": "buyer agreed"}),
        ("order.cancelled", "O1", {"customer": "C1", "by": "buyer", "why": "no more"}),
    ]


def test_an_answer_that_is_no_more_than_a_receipt_is_announced_as_such():
    ready = desk(limit="1.00")
    ready.places()
    ready.acknowledges()
    assert told(ready)[2] == ("order.received", "O1", {"customer": "C1", "response": "AB"})


def test_a_hold_and_its_release_are_announced_with_who_and_why():
    ready = desk(stocked=10)
    ready.places()
    ready.holds(HoldKind.FRAUD, code="SCORE_900")
    ready.releases(HoldKind.FRAUD)
    who = {"customer": "C1", "kind": "fraud", "by": "host"}
    assert told(ready)[1:] == [
        ("order.held", "O1", who | {"code": "SCORE_900", "why": "look"}),
        ("order.released", "O1", who | {"why": "looked at", "value": "120.00 EUR"}),
    ]


def test_parts_given_up_a_closing_and_a_reopening_are_announced():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.cancels_lines(LineCancellation(line="1", quantity=pieces(4)))
    ready.closes()
    ready.reopens()
    assert told(ready)[3:] == [
        ("order.lines_cancelled", "O1", {"customer": "C1", "lines": "1: 4", "value": "48.00 EUR", "why": "fewer"}),
        ("order.closed", "O1", {"customer": "C1", "why": "enough", "released": "72.00 EUR"}),
        ("order.reopened", "O1", {"customer": "C1", "why": "after all", "value": "72.00 EUR"}),
    ]


def test_goods_found_for_an_order_that_waited_are_announced():
    ready = desk(stocked=6)
    ready.places(line(), line("2", product="P2"))
    ready.receives(4)
    ready.otc.handle(AllocateOrder(order="O1", day=DAY))
    assert told(ready)[1:] == [("order.allocated", "O1", {"customer": "C1", "waiting": "2"})]


def test_shipment_and_invoice_are_announced():
    ready = desk(stocked=10)
    billed(ready)
    assert told(ready)[3:] == [
        ("shipment.posted", "S1", {"order": "O1", "customer": "C1"}),
        ("order.closed", "O1", {"customer": "C1"}),
        ("invoice.issued", "INV-2026-000001", {"customer": "C1", "order": "O1", "payable": "120.00 EUR"}),
    ]


def test_what_a_shipment_leaves_without_goods_is_announced():
    ready = desk(stocked=6)
    ready.places()
    ready.acknowledges()
    ready.agrees()
    ready.ships(left("1", 6))
    assert told(ready)[-2:] == [
        ("order.backordered", "O1", {"customer": "C1", "lines": "1: 4"}),
        ("shipment.posted", "S1", {"order": "O1", "customer": "C1"}),
    ]


def test_a_receipt_is_announced_when_it_is_decided():
    ready = desk(stocked=10)
    billed(ready)
    ready.gets("120.00", text="INV-2026-000001")
    ready.gets("5.00", "R2")
    ready.applies()
    ready.applies("R2")
    assert told(ready)[-2:] == [
        ("receipt.applied", "R1", {"customer": "C1", "amount": "120.00 EUR"}),
        ("receipt.unidentified", "R2", {"amount": "5.00 EUR", "unapplied": "5.00 EUR", "why": "NO_REFERENCE"}),
    ]


def test_money_left_over_of_a_known_customer_is_announced_as_on_account():
    ready = desk(stocked=10)
    billed(ready)
    ready.gets("130.00", reference=creditor_reference("INV-2026-000001"))
    ready.applies()
    topic, _, facts = told(ready)[-1]
    assert (topic, facts["unapplied"], "standing" in facts) == ("receipt.on_account", "10.00 EUR", False)


def test_money_of_a_known_customer_that_nobody_decided_on_is_announced_as_unapplied():
    ready = desk(stocked=10)
    billed(ready)
    ready.gets("130.00", text="thanks")
    ready.handle(IdentifyPayer(receipt="R1", customer="C1", day=DAY))
    ready.applies()
    topic, _, facts = told(ready)[-1]
    assert (topic, facts["unapplied"], facts["standing"]) == ("receipt.on_account", "130.00 EUR", "unapplied")


def test_a_refused_command_announces_nothing():
    ready = desk(stocked=10)
    ready.places()
    told(ready)
    with pytest.raises(Rejected):
        ready.ships(left("1", 1))
    assert told(ready) == []


def test_credit_and_its_end_are_announced():
    ready = desk()
    ready.handle(BlockCredit(account="C1", reason="bounced"))
    ready.handle(UnblockCredit(account="C1", reason="paid"))
    ready.handle(ChangeCreditLimit(account="C1", limit=eur("500.00"), reason="good year"))
    assert told(ready) == [
        ("credit.blocked", "C1", {"why": "bounced"}),
        ("credit.unblocked", "C1", {"why": "paid"}),
        ("credit.limit_changed", "C1", {"limit": "500.00 EUR", "why": "good year"}),
    ]


def test_a_rise_of_a_limit_and_what_became_of_it_are_announced():
    ready = desk("500.00")
    for amount in ("600.00", "900.00"):
        ready.handle(ChangeCreditLimit(account="C1", limit=eur(amount), reason="grows"))
    ready.handle(RejectLimitChange(account="C1", reason="too much"))
    ready.raises(ChangeCreditLimit(account="C1", limit=eur("700.00"), reason="grows"))
    assert told(ready) == [
        ("credit.limit_proposed", "C1", {"change": "1", "by": "host"}),
        ("credit.limit_proposed", "C1", {"change": "2", "by": "host"}),
        ("credit.limit_rejected", "C1", {"change": "2", "why": "too much"}),
        ("credit.limit_proposed", "C1", {"change": "3", "by": "host"}),
        ("credit.limit_approved", "C1", {"change": "3", "by": "checker"}),
        ("credit.limit_changed", "C1", {"limit": "700.00 EUR", "why": "grows"}),
    ]


def test_a_return_that_may_not_come_is_announced():
    ready = desk(stocked=10)
    billed(ready)
    told(ready)
    asked = LineToReturn(line="1", quantity=pieces(2), reason="too big")
    ready.handle(RequestReturn(return_id="R1", order="O1", day=DAY, lines=(asked,)))
    ready.handle(RejectReturn(return_id="R1", day=DAY, reason="worn"))
    whose = {"order": "O1", "customer": "C1"}
    assert told(ready) == [("return.requested", "R1", whose), ("return.rejected", "R1", whose | {"why": "worn"})]


def test_a_new_customer_is_announced():
    ready = desk()
    ready.onboards("C2")
    assert told(ready) == [("customer.onboarded", "C2", {"name": "Customer C2"})]
