"""Shipments beside their posting: planned, given up, delivered, reversed."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.orders.commands import CloseOrder, HoldOrder
from otcore.orders.events import ShipmentReversed
from otcore.orders.fulfilment import backordered
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.progress import Fulfilment, Invoicing, fulfilment, invoicing
from otcore.orders.shipments.commands import ConfirmDelivery, DeliveredLine, ReverseShipment
from otcore.orders.shipments.lifecycle import ShipmentStatus
from otcore.orders.shipments.reversing import reverse
from otcore.orders.shipments.shipment import PostDespatch, Shipment, ShipmentLine
from otcore.ports.aggregates import SHIPMENT
from otcore.ports.storage import Where
from otcore.stock.events import StockReturned
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from otcore.values.period import Period
from otcore.workflows.ask import Every, Get
from tests.orders.examples import DAY, eur, left, line, pieces, product
from tests.workflows import laws
from tests.workflows.books import books, refused
from tests.workflows.desk import HOUSE, Desk
from tests.workflows.sending import (
    asks,
    back,
    confirmed,
    delivers,
    drops,
    plans,
    sent,
    takes_back,
)


def states(ready: Desk) -> dict[Any, Any]:
    """Every state but the shipments, which keep their history."""
    return {place: state for place, (_, state) in books(ready.store)["states"].items() if place[0] != "shipment"}


# planned


def test_a_planned_shipment_reserves_and_moves_nothing():
    ready = confirmed()
    before = (states(ready), ready.exposure(), ready.shelf())
    shipment = plans(ready)
    assert (shipment.status, shipment.lines, shipment.plan) == (ShipmentStatus.PLANNED, (), (left("1", 10),))
    assert (states(ready), ready.exposure(), ready.shelf()) == before
    assert fulfilment(ready.order()) is Fulfilment.UNFULFILLED


def test_a_planned_shipment_leaves_as_planned():
    ready = confirmed()
    plans(ready, left("1", 6))
    shipment = ready.handle(PostDespatch(shipment="S1", order="O1", day=DAY))
    assert (shipment.status, shipment.lines[0].quantity) == (ShipmentStatus.POSTED, Decimal(6))
    assert ready.exposure() == ("48.00", "72.00", "0.00")


def test_what_was_not_planned_leaves_with_its_lines_only():
    with pytest.raises(Rejected, match="NOTHING_SHIPPED"):
        confirmed().handle(PostDespatch(shipment="S1", order="O1", day=DAY))


def test_a_planned_shipment_may_leave_otherwise():
    ready = confirmed()
    plans(ready, left("1", 6))
    assert ready.ships(left("1", 4)).lines[0].quantity == Decimal(4)


def test_a_planned_shipment_of_a_cancelled_order_does_not_leave():
    ready = confirmed()
    plans(ready)
    ready.cancels()
    assert refused(ready, ready.ships).code == "ORDER_NOT_CONFIRMED"
    assert drops(ready).status is ShipmentStatus.CANCELLED


def test_a_planned_shipment_is_of_its_order():
    ready = confirmed(stocked=30)
    ready.places(order="O2")
    ready.acknowledges("O2")
    plans(ready)
    assert refused(ready, lambda: ready.ships(order="O2")).code == "ORDER_DIFFERS"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ((left("1", 11),), "OVER_DELIVERY"),
        ((left("9", 1),), "LINE_UNKNOWN"),
        ((left("1", 1), left("1", 1)), "LINE_TWICE"),
        ((left("1", 0),), "NOTHING_SHIPPED"),
        ((left("1", 1, unit="KGM"),), "UNIT_DIFFERS"),
        ((left("1", -1),), "QUANTITY_NEGATIVE"),
    ],
)
def test_what_could_not_leave_is_not_planned(said: tuple[Any, ...], code: str):
    ready = confirmed()
    assert refused(ready, lambda: plans(ready, *said)).code == code


def test_nothing_is_planned_of_an_order_that_is_not_confirmed():
    ready = Desk()
    ready.onboards()
    ready.lists(product())
    ready.places()
    assert refused(ready, lambda: plans(ready)).code == "ORDER_NOT_CONFIRMED"


def test_a_shipment_is_planned_once():
    ready = confirmed()
    plans(ready)
    assert refused(ready, lambda: plans(ready)).code == "SHIPMENT_EXISTS"


@pytest.mark.parametrize("after", [(), (drops,)], ids=["posted", "given up"])
def test_only_a_planned_shipment_is_given_up(after: tuple[Any, ...]):
    ready = confirmed()
    plans(ready)
    for act in after or (Desk.ships,):
        act(ready)
    assert refused(ready, lambda: drops(ready)).code == "SHIPMENT_NOT_PLANNED"


def test_a_shipment_that_did_not_leave_is_not_billed():
    ready = confirmed()
    plans(ready)
    assert refused(ready, ready.bills).code == "SHIPMENT_NOT_POSTED"


def test_a_shipment_given_up_does_not_leave():
    ready = confirmed()
    plans(ready)
    drops(ready)
    assert refused(ready, ready.ships).code == "SHIPMENT_EXISTS"


def test_shipments_are_found_by_what_is_to_be_done_with_them():
    ready = confirmed(stocked=40)
    plans(ready, left("1", 1), shipment="S1")
    ready.ships(left("1", 1), shipment="S2")
    ready.ships(left("1", 1), shipment="S3")
    takes_back(ready, "S3")
    found = {
        word: [each.id for each in ready.otc.ask(Every(SHIPMENT, Where(status=word)))]
        for word in ("planned", "posted", "reversed")
    }
    assert found == {"planned": ["S1"], "posted": ["S2"], "reversed": ["S3"]}


# how goods leave


def test_an_order_that_leaves_whole_is_not_sent_in_part():
    ready = Desk()
    ready.onboards(ship_complete=True, under_delivery=Percentage(10))
    ready.lists(product())
    ready.receives(20)
    ready.places()
    ready.acknowledges()
    assert refused(ready, lambda: ready.ships(left("1", 8))).code == "SHIP_COMPLETE"
    ready.ships(left("1", 9))
    assert ready.order().lines[0].ledger.open == 0
    laws.keep(ready.store)


def test_a_house_that_does_not_ship_early_waits():
    soon = line(requested=Period(DAY + timedelta(days=2), DAY + timedelta(days=5)))
    ready = confirmed(soon, house=changed(HOUSE, lead_days=1))
    assert refused(ready, lambda: ready.ships(left("1", 1))).code == "TOO_EARLY"
    assert ready.ships(left("1", 1), day=DAY + timedelta(days=1)).status is ShipmentStatus.POSTED


def test_drop_shipped_goods_move_value_and_no_shelf():
    ready = Desk()
    ready.onboards()
    ready.lists(product(drop_shipped=True), product("P2"))
    ready.receives(2, "P2")
    ready.places(line("1", 2), line("2", 2, "P2"))
    ready.acknowledges()
    if ready.order().status is Status.ACKNOWLEDGED:
        ready.agrees()
    ready.ships(left("1", 2), left("2", 2))
    assert ready.exposure() == ("0.00", "48.00", "0.00")
    assert ready.shelf("P2") == (0, 0)
    delivers(ready)
    assert fulfilment(ready.order()) is Fulfilment.DELIVERED


# delivered


def test_all_that_left_is_delivered_unless_something_else_is_said():
    ready = sent(6)
    shipment = delivers(ready, day=DAY + timedelta(days=2))
    assert (shipment.status, shipment.delivered_on) == (ShipmentStatus.DELIVERED, date(2026, 3, 4))
    assert ready.order().lines[0].ledger.delivered == 6
    assert fulfilment(ready.order()) is Fulfilment.PART_DELIVERED


def test_what_arrives_short_is_recorded_and_may_arrive_later():
    ready = sent()
    assert delivers(ready, _1=7).lines[0].under_way == 3
    assert fulfilment(ready.order()) is Fulfilment.PART_DELIVERED
    delivers(ready)
    assert fulfilment(ready.order()) is Fulfilment.DELIVERED
    assert refused(ready, lambda: delivers(ready)).code == "ALREADY_DELIVERED"


def test_no_more_arrives_than_left():
    ready = sent(4)
    assert refused(ready, lambda: delivers(ready, _1=5)).code == "MORE_THAN_SHIPPED"
    delivers(ready, _1=3)
    assert refused(ready, lambda: delivers(ready, _1=2)).code == "MORE_THAN_SHIPPED"


def test_each_shipment_is_delivered_on_its_own():
    ready = sent(4)
    ready.ships(left("1", 6), shipment="S2")
    delivers(ready, "S2")
    assert refused(ready, lambda: delivers(ready, "S2")).code == "ALREADY_DELIVERED"
    delivers(ready, "S1")
    assert fulfilment(ready.order()) is Fulfilment.DELIVERED


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"_1": 0}, "NOTHING_DELIVERED"),
        ({"_9": 1}, "LINE_UNKNOWN"),
        ({"_1": -1}, "QUANTITY_NEGATIVE"),
        ({"day": date(2026, 3, 1)}, "DELIVERED_EARLIER"),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(said: dict[str, Any], code: str):
    ready = sent()
    assert refused(ready, lambda: delivers(ready, **said)).code == code


def test_a_delivery_is_said_in_the_unit_ordered_and_once_a_line():
    ready = sent()
    odd = DeliveredLine(line="1", quantity=pieces(1, "KGM"))
    for lines, code in (((odd,), "UNIT_DIFFERS"), ((odd, odd), "LINE_TWICE")):
        command = ConfirmDelivery(shipment="S1", day=DAY, lines=lines)
        assert refused(ready, lambda command=command: ready.handle(command)).code == code


def test_what_is_planned_has_not_arrived():
    ready = confirmed()
    plans(ready)
    assert refused(ready, lambda: delivers(ready)).code == "SHIPMENT_NOT_POSTED"


def test_what_is_delivered_is_billed_and_its_order_closed():
    ready = sent()
    delivers(ready)
    ready.bills()
    assert ready.order().status is Status.CLOSED
    assert fulfilment(ready.order()) is Fulfilment.DELIVERED


def test_goods_of_a_closed_order_arrive():
    ready = sent()
    ready.bills()
    delivers(ready)
    assert ready.order().lines[0].ledger.delivered == 10


# reversed


@pytest.mark.parametrize(
    "said",
    [left("1", 10), left("1", 4), left("1", 6, 0), left("1", 6, 3), left("1", 12), left("1", 9)],
    ids=["all", "a part", "short-closed", "closed in part", "over-delivered", "closed by tolerance"],
)
def test_posting_and_reversing_leave_all_as_it_was(said: Any):
    ready = Desk()
    ready.onboards(over_delivery=Percentage(50), under_delivery=Percentage(10))
    ready.lists(product())
    ready.receives(4, location="a")
    ready.receives(7, location="b")
    ready.receives(9, location="c")
    ready.places(line(), line("2", 3))
    ready.acknowledges()
    before = states(ready)
    ready.ships(said)
    assert states(ready) != before
    shipment = takes_back(ready)
    assert (shipment.status, shipment.reason, str(shipment.counted)) == (
        ShipmentStatus.REVERSED,
        "wrong lorry",
        "0.00 EUR",
    )
    assert states(ready) == before
    laws.keep(ready.store)


def test_an_over_delivery_that_is_reversed_is_owed_again():
    ready = Desk()
    ready.onboards(over_delivery=Percentage(50))
    ready.lists(product())
    ready.receives(15)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 15))
    assert (ready.exposure(), ready.shelf()) == (("0.00", "180.00", "0.00"), (0, 0))
    takes_back(ready)
    assert (ready.exposure(), ready.shelf()) == (("120.00", "0.00", "0.00"), (15, 10))


def test_a_shipment_between_others_is_reversed_without_a_cent():
    ready = Desk()
    ready.onboards()
    ready.lists(product(price="0.37"))
    ready.receives(30)
    ready.places(line(quantity=7))
    for hold in ready.order().holds:
        ready.releases(hold.kind)
    ready.acknowledges()
    for number, quantity in enumerate((1, 2, 3), 1):
        ready.ships(left("1", quantity), shipment=f"S{number}")
    takes_back(ready, "S2")
    laws.keep(ready.store)
    ready.ships(left("1", 3), shipment="S4")
    laws.keep(ready.store)
    assert not ready.order().open_value


def test_promises_that_others_got_meanwhile_stay_theirs():
    ready = confirmed(stocked=10)
    ready.ships(left("1", 4, 0))
    ready.places(line(quantity=6), order="O2")
    takes_back(ready)
    assert ready.order().lines[0].ledger.allocated == 4
    assert str(backordered(ready.order())) == "part"
    laws.keep(ready.store)


def test_goods_of_a_held_order_lie_free():
    ready = confirmed(stocked=10)
    ready.ships(left("1", 10))
    ready.handle(HoldOrder(order="O1", kind=HoldKind.MANUAL, reason="look", day=DAY))
    takes_back(ready)
    assert ready.shelf() == (10, 0)
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_a_reversed_shipment_is_neither_billed_nor_delivered_nor_reversed_again():
    ready = sent()
    takes_back(ready)
    for act in (ready.bills, lambda: delivers(ready), lambda: takes_back(ready)):
        assert refused(ready, act).code == "SHIPMENT_NOT_POSTED"
    assert invoicing(ready.order()) is Invoicing.NOTHING_TO_INVOICE


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (lambda ready: ready.bills(), "ALREADY_INVOICED"),
        (delivers, "ALREADY_DELIVERED"),
        (asks, "RETURN_REQUESTED"),
        (back, "ALREADY_RETURNED"),
    ],
)
def test_a_shipment_that_went_on_is_not_reversed(after: Any, code: str):
    ready = sent()
    after(ready)
    assert refused(ready, lambda: takes_back(ready)).code == code


def test_a_shipment_of_a_closed_order_is_not_reversed():
    ready = sent(4)
    ready.handle(CloseOrder(order="O1", day=DAY, reason="enough"))
    assert refused(ready, lambda: takes_back(ready)).code == "ORDER_NOT_CONFIRMED"


def test_an_order_whose_shipment_is_reversed_may_be_cancelled():
    ready = sent()
    takes_back(ready)
    assert ready.cancels().status is Status.CANCELLED
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (20, 0))


# shipments that were stored before they said from where goods were taken


def forgetful(ready: Desk) -> Shipment:
    """The shipment as an older release stored it."""
    stored = ready.otc.ask(Get(SHIPMENT, "S1"))
    lines = tuple(ShipmentLine(each.line, each.quantity, each.cancelled, each.reason) for each in stored.lines)
    return changed(stored, lines=lines, dropped=None)


def test_goods_of_an_older_shipment_go_where_somebody_says():
    ready = sent(6)
    old, order = forgetful(ready), ready.order()
    command = ReverseShipment(shipment="S1", day=DAY, reason="wrong lorry")
    with pytest.raises(Rejected, match="LOCATION_NEEDED"):
        reverse(order, old, command, {})
    facts = reverse(order, old, changed(command, location="dock"), {})
    assert facts.stock["P1", "dock"][0] == StockReturned("P1", "dock", Decimal(6), "S1")
    (fact,) = [each for each in facts.order if isinstance(each, ShipmentReversed)]
    assert fact.value == eur("72.00")
