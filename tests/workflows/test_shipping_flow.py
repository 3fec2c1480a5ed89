"""Despatch advices through the store: all or nothing."""

from typing import Any

import pytest

from otcore.orders.shipments.shipment import ShipmentLine
from otcore.ports.aggregates import SHIPMENT
from otcore.ports.errors import NotFound
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from otcore.workflows.ask import Get
from tests.orders.examples import dec, eur, left, line, product
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk


def five_lines(**profile: Any) -> Desk:
    """A confirmed order of five lines of ten each, everything promised and two pieces more on the shelf."""
    ready = Desk()
    ready.onboards(**profile)
    ready.lists(product())
    ready.receives(52)
    ready.places(*(line(str(number)) for number in range(1, 6)))
    ready.acknowledges()
    return ready


USE_CASE_2 = (left("1", 10), left("2", 6, 4), left("3", 6, 0), left("4", 6, 3), left("5", 12))


def test_despatch_use_case_2_is_refused_as_a_whole_without_a_tolerance():
    ready = five_lines()
    before = books(ready.store)
    with pytest.raises(Rejected, match="OVER_DELIVERY: order=O1, line=5"):
        ready.ships(*USE_CASE_2)
    assert books(ready.store) == before


def test_despatch_use_case_2_gives_its_figures_with_a_tolerance():
    ready = five_lines(over_delivery=Percentage(20))
    ready.ships(*USE_CASE_2)
    figures = [
        tuple(map(int, (each.ledger.shipped, each.ledger.open, each.ledger.cancelled))) for each in ready.order().lines
    ]
    assert figures == [(10, 0, 0), (6, 4, 0), (6, 0, 4), (6, 3, 1), (12, 0, 0)]
    assert ready.shelf() == (12, 7)


def test_a_shipment_knows_its_papers_and_its_value():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 6, 3))
    shipment = ready.otc.ask(Get(SHIPMENT, "S1"))
    assert (shipment.order, shipment.customer, shipment.value) == ("O1", "C1", eur("72.00"))
    taken, released = (("main", dec(6), dec(6)),), (("main", dec(1)),)
    assert shipment.lines == (ShipmentLine("1", dec(6), dec(1), "", taken, released),)
    assert ready.exposure() == ("36.00", "72.00", "0.00")


def test_a_shipment_is_posted_once():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 5))
    with pytest.raises(Rejected, match="SHIPMENT_EXISTS"):
        ready.ships(left("1", 5))


def test_nothing_is_shipped_of_an_order_that_is_not_there():
    with pytest.raises(NotFound, match="no order 'O1'"):
        desk().ships(left("1", 5))


def test_backordered_goods_leave_when_they_have_arrived():
    ready = desk(stocked=4)
    ready.places()
    ready.acknowledges()
    ready.agrees()
    with pytest.raises(Rejected, match="INSUFFICIENT_STOCK"):
        ready.ships(left("1", 10))
    ready.receives(10)
    ready.ships(left("1", 10))
    assert ready.shelf() == (4, 0)


def test_services_leave_without_a_shelf():
    ready = desk()
    ready.lists(product("S1", "100.00", stocked=False))
    ready.places(line(product="S1", quantity=1))
    ready.acknowledges()
    assert ready.ships(left("1", 1)).value == eur("120.00")


def test_goods_of_another_order_stay():
    ready = desk(stocked=12)
    ready.places()
    ready.places(order="O2")
    ready.acknowledges("O2")
    ready.agrees("O2")
    with pytest.raises(Rejected, match="INSUFFICIENT_STOCK"):
        ready.ships(left("1", 3), order="O2")
    ready.ships(left("1", 2), order="O2")
    assert ready.shelf() == (10, 10)
